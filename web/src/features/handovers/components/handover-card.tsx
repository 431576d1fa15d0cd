import { Button, Card } from 'antd';
import { useState } from 'react';
import type { Report } from '../../../api/wire.js';
import { formatInstant } from '../../../components/format.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useHandovers } from '../api/handovers.js';
import { collectorNames, handoverWords } from '../words.js';
import { HandOverForm } from './hand-over-form.js';

const HANDS_OVER = new Set(['operator', 'supervisor', 'verifikator', 'kadis', 'admin']);

/** Beside the documents of a case: what waits at the counter, and who collected the rest. */
export function HandoverCard({ report }: { report: Report }) {
  const words = useWords(handoverWords);
  const text = useText();
  const { language } = useLanguage();
  const mayHandOver = HANDS_OVER.has(useOfficer().role);
  const handovers = useHandovers(report.id);
  const [open, setOpen] = useState(false);
  const valid = report.documents.filter(({ status }) => status === 'valid');
  const waiting = valid.filter(({ handedOverAt }) => handedOverAt === null);
  if (valid.length === 0) return null;
  return (
    <Card size="small" title={words.card}>
      <p>{waiting.length > 0 ? words.waiting(waiting.length) : words.allCollected}</p>
      <ul className="document-list">
        {(handovers.data?.items ?? []).map(({ id, collectedBy, relation, handedAt, reason, receipt }) => (
          <li key={id} className="document">
            <span className="document-name">
              {words.by(
                `${collectedBy} (${text(collectorNames[relation])})`,
                formatInstant(handedAt, language),
              )}
              {reason && <span className="document-number">{reason}</span>}
            </span>
            {mayHandOver && (
              <Button size="small" href={receipt} target="_blank">
                {words.receipt}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayHandOver && (
        <Button type={waiting.length > 0 ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          {waiting.length > 0 ? words.handOver : words.handOverAgain}
        </Button>
      )}
      {open && <HandOverForm reportId={report.id} documents={valid} onClose={() => setOpen(false)} />}
    </Card>
  );
}

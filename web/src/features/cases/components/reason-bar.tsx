import { Alert } from 'antd';
import type { Report } from '../../../api/wire.js';
import { formatInstant } from '../../../components/format.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useHistory } from '../../reports/api/history.js';
import { reasonOf } from '../reason.js';
import { caseWords } from '../words.js';
import { useNames } from '../../officers/use-names.js';

const TITLES = {
  returned: 'returnedBecause',
  rejected: 'rejectedBecause',
  cancelled: 'cancelledBecause',
} as const;

/** Why a report came back, was rejected or was cancelled, before anything else: it is what whoever stands at the counter asks. */
export function ReasonBar({ report, live }: { report: Report; live: boolean }) {
  const words = useWords(caseWords);
  const text = useText();
  const { language } = useLanguage();
  const nameOf = useNames();
  const history = useHistory(report.id, live);
  const reason = reasonOf(report, history.data?.items ?? []);
  const { status } = report;
  if (!reason || !(status === 'returned' || status === 'rejected' || status === 'cancelled')) return null;
  return (
    <Alert
      type={status === 'rejected' ? 'error' : 'warning'}
      showIcon
      className="bar"
      title={words[TITLES[status]]}
      description={
        reason.kind === 'rules' ? (
          <ul className="plain-list">
            {reason.messages.map((message, index) => (
              <li key={index}>{text(message)}</li>
            ))}
          </ul>
        ) : (
          <>
            <div className="reason-note">{reason.note}</div>
            <small>
              {[reason.by && nameOf(reason.by), reason.at && formatInstant(reason.at, language)]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </>
        )
      }
    />
  );
}

import { Alert } from 'antd';
import type { Report } from '../../../api/wire.js';
import { formatInstant } from '../../../components/format.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useHistory } from '../../reports/api/history.js';
import { reasonOf } from '../reason.js';
import { caseWords } from '../words.js';
import { useNames } from '../../officers/use-names.js';

/** Why a report came back or was rejected, before anything else: it is what whoever stands at the counter asks. */
export function ReasonBar({ report, live }: { report: Report; live: boolean }) {
  const words = useWords(caseWords);
  const text = useText();
  const { language } = useLanguage();
  const nameOf = useNames();
  const history = useHistory(report.id, live);
  const reason = reasonOf(report, history.data?.items ?? []);
  if (!reason) return null;
  return (
    <Alert
      type={report.status === 'rejected' ? 'error' : 'warning'}
      showIcon
      className="bar"
      title={report.status === 'rejected' ? words.rejectedBecause : words.returnedBecause}
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

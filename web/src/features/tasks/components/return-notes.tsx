import { Alert } from 'antd';
import type { Task } from '../../../api/wire.js';
import { formatInstant } from '../../../components/format.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { taskWords } from '../words.js';
import { OfficerName } from '../../officers/officer-name.js';

/** What the last decider wrote when returning the report; the rules return without a word, their findings speak. */
export function ReturnNotes({ task }: { task: Task }) {
  const words = useWords(taskWords);
  const { language } = useLanguage();
  const last = task.decisions.findLast((decision) => decision.note);
  if (!last) return null;
  return (
    <Alert
      type="warning"
      title={words.returnedBecause}
      description={
        <>
          <div className="return-note">{last.note}</div>
          <small>
            <OfficerName of={last.decidedBy} /> · {formatInstant(last.decidedAt, language)}
          </small>
        </>
      }
    />
  );
}

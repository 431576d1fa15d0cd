import { Alert } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { useHistory } from '../../reports/api/history.js';
import { taskWords } from '../words.js';

/** What the last decider wrote when returning the report. */
export function ReturnNotes({ reportId }: { reportId: string }) {
  const words = useWords(taskWords);
  const history = useHistory(reportId, false);
  const last = history.data?.items.findLast((item) => item.note);
  if (!last?.note) return null;
  return (
    <Alert
      type="warning"
      title={words.returnedBecause}
      description={
        <>
          <div className="return-note">{last.note}</div>
          <small>
            {last.actor} · {last.name}
          </small>
        </>
      }
    />
  );
}

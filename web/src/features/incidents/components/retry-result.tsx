import { Alert, Button, Progress } from 'antd';
import { Link } from 'react-router';
import { useText, useWords } from '../../../i18n/language.js';
import type { RetriedIncident, RetryRun } from '../api/retry-run.js';
import { incidentWords } from '../words.js';

/** More refusals than these are told among all of them only. */
const MOST_TOLD = 10;

interface RetryResultProps {
  run: RetryRun;
  /** Incidents that opened since it began. */
  fresh: number;
  onEnd(): void;
  onClose(): void;
}

/** How far it is, then what became of each. */
export function RetryResult({ run, fresh, onEnd, onClose }: RetryResultProps) {
  const words = useWords(incidentWords);
  const { items, total, state, error } = run;
  const isOver = state === 'ended';
  const refused = items.filter(({ problem }) => problem !== null);
  const count = (result: string) => items.filter((item) => item.result === result).length;
  const left = isOver ? total - items.length : 0;
  const parts = [
    !isOver && words.retrying(items.length, Math.max(total, items.length)),
    isOver && count('retried') > 0 && words.retried(count('retried')),
    isOver && count('resolved') > 0 && words.resolved(count('resolved')),
    isOver && refused.length > 0 && words.notRetried(refused.length),
    left > 0 && words.leftOut(left),
    isOver && items.length === 0 && total === 0 && words.none,
  ];
  const isGood = refused.length === 0 && fresh === 0 && left <= 0 && !error;
  return (
    <Alert
      className="bar"
      closable={isOver && { onClose }}
      role="status"
      showIcon
      type={!isOver ? 'info' : isGood ? 'success' : 'warning'}
      title={parts.filter(Boolean).join(', ')}
      action={
        !isOver && (
          <Button size="small" disabled={state === 'ending'} onClick={onEnd}>
            {words.end}
          </Button>
        )
      }
      description={
        <>
          {!isOver && (
            <>
              <Progress
                percent={Math.floor((100 * items.length) / Math.max(total, 1))}
                aria-label={words.progress}
              />
              <p className="soft">{words.mayLeave}</p>
            </>
          )}
          {isOver && fresh > 0 && <p>{words.fresh(fresh)}</p>}
          <Outcomes items={refused.slice(0, MOST_TOLD)} />
          {isOver && items.length > 1 && (
            <details>
              <summary>{words.each}</summary>
              <div className="incident-outcomes" tabIndex={0} role="region" aria-label={words.each}>
                <Outcomes items={items} />
              </div>
            </details>
          )}
        </>
      }
    />
  );
}

function Outcomes({ items }: { items: RetriedIncident[] }) {
  const words = useWords(incidentWords);
  const text = useText();
  if (items.length === 0) return null;
  return (
    <ul className="plain-list">
      {items.map(({ id, reportId, ticket, result, problem }) => (
        <li key={id}>
          {reportId === null ? (
            words.incident(id)
          ) : (
            <Link to={`/cases/${reportId}`}>{ticket ?? reportId}</Link>
          )}
          {': '}
          {problem
            ? text(problem.detail ?? problem.title)
            : result === 'resolved'
              ? words.oneResolved
              : words.oneRetried}
        </li>
      ))}
    </ul>
  );
}

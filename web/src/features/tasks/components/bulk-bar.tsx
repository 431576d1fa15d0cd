import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { QueuedTask } from '../../../api/wire.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { MOST_AT_ONCE, type TaskOutcome } from '../api/many-tasks.js';
import { outcomesOfAll, type SharedOutcome } from '../outcomes-of-all.js';
import { taskWords } from '../words.js';

interface BulkBarProps {
  tasks: readonly QueuedTask[];
  busy: boolean;
  onTake(): void;
  onDecide(outcome: SharedOutcome): void;
  onClear(): void;
}

/** What can be done with everything that is selected. */
export function BulkBar({ tasks, busy, onTake, onDecide, onClear }: BulkBarProps) {
  const words = useWords(taskWords);
  const text = useText();
  const tooMany = tasks.length > MOST_AT_ONCE;
  return (
    <div className="bulk" role="region" aria-label={words.selected(tasks.length)}>
      <strong>{words.selected(tasks.length)}</strong>
      <Button size="small" disabled={tooMany} loading={busy} onClick={onTake}>
        {words.takeSelected}
      </Button>
      {outcomesOfAll(tasks).map((shared, index) => (
        <Button
          key={shared.outcome}
          size="small"
          type={index === 0 ? 'primary' : 'default'}
          danger={shared.outcome === 'reject'}
          disabled={tooMany}
          loading={busy}
          onClick={() => onDecide(shared)}
        >
          {words.forAll(text(shared.label))}
        </Button>
      ))}
      {tooMany && <span className="soft">{words.atMost(MOST_AT_ONCE)}</span>}
      <Button size="small" type="link" onClick={onClear}>
        {words.unselect}
      </Button>
    </div>
  );
}

/** What became of each. Those that were not done stay where they are, with the reason and a way there. */
export function BulkResult({
  outcomes,
  error,
  nameOf,
}: {
  outcomes: readonly TaskOutcome[] | undefined;
  error: Error | null;
  nameOf(id: string): string;
}) {
  const words = useWords(taskWords);
  const text = useText();
  if (error) return <ProblemAlert error={error} />;
  if (!outcomes) return null;
  const failed = outcomes.filter(({ done }) => !done);
  const done = outcomes.length - failed.length;
  return (
    <Alert
      className="bar"
      closable
      role="status"
      type={failed.length === 0 ? 'success' : 'warning'}
      showIcon
      title={[done > 0 && words.allDone(done), failed.length > 0 && words.notDone(failed.length)]
        .filter(Boolean)
        .join(', ')}
      description={
        failed.length > 0 && (
          <ul className="plain-list">
            {failed.map(({ id, problem }) => (
              <li key={id}>
                <Link to={`/tasks/${id}`}>{nameOf(id)}</Link>:{' '}
                {problem && text(problem.detail ?? problem.title)}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}

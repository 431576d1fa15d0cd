import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { QueuedTask } from '../../../api/wire.js';
import { Dialog } from '../../../components/dialog.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { MOST_AT_ONCE, type ManyTasks, type TaskOutcome } from '../api/many-tasks.js';
import { outcomesOfAll } from '../outcomes-of-all.js';
import { taskWords } from '../words.js';

interface BulkBarProps {
  tasks: readonly QueuedTask[];
  busy: boolean;
  onWorkOff(many: ManyTasks): void;
  onClear(): void;
}

/** What can be done with everything that is selected. */
export function BulkBar({ tasks, busy, onWorkOff, onClear }: BulkBarProps) {
  const words = useWords(taskWords);
  const text = useText();
  const [asking, setAsking] = useState<string | null>(null);
  const ids = tasks.map(({ id }) => id);
  const tooMany = ids.length > MOST_AT_ONCE;
  const decide = (outcome: string, owesNote: boolean) =>
    owesNote ? setAsking(outcome) : onWorkOff({ ids, outcome });
  return (
    <div className="bulk" role="region" aria-label={words.selected(ids.length)}>
      <strong>{words.selected(ids.length)}</strong>
      <Button size="small" disabled={tooMany} loading={busy} onClick={() => onWorkOff({ ids })}>
        {words.takeSelected}
      </Button>
      {outcomesOfAll(tasks).map(({ outcome, label, owesNote }, index) => (
        <Button
          key={outcome}
          size="small"
          type={index === 0 ? 'primary' : 'default'}
          danger={outcome === 'reject'}
          disabled={tooMany}
          loading={busy}
          onClick={() => decide(outcome, owesNote)}
        >
          {words.forAll(text(label))}
        </Button>
      ))}
      {tooMany && <span className="soft">{words.atMost(MOST_AT_ONCE)}</span>}
      <Button size="small" type="link" onClick={onClear}>
        {words.unselect}
      </Button>
      {asking !== null && (
        <ReasonDialog
          onClose={() => setAsking(null)}
          onGiven={(note) => {
            onWorkOff({ ids, outcome: asking, note });
            setAsking(null);
          }}
        />
      )}
    </div>
  );
}

function ReasonDialog({ onClose, onGiven }: { onClose(): void; onGiven(note: string): void }) {
  const words = useWords(taskWords);
  const [note, setNote] = useState('');
  return (
    <Dialog
      title={words.reasonForAll}
      onClose={onClose}
      actions={
        <Button type="primary" disabled={note.trim() === ''} onClick={() => onGiven(note.trim())}>
          {words.decideAll}
        </Button>
      }
    >
      <textarea
        className="plain-text"
        autoFocus
        rows={4}
        maxLength={2000}
        aria-label={words.reasonForAll}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </Dialog>
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

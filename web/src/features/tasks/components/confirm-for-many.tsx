import { Button } from 'antd';
import type { QueuedTask } from '../../../api/wire.js';
import { Dialog } from '../../../components/dialog.js';
import { useWords } from '../../../i18n/language.js';
import { taskWords } from '../words.js';

const MOST_NAMED = 8;

interface ConfirmForManyProps {
  /** Of the outcome, as its button says. */
  label: string;
  tasks: readonly QueuedTask[];
  onClose(): void;
  onConfirm(): void;
}

/** Asked once more: one key begins it, a hundred registrations follow, and no list takes them back. Enter goes on. */
export function ConfirmForMany({ label, tasks, onClose, onConfirm }: ConfirmForManyProps) {
  const words = useWords(taskWords);
  const count = tasks.length;
  return (
    <Dialog
      title={words.confirmForAll(label, count)}
      onClose={onClose}
      actions={
        <Button type="primary" onClick={onConfirm}>
          {words.decideAll(label, count)}
        </Button>
      }
    >
      <ul className="plain-list">
        {tasks.slice(0, MOST_NAMED).map(({ id, title, ticket }) => (
          <li key={id}>
            {title} <span className="ticket soft">{ticket}</span>
          </li>
        ))}
        {count > MOST_NAMED && <li className="soft">{words.andOthers(count - MOST_NAMED)}</li>}
      </ul>
    </Dialog>
  );
}

import { Link } from 'react-router';
import { LinkButton } from '../../../components/link-button.js';
import type { QueuedTask } from '../../../api/wire.js';
import { useText, useWords } from '../../../i18n/language.js';
import { taskWords } from '../words.js';
import { Due } from './due.js';
import './task-lines.css';

/** A few tasks as lines, where a desk shows what waits. */
export function TaskLines({ tasks }: { tasks: readonly QueuedTask[] }) {
  const words = useWords(taskWords);
  const text = useText();
  return (
    <ul className="task-lines">
      {tasks.map((task) => (
        <li key={task.id}>
          <span className="task-line-name">
            <Link to={`/tasks/${task.id}`}>{task.title || task.ticket}</Link>
            <span className="soft">
              {text(task.names)} · <span className="ticket">{task.ticket}</span>
            </span>
            {task.lastNote !== null && <span className="task-line-note">{task.lastNote}</span>}
          </span>
          <Due at={task.dueAt} />
          <LinkButton to={`/tasks/${task.id}`} tabIndex={-1} aria-hidden="true" size="small">
            {words.open}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

import { memo } from 'react';
import { Link } from 'react-router';
import type { QueuedTask } from '../../../api/wire.js';
import { LabelTag } from '../../../components/label-tag.js';
import { useText, useWords } from '../../../i18n/language.js';
import { ForWhom } from '../../absences/components/for-whom.js';
import { severityTones } from '../../findings/severity.js';
import { findingWords } from '../../findings/words.js';
import { openedFrom } from '../list-of.js';
import { urgedWords } from '../urged-words.js';
import { taskWords } from '../words.js';
import { OfficerName } from '../../officers/officer-name.js';
import { Age, Due } from './due.js';

export interface QueueRowActs {
  onSelect(ids: string[], chosen: boolean): void;
  onOpen(task: QueuedTask): void;
  /** Takes it; the page says what became of it. */
  onClaim(task: QueuedTask): void;
}

interface QueueRowProps extends QueueRowActs {
  task: QueuedTask;
  typeName: string;
  /** The list that it stands in, as in the page's address. */
  list: string;
  row: number;
  isActive: boolean;
  isSelected: boolean;
  isMine: boolean;
  onFocus(row: number): void;
}

/**
 * Drawn anew only when something of its own changes: a wheel makes dozens a second. Its tick and its button are the browser's own, which
 * cost a tenth of the library's.
 */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { task, typeName, list, row, isActive, isSelected, isMine, onSelect, onOpen, onClaim, onFocus } =
    props;
  const words = useWords(taskWords);
  const text = useText();
  const urged = useWords(urgedWords);
  const finding = useWords(findingWords);
  const name = task.title || task.ticket;
  const isFree = task.assignee === null;
  return (
    <tr
      data-row={row}
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      className={isActive ? 'queue-active' : undefined}
      onFocus={() => onFocus(row)}
    >
      <td className="queue-tick">
        <input
          type="checkbox"
          aria-label={words.selectNamed(name)}
          checked={isSelected}
          onChange={({ target }) => onSelect([task.id], target.checked)}
        />
      </td>
      <td className="queue-name">
        <span className="queue-line">
          <span className="queue-first">
            <Link to={`/tasks/${task.id}`} state={openedFrom(list)} tabIndex={isActive ? 0 : -1}>
              {name}
            </Link>
            <span className="queue-marks">
              {task.urgedBy !== null && <LabelTag tone="bad">{urged.urged}</LabelTag>}
              {task.severity && (
                <LabelTag tone={severityTones[task.severity]}>{finding[task.severity]}</LabelTag>
              )}
              <ForWhom deputyOf={task.deputyOf} />
            </span>
          </span>
          <span className="soft queue-under">
            {typeName}
            {task.areaName && ` · ${task.areaName}`}
            <span className="queue-narrow"> · {text(task.names)}</span>
          </span>
        </span>
      </td>
      <td className="queue-step">{text(task.names)}</td>
      <td className="queue-wider ticket">{task.ticket}</td>
      <td className="queue-wider">
        <Age since={task.openedAt} />
      </td>
      <td>
        <Due at={task.dueAt} />
      </td>
      <td className="queue-wide">
        {isMine ? (
          <LabelTag tone="work">{words.mine}</LabelTag>
        ) : task.assignee === null ? (
          <span className="soft">{words.free}</span>
        ) : (
          <OfficerName of={task.assignee} />
        )}
      </td>
      <td className="queue-button">
        <button
          type="button"
          className={isFree || isMine ? 'queue-act queue-act-first' : 'queue-act'}
          aria-label={isFree ? words.claimNamed(name) : words.openNamed(name)}
          onClick={() => (isFree ? onClaim(task) : onOpen(task))}
        >
          {isFree ? words.claim : words.open}
        </button>
      </td>
    </tr>
  );
});

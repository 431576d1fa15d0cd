import { Button, Checkbox } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { QueuedTask } from '../../../api/wire.js';
import { LabelTag } from '../../../components/label-tag.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { severityTones } from '../../findings/severity.js';
import { findingWords } from '../../findings/words.js';
import { rowWindow } from '../row-window.js';
import { taskWords } from '../words.js';
import { Age, Due } from './due.js';

/** Every row is as high as this (queue.css): a list of a hundred thousand draws only what is in view. */
const ROW_HEIGHT = 52;

export interface QueueTableProps {
  tasks: readonly QueuedTask[];
  selected: ReadonlySet<string>;
  onSelect(ids: string[], chosen: boolean): void;
  onOpen(task: QueuedTask): void;
  /** Takes it; the page says what became of it. */
  onClaim(task: QueuedTask): void;
  /** The end of what is loaded is near. */
  onNearEnd(): void;
  /** A key that is no movement: `a`, `r`, `/`, `?` ... */
  onKey(key: string): boolean;
}

/** The queue: a table for readers and hands, with arrow keys between its rows. */
export function QueueTable(props: QueueTableProps) {
  const { tasks, selected, onSelect, onNearEnd } = props;
  const words = useWords(taskWords);
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ scrollTop: 0, viewHeight: 600 });
  const [active, setActive] = useState(0);
  const focusing = useRef(false);
  const at = Math.min(active, Math.max(0, tasks.length - 1));
  const shown = rowWindow({ count: tasks.length, rowHeight: ROW_HEIGHT, ...view });

  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const measure = () => setView({ scrollTop: box.scrollTop, viewHeight: box.clientHeight });
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(box);
    return () => watching.disconnect();
  }, []);
  useEffect(() => {
    if (shown.to >= tasks.length - 40) onNearEnd();
  }, [shown.to, tasks.length, onNearEnd]);
  useEffect(() => {
    if (!focusing.current) return;
    focusing.current = false;
    frame.current?.querySelector<HTMLElement>(`[data-row="${at}"] a`)?.focus({ preventScroll: true });
  }, [at, view]);

  const goTo = (index: number) => {
    const box = frame.current;
    const to = Math.min(Math.max(index, 0), tasks.length - 1);
    if (!box || to < 0) return;
    focusing.current = true;
    setActive(to);
    const [top, bottom] = [to * ROW_HEIGHT, (to + 2) * ROW_HEIGHT];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
    setView({ scrollTop: box.scrollTop, viewHeight: box.clientHeight });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (handle(event.key)) event.preventDefault();
  };
  const handle = (key: string): boolean => {
    const task = tasks[at];
    const pageful = Math.max(1, Math.floor(view.viewHeight / ROW_HEIGHT) - 2);
    const moves: Record<string, number> = {
      ...{ ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: tasks.length - 1 },
      ...{ PageDown: at + pageful, PageUp: at - pageful },
    };
    if (key in moves) goTo(moves[key]!);
    else if (key === 'x' && task) onSelect([task.id], !selected.has(task.id));
    else if (key === 'c' && task) props.onClaim(task);
    else return props.onKey(key);
    return true;
  };
  const all = tasks.length > 0 && tasks.every(({ id }) => selected.has(id));
  return (
    <div
      ref={frame}
      className="queue"
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
        setView({ scrollTop, viewHeight: clientHeight })
      }
    >
      <table aria-label={words.title} aria-rowcount={tasks.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="queue-tick">
              <Checkbox
                aria-label={words.selectAll}
                checked={all}
                indeterminate={!all && selected.size > 0}
                onChange={({ target }) =>
                  onSelect(
                    tasks.map(({ id }) => id),
                    target.checked,
                  )
                }
              />
            </th>
            <th scope="col">{words.name}</th>
            <th scope="col" className="queue-wide">
              {words.step}
            </th>
            <th scope="col" className="queue-wider">
              {words.ticket}
            </th>
            <th scope="col" className="queue-wider">
              {words.age}
            </th>
            <th scope="col">{words.due}</th>
            <th scope="col" className="queue-wide">
              {words.assignee}
            </th>
            <th scope="col">
              <span className="sr-only">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Space height={shown.above} />
          {tasks.slice(shown.from, shown.to).map((task, index) => (
            <QueueRow
              key={task.id}
              {...{ selected, onSelect, onOpen: props.onOpen, onClaim: props.onClaim }}
              task={task}
              row={shown.from + index}
              isActive={shown.from + index === at}
              onFocus={() => setActive(shown.from + index)}
            />
          ))}
          <Space height={shown.below} />
        </tbody>
      </table>
    </div>
  );
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');

function Space({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={8} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

interface QueueRowProps extends Pick<QueueTableProps, 'selected' | 'onSelect' | 'onOpen' | 'onClaim'> {
  task: QueuedTask;
  row: number;
  isActive: boolean;
  onFocus(): void;
}

function QueueRow({ task, row, isActive, selected, onSelect, onOpen, onClaim, onFocus }: QueueRowProps) {
  const words = useWords(taskWords);
  const finding = useWords(findingWords);
  const text = useText();
  const officer = useOfficer();
  const eventTypes = useEventTypes();
  const type = eventTypes.data?.find(({ id }) => id === task.type);
  const typeName = type ? text(type.names) : task.type;
  const name = task.title || task.ticket;
  const isMine = task.assignee === officer.username;
  return (
    <tr
      data-row={row}
      aria-rowindex={row + 2}
      aria-selected={selected.has(task.id)}
      className={isActive ? 'queue-active' : undefined}
      onFocus={onFocus}
    >
      <td className="queue-tick">
        <Checkbox
          aria-label={words.selectNamed(name)}
          checked={selected.has(task.id)}
          onChange={({ target }) => onSelect([task.id], target.checked)}
        />
      </td>
      <td className="queue-name">
        <Link to={`/tasks/${task.id}`} tabIndex={isActive ? 0 : -1}>
          {name}
        </Link>
        {task.severity && <LabelTag tone={severityTones[task.severity]}>{finding[task.severity]}</LabelTag>}
        <span className="soft queue-under">
          {typeName}
          <span className="queue-narrow"> · {task.name}</span>
          {task.areaName && ` · ${task.areaName}`}
        </span>
      </td>
      <td className="queue-wide">{task.name}</td>
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
        ) : (
          (task.assignee ?? <span className="soft">{words.free}</span>)
        )}
      </td>
      <td className="queue-button">
        {task.assignee === null ? (
          <Button
            size="small"
            type="primary"
            aria-label={words.claimNamed(name)}
            onClick={() => onClaim(task)}
          >
            {words.claim}
          </Button>
        ) : (
          <Button
            size="small"
            type={isMine ? 'primary' : 'default'}
            aria-label={words.openNamed(name)}
            onClick={() => onOpen(task)}
          >
            {words.open}
          </Button>
        )}
      </td>
    </tr>
  );
}

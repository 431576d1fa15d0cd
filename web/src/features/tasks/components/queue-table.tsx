import { Checkbox } from 'antd';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { useLocation } from 'react-router';
import type { QueuedTask } from '../../../api/wire.js';
import { useKeptState } from '../../../components/use-kept-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { isOpenedFrom } from '../list-of.js';
import { rowWindow } from '../row-window.js';
import { taskWords } from '../words.js';
import { QueueRow, type QueueRowActs } from './queue-row.js';

/** Every row is as high as this (queue.css): a list of a hundred thousand draws only what is in view. */
const ROW_HEIGHT = 52;

/** A list moves on under a wheel by so many rows before it is drawn anew; fewer than are drawn beyond its edges. */
const ROWS_A_STEP = 4;

/** So many rows before the end the next page is fetched: it is there before a wheel is. */
const ROWS_AHEAD = 150;

export interface QueueTableProps extends QueueRowActs {
  tasks: readonly QueuedTask[];
  /** What is listed, as in the page's address. */
  list: string;
  selected: ReadonlySet<string>;
  /** The end of what is loaded is near. */
  onNearEnd(): void;
  /** Puts it before the others, or back into its turn. */
  onUrge(task: QueuedTask): void;
  /** A key that is no movement: `a`, `r`, `/`, `?` ... */
  onKey(key: string): boolean;
}

/** The queue: a table for readers and hands, with arrow keys between its rows. */
export function QueueTable(props: QueueTableProps) {
  const { tasks, list, selected, onSelect, onOpen, onClaim, onNearEnd } = props;
  const words = useWords(taskWords);
  const text = useText();
  const { username } = useOfficer();
  const eventTypes = useEventTypes();
  const typeNames = useMemo(
    () => new Map(eventTypes.data?.map(({ id, names }) => [id, text(names)])),
    [eventTypes.data, text],
  );
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ scrollTop: 0, viewHeight: 600 });
  const look = useCallback(
    (box: HTMLElement) =>
      setView((before) => {
        const step = ROW_HEIGHT * ROWS_A_STEP;
        const next = {
          scrollTop: Math.floor(box.scrollTop / step) * step,
          viewHeight: box.clientHeight + step,
        };
        const isSame = next.scrollTop === before.scrollTop && next.viewHeight === before.viewHeight;
        return isSame ? before : next;
      }),
    [],
  );
  const [active, setActive] = useKeptState<number | null>('row of the queue', null);
  const { state: cameWith } = useLocation();
  const focusing = useRef(false);
  const at = Math.min(active ?? 0, Math.max(0, tasks.length - 1));
  const shown = rowWindow({ count: tasks.length, rowHeight: ROW_HEIGHT, ...view });

  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    look(box);
    const watching = new ResizeObserver(() => look(box));
    watching.observe(box);
    return () => watching.disconnect();
  }, [look]);
  useEffect(() => {
    if (shown.to >= tasks.length - ROWS_AHEAD) onNearEnd();
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
    look(box);
  };
  // Back from a task one stands where one was, and goes on by keyboard.
  const goBackTo = useEffectEvent(() => {
    if (active !== null || isOpenedFrom(cameWith)) goTo(at);
  });
  useEffect(() => goBackTo(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (handle(event.key)) event.preventDefault();
  };
  const handle = (key: string): boolean => {
    const task = tasks[at];
    const pageful = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const moves: Record<string, number> = {
      ...{ ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: tasks.length - 1 },
      ...{ PageDown: at + pageful, PageUp: at - pageful },
    };
    if (key in moves) goTo(moves[key]!);
    else if (key === 'x' && task) onSelect([task.id], !selected.has(task.id));
    else if (key === 'c' && task) onClaim(task);
    else if (key === 'p' && task) props.onUrge(task);
    else return props.onKey(key);
    return true;
  };
  const all = tasks.length > 0 && tasks.every(({ id }) => selected.has(id));
  return (
    <div
      ref={frame}
      className="queue"
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => look(currentTarget)}
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
            <th scope="col" className="queue-step">
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
              {...{ task, list, onSelect, onOpen, onClaim }}
              typeName={typeNames.get(task.type) ?? task.type}
              row={shown.from + index}
              isActive={shown.from + index === at}
              isSelected={selected.has(task.id)}
              isMine={task.assignee === username}
              onFocus={setActive}
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

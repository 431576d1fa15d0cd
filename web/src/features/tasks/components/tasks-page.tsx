import { Alert, Button, Checkbox } from 'antd';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import type { QueuedTask } from '../../../api/wire.js';
import { LoadingLines } from '../../../components/loading-lines.js';
import { LabelTag } from '../../../components/label-tag.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useKeptState } from '../../../components/use-kept-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { StandsIn } from '../../absences/components/stands-in.js';
import { usePreference } from '../../preferences/preference.js';
import { useClaimTask } from '../api/claim-task.js';
import { MOST_AT_ONCE, useManyTasks } from '../api/many-tasks.js';
import { useQueueCounts } from '../api/queue-counts.js';
import { useQueue } from '../api/queue.js';
import { useUrgeTask } from '../api/urge-task.js';
import { openedFrom } from '../list-of.js';
import { outcomesOfAll, type SharedOutcome } from '../outcomes-of-all.js';
import { readFilter, writeFilter, type QueueFilter } from '../queue-filter.js';
import { readSettings } from '../saved-filters.js';
import { taskWords } from '../words.js';
import { BulkBar, BulkResult } from './bulk-bar.js';
import { ConfirmForMany } from './confirm-for-many.js';
import { FilterBar } from './filter-bar.js';
import { FilterChips } from './filter-chips.js';
import { QueueTable } from './queue-table.js';
import { Shortcuts } from './shortcuts.js';
import './queue.css';
import { useToast } from '../../../components/toast.js';

const ReasonForMany = lazy(() => import('./reason-for-many.js'));

const NONE: QueuedTask[] = [];

/** The officer's queue: hundreds of tasks a day, by hand or by keyboard. */
export function TasksPage() {
  const words = useWords(taskWords);
  const counts = useQueueCounts();
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => readFilter(search), [search]);
  const [number, setNumber] = useKeptState<string | undefined>('number of the queue', undefined);
  const queue = useQueue({ filter, number });
  const tasks = useMemo(() => queue.data?.pages.flatMap(({ items }) => items) ?? [], [queue.data]);
  const searchBox = useRef<HTMLInputElement>(null);
  const show = (next: QueueFilter) => setSearch(writeFilter(next), { replace: true });
  const choose = (chosen: string) => {
    setNumber(undefined);
    setSearch(chosen, { replace: true });
  };
  return (
    <Page title={words.title} lead={words.lead(counts?.all ?? tasks.length)} actions={<OpenNext />}>
      <StandsIn />
      <FilterChips filter={filter} onChoose={choose} />
      <FilterBar filter={filter} number={number} search={searchBox} onChange={show} onNumber={setNumber} />
      {number && (
        <LabelTag tone="info">
          {words.numberSought(`${number.slice(0, 4)}********${number.slice(-4)}`)}
        </LabelTag>
      )}
      {queue.error && <ProblemAlert error={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.isOld && (
        <Alert
          type="info"
          showIcon
          className="bar"
          title={words.listIsOld}
          action={
            <Button size="small" onClick={() => void queue.askAgain()}>
              {words.refresh}
            </Button>
          }
        />
      )}
      <Queue
        tasks={tasks}
        list={writeFilter(filter)}
        isNarrowed={number !== undefined || writeFilter({ ...filter, sort: 'priority' }) !== ''}
        onShowAll={() => choose('')}
        isPending={queue.isPending}
        onNearEnd={queue.hasNextPage && !queue.isFetching ? () => void queue.fetchNextPage() : null}
        onSearch={() => searchBox.current?.focus()}
      />
    </Page>
  );
}

function OpenNext() {
  const words = useWords(taskWords);
  const settings = usePreference('tasks', readSettings);
  return (
    <Checkbox
      checked={settings.value.openNext}
      disabled={!settings.isLoaded}
      onChange={({ target }) => settings.set({ ...settings.value, openNext: target.checked })}
    >
      {words.openNext}
    </Checkbox>
  );
}

/** That nothing matches says nothing of what waits besides. */
function Empty({ isNarrowed, onShowAll }: { isNarrowed: boolean; onShowAll(): void }) {
  const words = useWords(taskWords);
  return (
    <div className="queue-empty">
      <p>{isNarrowed ? words.noneMatches : words.none}</p>
      {isNarrowed && <Button onClick={onShowAll}>{words.showAll}</Button>}
    </div>
  );
}

interface QueueProps {
  tasks: QueuedTask[];
  list: string;
  /** Only some of the queue is asked for. */
  isNarrowed: boolean;
  onShowAll(): void;
  isPending: boolean;
  onNearEnd: (() => void) | null;
  onSearch(): void;
}

function Queue({ tasks, list, isNarrowed, onShowAll, isPending, onNearEnd, onSearch }: QueueProps) {
  const words = useWords(taskWords);
  const text = useText();
  const navigate = useNavigate();
  const toast = useToast();
  const claim = useClaimTask();
  const { mutate: urge } = useUrgeTask();
  const many = useManyTasks();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [helping, setHelping] = useState(false);
  const [asking, setAsking] = useState<SharedOutcome | null>(null);
  // Of tasks that left the list nobody can say any more what they are: the names of those just worked on are kept.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const selected = chosen.size === 0 ? NONE : tasks.filter(({ id }) => chosen.has(id));
  const select = useCallback(
    (ids: string[], isChosen: boolean) =>
      setChosen((before) => {
        const next = new Set(before);
        for (const id of ids)
          if (isChosen) next.add(id);
          else next.delete(id);
        return next;
      }),
    [],
  );
  const open = useCallback(
    ({ id }: QueuedTask) => void navigate(`/tasks/${id}`, { state: openedFrom(list) }),
    [navigate, list],
  );
  const { mutate: take } = claim;
  const takeAndOpen = useCallback(
    (task: QueuedTask) =>
      take(task.id, {
        onSuccess: () => open(task),
        onError: (error) =>
          toast.warning(error instanceof ProblemError ? text(error.problem.title) : String(error)),
      }),
    [take, open, toast, text],
  );
  const workOff = (asked: Parameters<typeof many.mutate>[0]) => {
    setNames(new Map(selected.map(({ id, title, ticket }) => [id, title || ticket])));
    many.mutate(asked, { onSuccess: () => setChosen(new Set()) });
  };
  const ids = selected.map(({ id }) => id);
  const approveAll = () => {
    const [first] = outcomesOfAll(selected);
    if (selected.length > MOST_AT_ONCE) toast.warning(words.atMost(MOST_AT_ONCE));
    else if (!first) toast.warning(words.nothingForAll);
    else setAsking(first);
  };
  const nearEnd = useCallback(() => onNearEnd?.(), [onNearEnd]);
  const onKey = (key: string): boolean => {
    if (key === '/') onSearch();
    else if (key === '?') setHelping(true);
    else if (key === 'a' && selected.length > 0 && !many.isPending) approveAll();
    else return false;
    return true;
  };
  if (isPending) return <LoadingLines lines={8} />;
  return (
    <>
      <BulkResult outcomes={many.data} error={many.error} nameOf={(id) => names.get(id) ?? id} />
      {selected.length > 0 && (
        <BulkBar
          tasks={selected}
          busy={many.isPending}
          onTake={() => workOff({ ids })}
          onDecide={setAsking}
          onClear={() => setChosen(new Set())}
        />
      )}
      {asking && !asking.owesNote && selected.length > 0 && (
        <ConfirmForMany
          label={text(asking.label)}
          tasks={selected}
          onClose={() => setAsking(null)}
          onConfirm={() => {
            workOff({ ids, outcome: asking.outcome });
            setAsking(null);
          }}
        />
      )}
      {asking?.owesNote && (
        <Suspense>
          <ReasonForMany
            label={text(asking.label)}
            count={ids.length}
            onClose={() => setAsking(null)}
            onGiven={(note) => {
              workOff({ ids, outcome: asking.outcome, note });
              setAsking(null);
            }}
          />
        </Suspense>
      )}
      {tasks.length === 0 ? (
        <Empty isNarrowed={isNarrowed} onShowAll={onShowAll} />
      ) : (
        <QueueTable
          {...{ tasks, list }}
          selected={chosen}
          onSelect={select}
          onNearEnd={nearEnd}
          onKey={onKey}
          onOpen={open}
          onClaim={takeAndOpen}
          onUrge={urge}
        />
      )}
      <p className="soft queue-keys">
        <Button type="link" size="small" onClick={() => setHelping(true)}>
          {words.shortcuts}
        </Button>
      </p>
      {helping && <Shortcuts onClose={() => setHelping(false)} />}
    </>
  );
}

/** Lists that somebody has scrolled far down: asking again from their top would take minutes. They say that they are old instead. */
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page, QueuedTask } from '../../../api/wire.js';

const LISTS = ['tasks', 'list'];

/** Of as many pages a list is asked again by itself. */
const PAGES_ASKED_AGAIN = 2;

type Loaded = InfiniteData<Page<QueuedTask>>;

export function isLong({ state }: { state: { data: unknown } }): boolean {
  return ((state.data as Partial<Loaded> | undefined)?.pages?.length ?? 0) > PAGES_ASKED_AGAIN;
}

/** The queue changed: short lists are asked again, long ones are old from now on. */
export async function askListsAgain(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: LISTS, predicate: (query) => !isLong(query) }),
    client.invalidateQueries({ queryKey: LISTS, predicate: isLong, refetchType: 'none' }),
  ]);
}

/** Also the task that is open. */
export async function askTasksAgain(client: QueryClient): Promise<void> {
  await Promise.all([
    askListsAgain(client),
    client.invalidateQueries({ queryKey: ['tasks'], predicate: ({ queryKey }) => queryKey[1] !== LISTS[1] }),
  ]);
}

/** What was worked off leaves the long lists, and what was taken is marked in them: by itself nothing else of them changes. */
export function changeLongLists(client: QueryClient, change: (task: QueuedTask) => QueuedTask | null): void {
  client.setQueriesData<Loaded>({ queryKey: LISTS, predicate: isLong }, (list) => {
    if (!list) return list;
    let hasChanged = false;
    const pages = list.pages.map((page) => {
      const items = page.items.flatMap((task) => change(task) ?? []);
      const isSame = items.length === page.items.length && items.every((task, at) => task === page.items[at]);
      hasChanged ||= !isSame;
      return isSame ? page : { ...page, items };
    });
    return hasChanged ? { ...list, pages } : list;
  });
}

/** Only its first page stays: that much is asked again at once. */
export function shorten(client: QueryClient, queryKey: readonly unknown[]): void {
  client.setQueryData<Loaded>(
    queryKey,
    (list) => list && { pages: list.pages.slice(0, 1), pageParams: list.pageParams.slice(0, 1) },
  );
}

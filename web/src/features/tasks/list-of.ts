/** From which list a task was opened: its page goes on in that list and back to it. It stands in the browser's history, not in the address. Pure. */

/** State of the history entry of a task that is opened from a list narrowed by this `search`. */
export const openedFrom = (search: string) => ({ list: search });

/** A task led here, or was opened from here. */
export const isOpenedFrom = (state: unknown): boolean =>
  typeof ((state ?? {}) as { list?: unknown }).list === 'string';

/** The list's `search`; empty, the whole queue, for a task that was opened from elsewhere. */
export function listOf(state: unknown): string {
  const { list } = (state ?? {}) as { list?: unknown };
  return typeof list === 'string' ? list : '';
}

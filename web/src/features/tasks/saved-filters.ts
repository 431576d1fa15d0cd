/** What an officer keeps of their task list. Read with care: an older page may have written it. */
import { readFilter, writeFilter } from './queue-filter.js';

export interface SavedFilter {
  name: string;
  /** As in the page's address. */
  search: string;
}

export interface TaskSettings {
  saved: SavedFilter[];
  /** After a decision the next task opens by itself. */
  openNext: boolean;
}

export const MOST_SAVED = 12;

export function readSettings(kept: unknown): TaskSettings {
  const { saved, openNext } = (kept ?? {}) as { saved?: unknown; openNext?: unknown };
  const filters = Array.isArray(saved) ? (saved as Partial<SavedFilter>[]) : [];
  return {
    saved: filters
      .flatMap(({ name, search }) =>
        typeof name === 'string' && typeof search === 'string'
          ? [{ name, search: writeFilter(readFilter(new URLSearchParams(search))) }]
          : [],
      )
      .slice(0, MOST_SAVED),
    openNext: openNext !== false,
  };
}

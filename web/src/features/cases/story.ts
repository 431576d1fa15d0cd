import type { HistoryItem } from '../../api/wire.js';

export interface StoryItem extends HistoryItem {
  start: string;
}

/** Steps in which somebody or something did work, and what began and ended the case; gateways are the diagram's business. */
const TOLD = /task$|callActivity|startEvent|endEvent|boundary|intermediate/i;

/** What a person wants to read of a case's history, in order. */
export function storyOf(items: readonly HistoryItem[]): StoryItem[] {
  return items.flatMap((item) =>
    item.start !== null && TOLD.test(item.kind) ? [{ ...item, start: item.start }] : [],
  );
}

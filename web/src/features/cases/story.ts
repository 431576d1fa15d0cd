import type { HistoryItem } from '../../api/wire.js';

export interface StoryItem extends HistoryItem {
  start: string;
}

/**
 * What a person wants to read of a case's history, in order: the work that was done, how the case began and ended, messages
 * that came and deadlines that passed. Gateways, and timers that only waited, are the diagram's business.
 */
export function storyOf(items: readonly HistoryItem[]): StoryItem[] {
  const main = items[0]?.definitionId;
  return items.flatMap((item) => {
    const told = isWork(item) || isFrame(item, main) || hasHappened(item);
    return told && item.start !== null ? [{ ...item, start: item.start }] : [];
  });
}

const isWork = ({ kind }: HistoryItem) => /task$|callActivity/i.test(kind);

/** Start and end of the case itself, not of the rooms inside of it. */
const isFrame = ({ kind, parentStepId, definitionId }: HistoryItem, main: string | undefined) =>
  /(start|end)Event$/i.test(kind) && parentStepId === null && definitionId === main;

const hasHappened = ({ kind, end, cancelled }: HistoryItem) =>
  /^(intermediate|boundary)/i.test(kind) && !/throw/i.test(kind) && end !== null && !cancelled;

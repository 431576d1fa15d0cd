import type { CaseMove, History, HistoryItem } from '../../api/wire.js';
export interface StoryItem extends HistoryItem {
    start: string;
}
/**
 * What a person wants to read of a case's history, in order: the work that was done, how the case began and ended, messages
 * that came and deadlines that passed. Gateways, and timers that only waited, are the diagram's business.
 */
export declare function storyOf(items: readonly HistoryItem[]): StoryItem[];
/** Done by somebody or something, for as long as it took; the rest happens at once. */
export declare const isWork: ({ kind }: HistoryItem) => boolean;
export type Told = {
    kind: 'step';
    at: string;
    item: StoryItem;
} | {
    kind: 'move';
    at: string;
    move: CaseMove;
};
/** The story with the moments at which the case went on in another version of its model. */
export declare function storyWithMoves({ items, moves }: Pick<History, 'items' | 'moves'>): Told[];
/** The version of its own model that the case is in now, or was in at its end. */
export declare function presentVersion({ items }: Pick<History, 'items'>): string | null;
//# sourceMappingURL=story.d.ts.map
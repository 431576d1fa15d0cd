/**
 * What a person wants to read of a case's history, in order: the work that was done, how the case began and ended, messages
 * that came and deadlines that passed. Gateways, and timers that only waited, are the diagram's business.
 */
export function storyOf(items) {
    // The model, not its version: a case may end in another one than it began in.
    const main = items[0]?.processKey;
    return items.flatMap((item) => {
        const told = isWork(item) || isFrame(item, main) || hasHappened(item);
        return told && item.start !== null ? [{ ...item, start: item.start }] : [];
    });
}
/** Done by somebody or something, for as long as it took; the rest happens at once. */
export const isWork = ({ kind }) => /task$|callActivity/i.test(kind);
/** Start and end of the case itself, not of the rooms inside of it. */
const isFrame = ({ kind, parentStepId, processKey }, main) => /(start|end)Event$/i.test(kind) && parentStepId === null && processKey === main;
const hasHappened = ({ kind, end, cancelled }) => /^(intermediate|boundary)/i.test(kind) && !/throw/i.test(kind) && end !== null && !cancelled;
/** The story with the moments at which the case went on in another version of its model. */
export function storyWithMoves({ items, moves }) {
    const told = [
        ...storyOf(items).map((item) => ({ kind: 'step', at: item.start, item })),
        ...moves.map((move) => ({ kind: 'move', at: move.at, move })),
    ];
    return told.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
/** The version of its own model that the case is in now, or was in at its end. */
export function presentVersion({ items }) {
    return items.findLast(({ processKey }) => processKey === items[0]?.processKey)?.definitionId ?? null;
}
//# sourceMappingURL=story.js.map
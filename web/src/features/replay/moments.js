import { isWork, storyOf } from '../cases/story.js';
/** What the decision of a step says already, or nobody did. */
const TOLD_BY_STEPS = new Set(['task.completed']);
/** In order of time; of those at the same millisecond what the feed told first. */
export function momentsOf(replay) {
    const moments = [
        ...replay.revisions.map(({ revision, madeAt, madeBy }) => ({
            ...{ at: Date.parse(madeAt), kind: 'revised', revision, by: madeBy },
        })),
        ...replay.acts
            .filter(({ action }) => !TOLD_BY_STEPS.has(action))
            .map((act) => ({ at: Date.parse(act.at), kind: 'act', act })),
        // Gateways are passed between two moments: the drawing shows them. The end of the case is told below, by its status.
        ...storyOf(replay.items)
            .filter(({ kind }) => !(replay.ended && /endEvent$/i.test(kind)))
            .flatMap((step) => momentsOfStep(step, replay.moves)),
        ...replay.judgings.map((judging) => ({ at: Date.parse(judging.at), kind: 'judged', judging })),
        ...replay.documents.map((document) => ({
            ...{ at: Date.parse(document.issuedAt), kind: 'issued', document },
        })),
        // What its own case took back is an act of the case.
        ...replay.registrations.flatMap(({ reversedAt, revokedBy }) => reversedAt && revokedBy
            ? [{ at: Date.parse(reversedAt), kind: 'revoked', ticket: revokedBy.ticket }]
            : []),
    ];
    if (replay.ended)
        moments.push({ at: Date.parse(replay.ended.at), kind: 'ended', status: replay.ended.status });
    return moments.sort((one, other) => one.at - other.at);
}
function momentsOfStep(step, moves) {
    const begun = Date.parse(step.start);
    if (!isWork(step))
        return [{ at: Date.parse(step.end ?? step.start), kind: 'happened', step }];
    const moments = [{ at: begun, kind: 'entered', step: inItsVersion(step, moves, begun) }];
    for (const { error, endedAt } of step.attempts)
        if (error !== null)
            moments.push({ at: Date.parse(endedAt), kind: 'failed', step, error });
    for (const { message, openedAt, resolvedAt } of step.incidents) {
        moments.push({ at: Date.parse(openedAt), kind: 'incident', step, message });
        if (resolvedAt !== null)
            moments.push({ at: Date.parse(resolvedAt), kind: 'resolved', step, message });
    }
    if (step.end !== null && step.end !== step.start)
        moments.push({ at: Date.parse(step.end), kind: 'left', step });
    return moments;
}
/** @param at milliseconds since the epoch */
export function standingAt(replay, at) {
    const items = replay.items.flatMap((item) => happenedBy(item.start, at) ? [asOf(inItsVersion(item, replay.moves, at), at)] : []);
    return {
        items,
        definitionId: items.at(-1)?.definitionId ?? null,
        revision: replay.revisions.findLast(({ madeAt }) => happenedBy(madeAt, at)) ?? null,
        findings: (replay.judgings.findLast((judging) => happenedBy(judging.at, at))?.findings ?? []).map((finding) => passedBy(finding, at)),
        documents: replay.documents.flatMap((document) => happenedBy(document.issuedAt, at)
            ? [{ ...document, voidedAt: happenedBy(document.voidedAt, at) ? document.voidedAt : null }]
            : []),
    };
}
function happenedBy(instant, at) {
    return instant !== null && Date.parse(instant) <= at;
}
function passedBy(finding, at) {
    if (happenedBy(finding.acknowledgedAt, at))
        return finding;
    return { ...finding, acknowledgedBy: null, acknowledgedAt: null, acknowledgedReason: null };
}
/** A step that went on in another version stood in the earlier one until then. */
function inItsVersion(item, moves, at) {
    const later = moves.filter((move) => Date.parse(move.at) > at);
    return later.reduceRight((step, { steps, sourceId }) => {
        const moved = steps.find(({ stepId }) => stepId === step.stepId);
        return moved ? { ...step, definitionId: sourceId, element: moved.from, name: moved.fromName } : step;
    }, item);
}
function asOf(item, at) {
    const ended = happenedBy(item.end, at);
    return {
        ...item,
        end: ended ? item.end : null,
        cancelled: item.cancelled && ended,
        ...(ended ? {} : { outcome: null, outcomeLabel: null, note: null, findings: [] }),
        attempts: item.attempts.filter(({ endedAt }) => happenedBy(endedAt, at)),
        incidents: item.incidents
            .filter(({ openedAt }) => happenedBy(openedAt, at))
            .map((incident) => ({
            ...incident,
            resolvedAt: happenedBy(incident.resolvedAt, at) ? incident.resolvedAt : null,
        })),
    };
}
//# sourceMappingURL=moments.js.map
/** A case as a row of moments, each of which changed something, and how everything stood at one of them. Pure. */
import type { Finding, HistoryItem } from '../../api/wire.js';
import { storyOf, type StoryItem } from '../cases/story.js';
import type { Act, Replay } from './api/replay.js';

export type Moment = { at: number } & (
  | { kind: 'entered' | 'left'; step: HistoryItem }
  | { kind: 'failed'; step: HistoryItem; error: string }
  | { kind: 'incident' | 'resolved'; step: HistoryItem; message: string }
  | { kind: 'revised'; revision: number; by: string }
  | { kind: 'issued'; document: Replay['documents'][number] }
  | { kind: 'act'; act: Act }
);

/** What the decision of a step says already, or nobody did. */
const TOLD_BY_STEPS = new Set(['task.completed']);

/** In order of time; of those at the same millisecond what the feed told first. */
export function momentsOf(replay: Replay): Moment[] {
  const moments: Moment[] = [
    ...replay.revisions.map(({ revision, madeAt, madeBy }): Moment => ({
      ...{ at: Date.parse(madeAt), kind: 'revised', revision, by: madeBy },
    })),
    ...replay.acts
      .filter(({ action }) => !TOLD_BY_STEPS.has(action))
      .map((act): Moment => ({ at: Date.parse(act.at), kind: 'act', act })),
    // Gateways are passed between two moments: the drawing shows them.
    ...storyOf(replay.items).flatMap((step) => momentsOfStep(step, replay.moves)),
    ...replay.documents.map((document): Moment => ({
      ...{ at: Date.parse(document.issuedAt), kind: 'issued', document },
    })),
  ];
  return moments.sort((one, other) => one.at - other.at);
}

function momentsOfStep(step: StoryItem, moves: Replay['moves']): Moment[] {
  const begun = Date.parse(step.start);
  const moments: Moment[] = [{ at: begun, kind: 'entered', step: inItsVersion(step, moves, begun) }];
  for (const { error, endedAt } of step.attempts)
    if (error !== null) moments.push({ at: Date.parse(endedAt), kind: 'failed', step, error });
  for (const { message, openedAt, resolvedAt } of step.incidents) {
    moments.push({ at: Date.parse(openedAt), kind: 'incident', step, message });
    if (resolvedAt !== null) moments.push({ at: Date.parse(resolvedAt), kind: 'resolved', step, message });
  }
  if (step.end !== null && step.end !== step.start)
    moments.push({ at: Date.parse(step.end), kind: 'left', step });
  return moments;
}

export interface Standing {
  /** The steps entered by then; what came later has not happened to them. */
  items: HistoryItem[];
  /** Model of the step that the token entered last. */
  definitionId: string | null;
  revision: Replay['revisions'][number] | null;
  findings: Finding[];
  documents: Replay['documents'];
}

/** @param at milliseconds since the epoch */
export function standingAt(replay: Replay, at: number): Standing {
  const items = replay.items.flatMap((item) =>
    item.start !== null && Date.parse(item.start) <= at
      ? [asOf(inItsVersion(item, replay.moves, at), at)]
      : [],
  );
  return {
    items,
    definitionId: items.at(-1)?.definitionId ?? null,
    revision: replay.revisions.findLast(({ madeAt }) => Date.parse(madeAt) <= at) ?? null,
    findings: findingsAt(replay, items),
    documents: replay.documents.filter(({ issuedAt }) => Date.parse(issuedAt) <= at),
  };
}

/** A step that went on in another version stood in the earlier one until then. */
function inItsVersion(item: HistoryItem, moves: Replay['moves'], at: number): HistoryItem {
  const later = moves.filter((move) => Date.parse(move.at) > at);
  return later.reduceRight((step, { steps, sourceId }) => {
    const moved = steps.find(({ stepId }) => stepId === step.stepId);
    return moved ? { ...step, definitionId: sourceId, element: moved.from, name: moved.fromName } : step;
  }, item);
}

function asOf(item: HistoryItem, at: number): HistoryItem {
  const happened = (instant: string | null) => instant !== null && Date.parse(instant) <= at;
  const ended = happened(item.end);
  return {
    ...item,
    end: ended ? item.end : null,
    cancelled: item.cancelled && ended,
    ...(ended ? {} : { outcome: null, outcomeLabel: null, note: null, findings: [] }),
    attempts: item.attempts.filter(({ endedAt }) => happened(endedAt)),
    incidents: item.incidents
      .filter(({ openedAt }) => happened(openedAt))
      .map((incident) => ({
        ...incident,
        resolvedAt: happened(incident.resolvedAt) ? incident.resolvedAt : null,
      })),
  };
}

/** Of the judging that ended last: a later one that found nothing takes back what an earlier one found. */
function findingsAt(replay: Replay, items: readonly HistoryItem[]): Finding[] {
  const judging = new Set(
    replay.items.filter(({ findings }) => findings.length > 0).map(({ element }) => element),
  );
  return items.findLast(({ element, end }) => end !== null && judging.has(element))?.findings ?? [];
}

/** A case as a row of moments, each of which changed something, and how everything stood at one of them. Pure. */
import type { ReportStatus } from '@lampid/domain/report-status';
import type { CaseFinding, HistoryItem } from '../../api/wire.js';
import { isWork, storyOf, type StoryItem } from '../cases/story.js';
import type { Act, Judging, Replay } from './api/replay.js';

export type Moment = { at: number } & (
  | { kind: 'entered' | 'left' | 'happened'; step: HistoryItem }
  | { kind: 'failed'; step: HistoryItem; error: string }
  | { kind: 'incident' | 'resolved'; step: HistoryItem; message: string }
  | { kind: 'revised'; revision: number; by: string }
  | { kind: 'judged'; judging: Judging }
  | { kind: 'issued'; document: Replay['documents'][number] }
  | { kind: 'revoked'; ticket: string | null }
  | { kind: 'ended'; status: ReportStatus }
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
    // Gateways are passed between two moments: the drawing shows them. The end of the case is told below, by its status.
    ...storyOf(replay.items)
      .filter(({ kind }) => !(replay.ended && /endEvent$/i.test(kind)))
      .flatMap((step) => momentsOfStep(step, replay.moves)),
    ...replay.judgings.map((judging): Moment => ({ at: Date.parse(judging.at), kind: 'judged', judging })),
    ...replay.documents.map((document): Moment => ({
      ...{ at: Date.parse(document.issuedAt), kind: 'issued', document },
    })),
    // What its own case took back is an act of the case.
    ...replay.registrations.flatMap(({ reversedAt, revokedBy }): Moment[] =>
      reversedAt && revokedBy
        ? [{ at: Date.parse(reversedAt), kind: 'revoked', ticket: revokedBy.ticket }]
        : [],
    ),
  ];
  if (replay.ended)
    moments.push({ at: Date.parse(replay.ended.at), kind: 'ended', status: replay.ended.status });
  return moments.sort((one, other) => one.at - other.at);
}

function momentsOfStep(step: StoryItem, moves: Replay['moves']): Moment[] {
  const begun = Date.parse(step.start);
  if (!isWork(step)) return [{ at: Date.parse(step.end ?? step.start), kind: 'happened', step }];
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
  /** What the last judging until then found, and what somebody had let pass by then. */
  findings: CaseFinding[];
  /** Issued by then; void only where they were void by then. */
  documents: Replay['documents'];
}

/** @param at milliseconds since the epoch */
export function standingAt(replay: Replay, at: number): Standing {
  const items = replay.items.flatMap((item) =>
    happenedBy(item.start, at) ? [asOf(inItsVersion(item, replay.moves, at), at)] : [],
  );
  return {
    items,
    definitionId: items.at(-1)?.definitionId ?? null,
    revision: replay.revisions.findLast(({ madeAt }) => happenedBy(madeAt, at)) ?? null,
    findings: (replay.judgings.findLast((judging) => happenedBy(judging.at, at))?.findings ?? []).map(
      (finding) => passedBy(finding, at),
    ),
    documents: replay.documents.flatMap((document) =>
      happenedBy(document.issuedAt, at)
        ? [{ ...document, voidedAt: happenedBy(document.voidedAt, at) ? document.voidedAt : null }]
        : [],
    ),
  };
}

function happenedBy(instant: string | null, at: number): instant is string {
  return instant !== null && Date.parse(instant) <= at;
}

function passedBy(finding: CaseFinding, at: number): CaseFinding {
  if (happenedBy(finding.acknowledgedAt, at)) return finding;
  return { ...finding, acknowledgedBy: null, acknowledgedAt: null, acknowledgedReason: null };
}

/** A step that went on in another version stood in the earlier one until then. */
function inItsVersion(item: HistoryItem, moves: Replay['moves'], at: number): HistoryItem {
  const later = moves.filter((move) => Date.parse(move.at) > at);
  return later.reduceRight((step, { steps, sourceId }) => {
    const moved = steps.find(({ stepId }) => stepId === step.stepId);
    return moved ? { ...step, definitionId: sourceId, element: moved.from, names: moved.fromNames } : step;
  }, item);
}

function asOf(item: HistoryItem, at: number): HistoryItem {
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

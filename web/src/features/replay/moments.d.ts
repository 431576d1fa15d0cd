/** A case as a row of moments, each of which changed something, and how everything stood at one of them. Pure. */
import type { CaseFinding, HistoryItem, ReportStatus } from '../../api/wire.js';
import type { Act, Judging, Replay } from './api/replay.js';
export type Moment = {
    at: number;
} & ({
    kind: 'entered' | 'left' | 'happened';
    step: HistoryItem;
} | {
    kind: 'failed';
    step: HistoryItem;
    error: string;
} | {
    kind: 'incident' | 'resolved';
    step: HistoryItem;
    message: string;
} | {
    kind: 'revised';
    revision: number;
    by: string;
} | {
    kind: 'judged';
    judging: Judging;
} | {
    kind: 'issued';
    document: Replay['documents'][number];
} | {
    kind: 'revoked';
    ticket: string | null;
} | {
    kind: 'ended';
    status: ReportStatus;
} | {
    kind: 'act';
    act: Act;
});
/** In order of time; of those at the same millisecond what the feed told first. */
export declare function momentsOf(replay: Replay): Moment[];
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
export declare function standingAt(replay: Replay, at: number): Standing;
//# sourceMappingURL=moments.d.ts.map
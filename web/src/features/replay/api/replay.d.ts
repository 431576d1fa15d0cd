import type { CaseFinding, History, ReportData, ReportStatus } from '../../../api/wire.js';
export interface Act {
    id: string;
    at: string;
    /** Username, or `worker:<topic>`, `relay`, `projector`. */
    actor: string;
    action: string;
    object: string | null;
    detail: Record<string, unknown>;
}
/** One time that rules or the register judged the case. */
export interface Judging {
    at: string;
    step: string;
    version: number | null;
    findings: CaseFinding[];
}
export interface Replay extends History {
    revisions: {
        revision: number;
        madeAt: string;
        madeBy: string;
        data: ReportData;
    }[];
    /** Oldest first. */
    judgings: Judging[];
    /** Oldest first, with the report that revoked one. */
    registrations: {
        registeredAt: string;
        reversedAt: string | null;
        revokedBy: {
            reportId: string;
            ticket: string | null;
        } | null;
    }[];
    /** Null while the case goes on. */
    ended: {
        at: string;
        status: ReportStatus;
    } | null;
    acts: Act[];
    views: {
        id: string;
        at: string;
        actor: string;
    }[];
    documents: {
        id: string;
        kind: string;
        number: string | null;
        issuedAt: string;
        voidedAt: string | null;
    }[];
}
export declare const replayQuery: (id: string) => import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<Replay, Error, Replay, string[]>, "queryFn"> & {
    queryFn?: import("@tanstack/react-query").QueryFunction<Replay, string[], never> | undefined;
} & import("@tanstack/react-query").QueryKeyWithDataTag<string[], Replay, Error>;
export declare function useReplay(id: string): import("@tanstack/react-query").UseQueryResult<Replay, Error>;
/** The case as a signed package. */
export declare const evidenceAddress: (id: string) => string;
//# sourceMappingURL=replay.d.ts.map
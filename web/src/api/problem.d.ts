import type { Severity, Text } from '@lampid/domain/rules/finding';
/** One fault in what was sent, as `application/problem+json` lists it. */
export interface ProblemItem {
    code: string;
    field: string | null;
    severity?: Severity;
    message: Text;
}
/** RFC 9457 problem document, with its sentences in both languages. */
export interface Problem {
    type?: string;
    title: Text;
    status: number;
    detail?: Text | null;
    errors: ProblemItem[];
    traceId?: string;
}
/** Every failed call ends as one of these; `status` 0 means that the server could not be reached. */
export declare class ProblemError extends Error {
    readonly problem: Problem;
    constructor(problem: Problem);
    get status(): number;
}
/** Whether the same call may go well later: the server was away or busy, or nobody was signed in. */
export declare function mayHeal({ status, type }: Pick<Problem, 'status' | 'type'>): boolean;
//# sourceMappingURL=problem.d.ts.map
import { type Problem } from './problem.js';
type QueryValue = string | number | boolean | null | undefined;
export interface RequestOptions {
    query?: Record<string, QueryValue>;
    headers?: Record<string, string>;
    signal?: AbortSignal;
}
export declare function withQuery(path: string, query?: Record<string, QueryValue>): string;
/** Reads a problem document; anything else that failed (a proxy's page, no body) becomes a plain sentence, never raw text. */
export declare function problemFrom(status: number, body: unknown): Problem;
export declare const http: {
    get: <Answer>(path: string, options?: RequestOptions) => Promise<Answer>;
    post: <Answer>(path: string, body?: unknown, options?: RequestOptions) => Promise<Answer>;
    delete: (path: string) => Promise<undefined>;
    put: <Answer>(path: string, body: unknown, options?: RequestOptions) => Promise<Answer>;
};
/** The XML of a diagram and other plain texts. */
export declare function getText(path: string, signal?: AbortSignal): Promise<string>;
export {};
//# sourceMappingURL=http.d.ts.map
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
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.title.en}`);
    this.name = 'ProblemError';
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Whether the same call may go well later: the server was away or busy, or nobody was signed in. */
export function mayHeal({ status, type }: Pick<Problem, 'status' | 'type'>): boolean {
  return (
    status === 0 ||
    status >= 500 ||
    [401, 408, 425, 429].includes(status) ||
    type === '/problems/request-in-flight'
  );
}

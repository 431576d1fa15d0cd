import { ProblemError } from './problem.js';

/**
 * Asks again every `ms` while the page is open. Not after a refusal (wrong role, no sign-in, not there): that answer will not
 * change by itself.
 */
export function pollEvery(ms: number) {
  return ({ state }: { state: { error: Error | null } }): number | false =>
    state.error instanceof ProblemError && state.error.status >= 400 && state.error.status < 500 ? false : ms;
}

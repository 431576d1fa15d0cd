import { ProblemError } from '../api/problem.js';
import { useText } from '../i18n/language.js';

/** A refusal in one sentence of the chosen language, for where an alert has no room. */
export function useRefusal(): (error: unknown) => string {
  const text = useText();
  return (error) =>
    error instanceof ProblemError ? text(error.problem.detail ?? error.problem.title) : String(error);
}

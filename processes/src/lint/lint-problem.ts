import type { Text } from '@lampid/domain/rules/finding';

/** One fault of a bundle. An `error` keeps it from being deployed; a `warning` makes it harder to read. */
export interface LintProblem {
  /** File name inside the bundle. */
  resource: string;
  /** Id of the BPMN element, or null when the whole file is at fault. */
  element: string | null;
  rule: string;
  severity: 'error' | 'warning';
  message: Text;
}

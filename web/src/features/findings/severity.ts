import type { Severity } from '@lampid/domain/rules/finding';
import type { Finding } from '../../api/wire.js';

/** Worst first. */
export const severityOrder: Severity[] = ['E', 'A', 'L', 'W'];

export const severityColors: Record<Severity, string> = { E: 'red', A: 'purple', L: 'orange', W: 'gold' };

export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) || a.code.localeCompare(b.code),
  );
}

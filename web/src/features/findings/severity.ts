import type { Severity } from '@lampid/domain/rules/finding';
import type { Finding } from '../../api/wire.js';
import type { Tone } from '../../components/label-tag.js';

/** Worst first. */
export const severityOrder: Severity[] = ['E', 'A', 'L', 'W'];

export const severityTones: Record<Severity, Tone> = { E: 'bad', A: 'special', L: 'wait', W: 'wait' };

export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) || a.code.localeCompare(b.code),
  );
}

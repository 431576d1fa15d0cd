import type { Text } from '@lampid/domain/rules/finding';
import type { Finding, HistoryItem, Report } from '../../api/wire.js';

export type Reason =
  | { kind: 'rules'; messages: Text[] }
  | { kind: 'decision'; note: string; by: string | null; at: string | null };

/**
 * Why the report came back, was rejected or was cancelled: what the rules found, else what the last decider wrote. Null while the case goes
 * its way.
 */
export function reasonOf(
  {
    status,
    findings,
    cancelReason,
  }: Pick<Report, 'status' | 'cancelReason'> & { findings: readonly Finding[] },
  history: readonly Pick<HistoryItem, 'outcome' | 'note' | 'actor' | 'end'>[],
): Reason | null {
  if (status === 'cancelled' && cancelReason)
    return { kind: 'decision', note: cancelReason, by: null, at: null };
  if (status !== 'returned' && status !== 'rejected') return null;
  const errors = findings.filter(({ severity }) => severity === 'E');
  if (status === 'returned' && errors.length > 0)
    return { kind: 'rules', messages: errors.map(({ message }) => message) };
  const outcome = status === 'returned' ? 'return' : 'reject';
  const decided = history.findLast((step) => step.outcome === outcome && step.note);
  return decided
    ? { kind: 'decision', note: decided.note!, by: decided.actor ?? null, at: decided.end ?? null }
    : null;
}

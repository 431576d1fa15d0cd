import type { Absence } from './api/absences.js';

export type AbsenceState = 'coming' | 'running' | 'over' | 'ended';

/** @param today in Jakarta, `YYYY-MM-DD` */
export function stateOf(
  { from, until, endedAt }: Pick<Absence, 'from' | 'until' | 'endedAt'>,
  today: string,
): AbsenceState {
  if (endedAt !== null) return 'ended';
  if (until < today) return 'over';
  return from > today ? 'coming' : 'running';
}

/** Why a task was not done in time, from what is recorded about it. Pure. */

export const BREACH_CAUSES = [
  /** It is the work of whoever reported: the case was given back to them. */
  'returned',
  /** It stands in what follows when SIAK does not answer. */
  'siak',
  /** It was decided in time, and the engine took the decision late. */
  'delivery',
  /** The case stood still for a technical fault while the task was open. */
  'incident',
  /** Nobody had taken it by its due time. */
  'unclaimed',
  /** An officer had it at its due time. */
  'held',
] as const;
export type BreachCause = (typeof BREACH_CAUSES)[number];

/** Instants are epoch ms. */
export interface LateWork {
  dueAt: number;
  /** By the officer who had it last; null: nobody has it. */
  claimedAt: number | null;
  /** They had it from a colleague, who had taken it before. */
  wasHanded: boolean;
  decidedAt: number | null;
  hadIncident: boolean;
  /** The model gives the report back to whoever reported it. */
  isCorrection: boolean;
  /** The task lies in the model that synchronises with SIAK. */
  isOfSynchronisation: boolean;
}

/**
 * One cause for each: whose turn it was counts first, then what held them up. A fault of the machine explains the work of an officer only, for
 * neither a reporter nor SIAK waits for it.
 */
export function causeOfBreach(work: LateWork): BreachCause {
  if (work.isCorrection) return 'returned';
  if (work.isOfSynchronisation) return 'siak';
  if (work.decidedAt !== null && work.decidedAt <= work.dueAt) return 'delivery';
  if (work.hadIncident) return 'incident';
  const wasTaken = work.wasHanded || (work.claimedAt !== null && work.claimedAt <= work.dueAt);
  return wasTaken ? 'held' : 'unclaimed';
}

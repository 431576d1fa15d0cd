/** What is kept of an officer's tour, so that it is offered once. */
export type TourRecord = 'declined' | 'begun' | 'finished';

/** Null for who was never asked. */
export function readTourRecord(kept: unknown): TourRecord | null {
  return kept === 'declined' || kept === 'begun' || kept === 'finished' ? kept : null;
}

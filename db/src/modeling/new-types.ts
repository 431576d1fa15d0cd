/** Event types that analysts are making: drafts that were made from answers (decision 040). */
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/** Any number that nothing else of ours locks. */
const MAKING_LOCK = 3273_0040;

/** Until the transaction ends nobody else takes a name. */
export async function holdNames(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [MAKING_LOCK]);
}

/** What drafts at work already call theirs; `but`: the id of one that may keep its own. */
export function takenByDrafts(tx: Tx, but?: string): Promise<{ id: string; ticketLetter: string }[]> {
  return rows(
    tx,
    `select process_key as id, made_from->'answers'->>'ticketLetter' as "ticketLetter"
     from modeling.draft where state = 'open' and made_from is not null and id is distinct from $1`,
    [but ?? null],
  );
}

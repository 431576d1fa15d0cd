/** Event types that analysts are making: drafts that hold an `event.ts` (decision 040). */
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/** Any number that nothing else of ours locks. */
const MAKING_LOCK = 3273_0040;

/** Until the transaction ends nobody else takes a name. */
export async function holdNames(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [MAKING_LOCK]);
}

/** What drafts at work already call theirs. */
export function takenByDrafts(tx: Tx): Promise<{ id: string; ticketLetter: string | null }[]> {
  return rows(
    tx,
    `select d.process_key as id, substring(f.content from '"ticketLetter": "([A-Z])"') as "ticketLetter"
     from modeling.draft d join modeling.draft_file f on f.draft_id = d.id and f.name = 'answers.ts'
     where d.state = 'open'`,
  );
}

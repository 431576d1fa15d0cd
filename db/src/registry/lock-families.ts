import type { RegistryNeeds } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { prepared } from '../kernel/prepared.js';
import { rows } from '../kernel/rows.js';

const ATTEMPTS = 3;

const LOCK_CARDS = prepared(
  'registry.lock-cards',
  // One list of numbers: an "or" between a list and a query reads every card of the city.
  `select c.number from registry.family_card c
       where c.number in (
         select unnest($2::text[])
         union
         select r.card_number from registry.resident r where r.nik = any($1::text[]))
       order by c.number for update`,
);
const LOCK_PEOPLE = prepared(
  'registry.lock-people',
  `select r.card_number as card, r.nik = any($1::text[]) as asked from registry.resident r
       where r.nik = any($1::text[]) or r.card_number = any($2::text[]) or r.mother_nik = any($3::text[])
       order by r.id for update`,
);

/**
 * Locks cards by number and then residents by id, so that two registrations that touch the same families wait for each
 * other instead of dying in a deadlock. Cards go first: whoever changes who is in a family holds its card.
 *
 * A person may have changed families while we waited; then their new card is locked too. That one comes out of order, which
 * PostgreSQL's deadlock detection ends in the worst case: a technical failure, tried again.
 */
export async function lockFamilies(tx: Tx, needs: RegistryNeeds): Promise<void> {
  let held = new Set<string>();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const cards = await rows<{ number: string }>(tx, LOCK_CARDS, [needs.niks, needs.familyCards]);
    const locked = new Set([...held, ...cards.map((card) => card.number)]);
    const people = await rows<{ card: string | null; asked: boolean }>(tx, LOCK_PEOPLE, [
      needs.niks,
      [...locked],
      needs.childrenOf,
    ]);
    held = locked;
    if (people.every((person) => !person.asked || person.card === null || held.has(person.card))) return;
  }
}

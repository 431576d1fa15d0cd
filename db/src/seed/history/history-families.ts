/** The families that a past can be made up for, and what is asked of the register on the way. */
import type { RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../../data-source.js';
import { row, rows } from '../../kernel/rows.js';
import type { RowsBefore } from './history-rows.js';

/** Not of the examples, and there before the day `$1`. */
const OPEN_TO_HISTORY = `c.status = 'active' and c.opened_on < $1::date and not exists (
  select from reporting.example_family e where e.card_number = c.number)`;

/** Months close kelurahan by kelurahan: the day from which all are open; null where nothing was ever closed. */
export async function openSince(tx: Tx): Promise<string | null> {
  return (await row<{ day: string | null }>(tx, 'select max(opens_on) as day from statistics.open_period'))!
    .day;
}

/** Numbers of the cards that cases of this installation have posted about. */
export async function cardsOfCases(tx: Tx): Promise<Set<string>> {
  const found = await rows<{ number: string }>(
    tx,
    `select distinct c.number from reporting.report r
     join registry.posting p on p.report_id = r.id join registry.family_card c on c.id = p.card_id
     where r.created_by <> 'seed'`,
  );
  return new Set(found.map(({ number }) => number));
}

export async function familyCount(tx: Tx, since: string): Promise<number> {
  const sql = `select count(*)::int as count from registry.family_card c where ${OPEN_TO_HISTORY}`;
  return (await row<{ count: number }>(tx, sql, [since]))!.count;
}

export async function cardsAfter(
  tx: Tx,
  { after, since, limit }: { after: string; since: string; limit: number },
): Promise<string[]> {
  const found = await rows<{ number: string }>(
    tx,
    `select c.number from registry.family_card c where ${OPEN_TO_HISTORY} and c.number > $2 order by c.number limit $3`,
    [since, after, limit],
  );
  return found.map(({ number }) => number);
}

export async function villages(tx: Tx): Promise<string[]> {
  const found = await rows<{ code: string }>(
    tx,
    'select distinct area_code as code from registry.family_card order by 1',
  );
  return found.map(({ code }) => code);
}

/** One snapshot for each family: what happens to it knows nobody else. */
export function familiesOf({ residents, familyCards }: RegistrySnapshot): RegistrySnapshot[] {
  const byId = new Map(residents.map((resident) => [resident.id, resident]));
  return familyCards.map((card) => ({
    residents: card.members.map(({ residentId }) => byId.get(residentId)!),
    ...{ familyCards: [card], deeds: [], openLetters: [], uncarded: [] },
  }));
}

export async function rowsBefore(tx: Tx, numbers: string[]): Promise<RowsBefore> {
  const found = await row<{
    residents: (RowsBefore['residents'] extends Map<string, infer Row> ? Row : never)[];
    cards: (RowsBefore['cards'] extends Map<string, infer Row> ? Row : never)[];
    memberships: (RowsBefore['memberships'] extends Map<string, infer Row> ? Row : never)[];
  }>(
    tx,
    `with card as (select * from registry.family_card where number = any($1::text[])),
       member as (select m.* from registry.membership m join card on card.id = m.card_id where m.until is null)
     select (select jsonb_agg(to_jsonb(card)) from card) as cards,
       (select jsonb_agg(to_jsonb(r)) from registry.resident r where r.id in (select resident_id from member)) as residents,
       (select jsonb_agg(jsonb_build_object('cardId', card_id, 'residentId', resident_id, 'relation', relation,
          'position', position, 'since', since)) from member) as memberships`,
    [numbers],
  );
  const { residents, cards, memberships } = found!;
  return {
    residents: new Map(residents.map((one) => [one.id, one])),
    cards: new Map(cards.map((one) => [one.number, one])),
    memberships: new Map(memberships.map((one) => [`${one.cardId} ${one.residentId}`, one])),
  };
}

export async function reserveMemberships(tx: Tx, count: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    `select nextval(pg_get_serial_sequence('registry.membership', 'id')) as id from generate_series(1, $1)`,
    [count],
  );
  return found.map(({ id }) => String(id)).reverse();
}

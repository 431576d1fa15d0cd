import { expect } from 'vitest';
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/**
 * What must hold after anything that was done to the register: the ledger counts the people and families that the register
 * has, per RT, sex and citizenship; who is active is on one card, where the card says; every active card has members
 * and one head. `homelessAllowed`: after a reversal that needs a person, who came back may be on no card.
 */
export async function expectBalanced(tx: Tx, options: { homelessAllowed?: boolean } = {}): Promise<void> {
  const people = await rows(
    tx,
    `select * from (
       select area_code, sex, citizenship, sum(ledger)::int as ledger, sum(register)::int as register from (
         select area_code, sex, citizenship, sign as ledger, 0 as register from registry.posting where unit = 'person'
         union all
         select area_code, sex, citizenship, 0, 1 from registry.resident where status = 'active') as counted
       group by 1, 2, 3) as cells where ledger <> register`,
  );
  expect(people, 'people: ledger against register').toEqual([]);
  const families = await rows(
    tx,
    `select * from (
       select area_code, rw, rt, sex, sum(ledger)::int as ledger, sum(register)::int as register from (
         select area_code, rw, rt, sex, sign as ledger, 0 as register from registry.posting where unit = 'family'
         union all
         select c.area_code, c.rw, c.rt, r.sex, 0, 1 from registry.family_card c
         join registry.membership m on m.card_id = c.id and m.until is null and m.relation = 1
         join registry.resident r on r.id = m.resident_id where c.status = 'active') as counted
       group by 1, 2, 3, 4) as cells where ledger <> register`,
  );
  expect(families, 'families: ledger of each RT against register').toEqual([]);
  // Who is on no card is counted somewhere in their kelurahan.
  const neighbours = await rows(
    tx,
    `select * from (
       select area_code, rw, rt, sex, citizenship, sum(ledger)::int as ledger, sum(register)::int as register from (
         select p.area_code, p.rw, p.rt, p.sex, p.citizenship, p.sign as ledger, 0 as register from registry.posting p
         left join registry.resident r on r.id = p.resident_id
         where p.unit = 'person' and not (r.status = 'active' and r.card_number is null)
         union all
         select r.area_code, c.rw, c.rt, r.sex, r.citizenship, 0, 1 from registry.resident r
         join registry.family_card c on c.number = r.card_number where r.status = 'active') as counted
       group by 1, 2, 3, 4, 5) as cells where ledger <> register`,
  );
  expect(neighbours, 'people: ledger of each RT against register').toEqual([]);
  const beside = await rows(
    tx,
    `select * from (
       select area_code, month, kind, unit, sex, citizenship, move_class, sum(amount) as off from (
         select area_code, month, kind, unit, sex, citizenship, move_class, amount from registry.posting_sum
         union all
         select area_code, date_trunc('month', report_date), kind, unit, sex, citizenship, coalesce(move_class, 0), -sign
         from registry.posting) as compared
       group by 1, 2, 3, 4, 5, 6, 7) as sums where off <> 0`,
  );
  expect(beside, 'sums of the ledger against its lines').toEqual([]);
  const ages = await rows(
    tx,
    `select * from (
       select area_code, month, kind, move_class, sex, years, sum(amount) as off from (
         select area_code, date_trunc('month', report_date) as month, kind, move_class, sex, years, sign as amount
         from registry.posting_age
         union all
         select p.area_code, date_trunc('month', p.report_date), p.kind, p.move_class, p.sex,
           extract(year from age(p.event_date, r.birth_date))::int, -p.sign
         from registry.posting p left join registry.resident r on r.id = p.resident_id
         where p.unit = 'person' and p.kind in ('birth', 'death', 'arrival', 'departure')) as compared
       group by 1, 2, 3, 4, 5, 6) as counted where off <> 0`,
  );
  expect(ages, 'ages beside the lines against the people in them').toEqual([]);
  const heads = await rows(
    tx,
    `select id from registry.resident r where heads_card <>
       exists (select from registry.membership m where m.resident_id = r.id and m.until is null and m.relation = 1)
     union all
     select id from registry.resident where not exists (select from registry.known_name n where n.name = lower(resident.name))
     union all
     select id from registry.resident, unnest(registry.name_words(name)) as w (word)
     where not exists (select from registry.known_word k where k.word = w.word)`,
  );
  expect(heads, 'heads, names and their words beside the register').toEqual([]);
  const homeless = await rows(
    tx,
    `select r.id, r.status, r.card_number, c.number, c.area_code, r.area_code as own from registry.resident r
     left join registry.membership m on m.resident_id = r.id and m.until is null
     left join registry.family_card c on c.id = m.card_id
     where r.card_number is distinct from c.number
       or (r.status = 'active' and (c.number is not null or not $1::boolean) and (c.status is distinct from 'active' or r.area_code is distinct from c.area_code))
       or (r.status <> 'active' and c.number is not null)`,
    [options.homelessAllowed ?? false],
  );
  expect(homeless, 'active residents and their cards').toEqual([]);
  const headless = await rows(
    tx,
    `select c.number, c.status, count(m.id) filter (where m.relation = 1)::int as heads, count(m.id)::int as members
     from registry.family_card c left join registry.membership m on m.card_id = c.id and m.until is null
     group by c.id having (c.status = 'active') <> (count(m.id) filter (where m.relation = 1) = 1)
       or (c.status = 'closed' and count(m.id) > 0)`,
  );
  expect(headless, 'active cards and their heads').toEqual([]);
}

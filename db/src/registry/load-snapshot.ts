/**
 * The registry as it is, as far as one report is concerned, in one round trip (three with locks). Void residents (undone
 * registrations) are nowhere in it.
 */
import type { RegistryNeeds, RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { prepared } from '../kernel/prepared.js';
import { row } from '../kernel/rows.js';
import { lockFamilies } from './lock-families.js';
import { loadRegisteredReport } from './registered-report.js';
import { loadUncarded } from './uncarded.js';

const RESIDENT = `jsonb_build_object(
  'id', r.id, 'version', r.version, 'nik', r.nik, 'name', r.name, 'sex', r.sex, 'birthPlace', r.birth_place,
  'birthDate', r.birth_date, 'religion', r.religion, 'maritalStatus', r.marital_status, 'education', r.education,
  'occupation', r.occupation, 'bloodType', r.blood_type, 'citizenship', r.citizenship,
  'fatherName', r.father_name, 'motherName', r.mother_name, 'fatherNik', r.father_nik, 'motherNik', r.mother_nik,
  'birthOrder', r.birth_order, 'status', r.status, 'deathDate', r.death_date, 'familyCardNumber', r.card_number)`;

const CARD = `jsonb_build_object(
  'id', c.id, 'version', c.version, 'number', c.number, 'status', c.status,
  'address', jsonb_build_object('areaCode', c.area_code, 'street', c.street, 'rt', c.rt, 'rw', c.rw,
    'postalCode', c.postal_code),
  'members', coalesce((
    select jsonb_agg(jsonb_build_object('residentId', m.resident_id, 'relation', m.relation, 'position', m.position)
      order by (m.relation = 1) desc, m.position, m.id)
    from registry.membership m where m.card_id = c.id and m.until is null), '[]'))`;

const SNAPSHOT = prepared(
  'registry.snapshot',
  `
with asked as materialized (
  select id, card_number from registry.resident where nik = any($1::text[]) and status <> 'void'
), cards as materialized (
  select id from registry.family_card where number = any($2::text[])
  union
  select c.id from registry.family_card c join asked on asked.card_number = c.number
), people as materialized (
  select id from asked
  union
  select m.resident_id from registry.membership m join cards on cards.id = m.card_id where m.until is null
  union
  select id from registry.resident where mother_nik = any($3::text[]) and status <> 'void'
)
select
  (select coalesce(jsonb_agg(${RESIDENT} order by r.id), '[]')
   from people join registry.resident r using (id)) as residents,
  (select coalesce(jsonb_agg(${CARD} order by c.number), '[]')
   from cards join registry.family_card c using (id)) as "familyCards",
  (select coalesce(jsonb_agg(jsonb_build_object(
     'number', d.number, 'kind', d.kind, 'residentId', d.resident_id, 'status', d.status) order by d.number), '[]')
   from people join registry.deed d on d.resident_id = people.id and d.status = 'valid') as deeds,
  (select coalesce(jsonb_agg(jsonb_build_object('number', l.number, 'status', l.status, 'niks', l.niks) order by l.number), '[]')
   from (
     select letter.number, letter.status, jsonb_agg(r.nik order by r.nik) as niks
     from registry.move_letter letter
     join registry.move_letter_member m on m.letter_id = letter.id
     join people on people.id = m.resident_id
     join registry.resident r on r.id = people.id
     where letter.status in ('issued', 'reserved') and m.confirmed_at is null
     group by letter.id) as l) as "openLetters"`,
);

/**
 * With `lock` (inside a transaction) the families are held until its end, so that what is computed from the snapshot still
 * holds when it is applied. `needs.moveLetter` is another city's: the caller sets `moveLetter` itself.
 */
export async function loadSnapshot(
  tx: Tx,
  needs: RegistryNeeds,
  options: { lock?: boolean } = {},
): Promise<RegistrySnapshot> {
  if (options.lock) await lockFamilies(tx, needs);
  const asked = [needs.niks, needs.familyCards, needs.childrenOf];
  const snapshot = (await row<RegistrySnapshot>(tx, SNAPSHOT, asked.map(padded)))!;
  // Both are rare: who is on no card, and reports about an earlier report.
  const uncarded = snapshot.residents.filter(
    (one) => one.status === 'active' && one.familyCardNumber === null,
  );
  return {
    ...snapshot,
    uncarded: uncarded.length === 0 ? [] : await loadUncarded(tx, uncarded),
    ...(needs.registration === undefined
      ? {}
      : { registration: await loadRegisteredReport(tx, needs.registration) }),
  };
}

/**
 * PostgreSQL assumes ten elements where it does not know them. Lists of at least ten make the plan for unknown ones look no
 * worse, so that it is made once per connection instead of every time (8 ms, eight times what the statement itself takes).
 */
function padded(list: string[]): string[] {
  return [...list, ...Array<string>(Math.max(0, 10 - list.length)).fill('')];
}

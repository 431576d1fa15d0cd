/** The two statements that write a planned effect: rows that change (answering what they were), then rows that are new. */
import { EffectConflict } from '@lampid/domain/registry/change';
import type { RegisteredResult } from '@lampid/processes/define-event';
import type { Tx } from '../data-source.js';
import { prepared } from '../kernel/prepared.js';
import { row } from '../kernel/rows.js';
import type { EffectPlan } from './effect-plan.js';
import type { AppliedChanges, CardBefore, ResidentBefore } from './registrations.js';

const PATCHED = [
  ['nik', 'nik', 'text'],
  ['name', 'name', 'text'],
  ['sex', 'sex', 'smallint'],
  ['birth_place', 'birthPlace', 'text'],
  ['birth_date', 'birthDate', 'date'],
  ['religion', 'religion', 'smallint'],
  ['marital_status', 'maritalStatus', 'smallint'],
  ['education', 'education', 'smallint'],
  ['occupation', 'occupation', 'smallint'],
  ['blood_type', 'bloodType', 'smallint'],
  ['citizenship', 'citizenship', 'smallint'],
  ['father_name', 'fatherName', 'text'],
  ['mother_name', 'motherName', 'text'],
  ['status', 'status', 'text'],
  ['death_date', 'deathDate', 'date'],
  ['merged_into', 'mergedInto', 'uuid'],
] as const;

/** Assignments to `registry.resident as r` from a `patch` in `i`. */
export const SET_PATCH = PATCHED.map(
  ([column, key, type]) =>
    `${column} = case when i.patch ? '${key}' then (i.patch->>'${key}')::${type} else r.${column} end`,
).join(', ');

/** Assignments to `registry.family_card as c` from an `address` in `i`, null where it stays. */
export const SET_ADDRESS = `area_code = coalesce(i.address->>'areaCode', c.area_code),
    street = coalesce(i.address->>'street', c.street),
    rt = coalesce(i.address->>'rt', c.rt),
    rw = coalesce(i.address->>'rw', c.rw),
    postal_code = case when i.address is null then c.postal_code else i.address->>'postalCode' end`;

const CHANGE = prepared(
  'registry.change',
  `
with resident_input as (
  select * from jsonb_to_recordset($1::jsonb)
    as i (id uuid, version int, patch jsonb, "setCard" boolean, card text, area text)
), card_input as (
  select * from jsonb_to_recordset($2::jsonb)
    as i (number text, version int, "closedReason" text, address jsonb)
), membership_input as (
  select * from jsonb_to_recordset($3::jsonb) as i (card text, resident uuid, reason text)
), residents as (
  update registry.resident r set version = r.version + 1, ${SET_PATCH},
    card_number = case when i."setCard" then i.card else r.card_number end,
    area_code = coalesce(i.area, (select c.area_code from registry.family_card c where c.number = i.card),
      (select c.address->>'areaCode' from card_input c where c.number = r.card_number and not i."setCard"), r.area_code)
  from resident_input i join registry.resident old on old.id = i.id
  where r.id = i.id and r.status <> 'void' and (i.version is null or r.version = i.version)
  returning r.id, r.nik, r.version, to_jsonb(old) as before
), cards as (
  update registry.family_card c set version = c.version + 1,
    status = case when i."closedReason" is null then c.status else 'closed' end,
    closed_on = case when i."closedReason" is null then c.closed_on else $4::date end,
    closed_reason = coalesce(i."closedReason", c.closed_reason),
    ${SET_ADDRESS}
  from card_input i join registry.family_card old on old.number = i.number
  where c.number = i.number and c.status = 'active' and (i.version is null or c.version = i.version)
  returning c.id, c.number, c.version, c.status, to_jsonb(old) as before
), along as (
  -- Who stays on a card that moves lives where the card says.
  update registry.resident r set version = r.version + 1, area_code = i.address->>'areaCode'
  from card_input i
  where i.address is not null and r.card_number = i.number and r.id not in (select id from resident_input)
  returning r.id, r.version
), ended as (
  update registry.membership m set until = $4::date, ended_by_report = $5, end_reason = i.reason
  from membership_input i join registry.family_card c on c.number = i.card
  where m.card_id = c.id and m.resident_id = i.resident and m.until is null
  returning m.card_id, m.resident_id, m.relation, m.position, m.since
)
select
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'nik', nik, 'version', version, 'before', before)), '[]')
   from residents) as residents,
  (select coalesce(jsonb_agg(jsonb_build_object(
     'id', id, 'number', number, 'version', version, 'status', status, 'before', before)), '[]') from cards) as cards,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version)), '[]') from along) as along,
  (select coalesce(jsonb_agg(jsonb_build_object('cardId', card_id, 'residentId', resident_id, 'relation', relation,
     'position', position, 'since', since)), '[]') from ended) as ended,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'nik', nik)), '[]')
   from registry.resident where id = any($6::uuid[])) as others`,
);

export interface Changed {
  residents: { id: string; nik: string; version: number; before: ResidentBefore }[];
  cards: { id: string; number: string; version: number; status: 'active' | 'closed'; before: CardBefore }[];
  along: { id: string; version: number }[];
  ended: { cardId: string; residentId: string; relation: number; position: number; since: string }[];
  /** NIKs of the residents in `others`. */
  others: { id: string; nik: string }[];
}

/** Throws EffectConflict when a row is not as the effect was computed from. `others`: resident ids whose NIK is wanted too. */
export async function writeChanges(
  tx: Tx,
  input: { plan: EffectPlan; reportId: string; today: string; others: string[] },
): Promise<Changed> {
  const { plan } = input;
  const changed = await row<Changed>(tx, CHANGE, [
    JSON.stringify(plan.updatedResidents),
    JSON.stringify(plan.updatedCards),
    JSON.stringify(plan.endedMemberships),
    input.today,
    input.reportId,
    input.others,
  ]);
  if (changed!.residents.length !== plan.updatedResidents.length) {
    throw new EffectConflict('RESIDENT_CHANGED', {
      id: 'Data penduduk berubah sejak laporan dinilai',
      en: 'A resident changed since the report was judged',
    });
  }
  if (changed!.cards.length !== plan.updatedCards.length) {
    throw new EffectConflict('FAMILY_CARD_CHANGED', {
      id: 'Kartu keluarga berubah sejak laporan dinilai',
      en: 'A family card changed since the report was judged',
    });
  }
  if (changed!.ended.length !== plan.endedMemberships.length) {
    throw new EffectConflict('NOT_A_MEMBER', {
      id: 'Penduduk bukan lagi anggota kartu keluarga tersebut',
      en: 'A person is no longer a member of that family card',
    });
  }
  return changed!;
}

const ADD = prepared(
  'registry.add',
  `
with new_cards as (
  insert into registry.family_card
    (id, number, area_code, street, rt, rw, postal_code, opened_on, created_by_report)
  select i.id, i.number, i.address->>'areaCode', i.address->>'street', i.address->>'rt', i.address->>'rw',
    i.address->>'postalCode', $1::date, $2
  from jsonb_to_recordset($3::jsonb) as i (id uuid, number text, address jsonb)
), new_residents as (
  -- A void resident is an undone registration of somebody who had a NIK before (an arrival): the same person again.
  insert into registry.resident as r
    (id, nik, name, sex, birth_place, birth_date, religion, marital_status, education, occupation, blood_type,
     citizenship, father_name, mother_name, father_nik, mother_nik, birth_order, status, death_date,
     card_number, area_code, created_by_report)
  select i.id, i.nik, i.name, i.sex, i."birthPlace", i."birthDate", i.religion, i."maritalStatus", i.education,
    i.occupation, i."bloodType", i.citizenship, i."fatherName", i."motherName", i."fatherNik", i."motherNik",
    i."birthOrder", i.status, i."deathDate", i.card,
    coalesce(i.area, (select c.area_code from registry.family_card c where c.number = i.card)), $2
  from jsonb_to_recordset($4::jsonb) as i
    (id uuid, nik text, name text, sex int, "birthPlace" text, "birthDate" date, religion int, "maritalStatus" int,
     education int, occupation int, "bloodType" int, citizenship int, "fatherName" text, "motherName" text,
     "fatherNik" text, "motherNik" text, "birthOrder" int, status text, "deathDate" date, card text, area text)
  on conflict (nik) do update set version = r.version + 1, name = excluded.name, sex = excluded.sex,
    birth_place = excluded.birth_place, birth_date = excluded.birth_date, religion = excluded.religion,
    marital_status = excluded.marital_status, education = excluded.education, occupation = excluded.occupation,
    blood_type = excluded.blood_type, citizenship = excluded.citizenship, father_name = excluded.father_name,
    mother_name = excluded.mother_name, father_nik = excluded.father_nik, mother_nik = excluded.mother_nik,
    birth_order = excluded.birth_order, status = excluded.status, death_date = excluded.death_date,
    card_number = excluded.card_number, area_code = excluded.area_code, created_by_report = excluded.created_by_report
  where r.status = 'void' and r.merged_into is null
  returning r.id, r.version
), begun as (
  insert into registry.membership (card_id, resident_id, relation, position, since, began_by_report)
  select c.id, i.resident, i.relation,
    coalesce(i.position, c.last + row_number() over (partition by c.id order by i.place)), $1::date, $2
  from jsonb_to_recordset($5::jsonb)
    as i (place int, card text, "cardId" uuid, resident uuid, relation int, position int)
  cross join lateral (
    select i."cardId" as id, 0 as last where i."cardId" is not null
    union all
    select f.id, coalesce((select max(m.position) from registry.membership m
      where m.card_id = f.id and m.until is null), 0)
    from registry.family_card f where i."cardId" is null and f.number = i.card
  ) c
  returning id
), new_deeds as (
  insert into registry.deed (id, number, kind, resident_id, registered_on, details, report_id)
  select i.id, i.number, i.kind, i.resident, $1::date, i.details, $2
  from jsonb_to_recordset($6::jsonb) as i (id uuid, number text, kind text, resident uuid, details jsonb)
), letter_input as (
  select * from jsonb_to_recordset($7::jsonb)
    as i (id uuid, number text, origin jsonb, destination jsonb, "validUntil" date, members jsonb)
), new_letters as (
  insert into registry.move_letter (id, number, origin, destination, issued_on, valid_until, report_id)
  select id, number, origin, destination, $1::date, "validUntil", $2 from letter_input
), new_letter_members as (
  insert into registry.move_letter_member (letter_id, resident_id, relation)
  select l.id, m.resident, m.relation
  from letter_input l, jsonb_to_recordset(l.members) as m (resident uuid, relation int)
), line_input as (
  select * from jsonb_to_recordset($8::jsonb) as i
    (kind text, sign int, unit text, "areaCode" text, rt text, rw text, sex int, citizenship int, resident uuid,
     card text, "cardId" uuid, "moveClass" int, "eventDate" date)
), new_postings as (
  -- Lines of one registration count in one month, the first that is open in each of its kelurahan: a move is never in two.
  insert into registry.posting
    (kind, sign, unit, area_code, rt, rw, sex, citizenship, resident_id, card_id, move_class, event_date,
     report_date, report_id)
  select i.kind, i.sign, i.unit, i."areaCode", i.rt, i.rw, i.sex, i.citizenship, i.resident,
    coalesce(i."cardId", (select c.id from registry.family_card c where c.number = i.card)), i."moveClass",
    i."eventDate", (select max(statistics.posting_date(l."areaCode", $1::date)) from line_input l), $2
  from line_input i
), registration as (
  insert into registry.registration (id, report_id, work_id, registered_on, changes, result)
  select $9, $2, $10, $1::date,
    $11::jsonb || jsonb_build_object(
      'created', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version)), '[]') from new_residents),
      'begun', (select coalesce(jsonb_agg(id), '[]') from begun)),
    $12::jsonb
)
select (select count(*)::int from new_residents) as residents, (select count(*)::int from begun) as memberships`,
);

/** Writes what is new and the registration itself. */
export async function writeAdditions(
  tx: Tx,
  input: {
    plan: EffectPlan;
    changed: Changed;
    registrationId: string;
    reportId: string;
    workId: string;
    today: string;
    city: string;
    registered: RegisteredResult;
  },
): Promise<void> {
  const { plan, changed } = input;
  const places = new Map(changed.ended.map((row) => [`${row.cardId} ${row.residentId}`, row.position]));
  const cardIds = new Map(changed.cards.map((card) => [card.number, card.id]));
  const memberships = plan.begunMemberships.map((membership, place) => ({
    ...membership,
    place,
    position: membership.keepsPosition
      ? (places.get(`${cardIds.get(membership.card)} ${membership.resident}`) ?? null)
      : null,
  }));
  const letters = plan.letters.map((letter) => ({
    ...letter,
    origin: { city: input.city, address: originOf(letter.members[0]?.resident, changed) },
  }));
  const applied: Omit<AppliedChanges, 'created' | 'begun'> = {
    updated: changed.residents.map(({ id, version, before }) => ({ id, version, before })),
    along: changed.along,
    opened: plan.openedCards.map(({ id }) => ({ id, version: 1 })),
    cards: changed.cards.map(({ id, version, before }) => ({ id, version, before })),
    closed: changed.cards.filter((card) => card.status === 'closed').map(({ id }) => id),
    ended: changed.ended,
    letters: plan.letters.map(({ id }) => id),
  };
  const counts = await row<{ residents: number; memberships: number }>(tx, ADD, [
    input.today,
    input.reportId,
    JSON.stringify(plan.openedCards),
    JSON.stringify(plan.createdResidents),
    JSON.stringify(memberships),
    JSON.stringify(plan.deeds),
    JSON.stringify(letters),
    JSON.stringify(plan.postings),
    input.registrationId,
    input.workId,
    JSON.stringify(applied),
    JSON.stringify(input.registered),
  ]);
  if (counts!.residents !== plan.createdResidents.length) {
    // Given NIKs were looked up before: somebody was faster in this very moment. A second try sees them.
    throw new Error('a NIK was taken while the registration was being written');
  }
  if (counts!.memberships !== plan.begunMemberships.length) {
    throw new EffectConflict('FAMILY_CARD_NOT_FOUND', {
      id: 'Kartu keluarga tujuan tidak ditemukan',
      en: 'The family card to join was not found',
    });
  }
}

/** Address that a mover leaves: of the card that this effect takes them from. */
function originOf(residentId: string | undefined, changed: Changed): object {
  const left = changed.ended.find((membership) => membership.residentId === residentId);
  const card = changed.cards.find((touched) => touched.id === left?.cardId)?.before;
  if (!card) throw new Error('a move letter names somebody who leaves no family card');
  return {
    areaCode: card.area_code,
    street: card.street,
    rt: card.rt,
    rw: card.rw,
    postalCode: card.postal_code,
  };
}

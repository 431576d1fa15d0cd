/** Writes the rows of a batch of past reports: two statements, whatever their number. */
import type { Tx } from '../../data-source.js';
import { SET_ADDRESS, SET_PATCH } from '../../registry/write-effect.js';
import type { HistoryRows } from './history-rows.js';

const CHANGE = `
with resident_input as (
  select * from jsonb_to_recordset($1::jsonb) as i (id uuid, patch jsonb, "setCard" boolean, card text, area text)
), card_input as (
  select * from jsonb_to_recordset($2::jsonb) as i (number text, "closedReason" text, address jsonb, day date)
), residents as (
  update registry.resident r set version = r.version + 1, ${SET_PATCH},
    card_number = case when i."setCard" then i.card else r.card_number end,
    area_code = coalesce(i.area, (select c.area_code from registry.family_card c where c.number = i.card),
      (select c.address->>'areaCode' from card_input c where c.number = r.card_number and not i."setCard"), r.area_code)
  from resident_input i where r.id = i.id
), cards as (
  update registry.family_card c set version = c.version + 1,
    status = case when i."closedReason" is null then c.status else 'closed' end,
    closed_on = case when i."closedReason" is null then c.closed_on else i.day end,
    closed_reason = coalesce(i."closedReason", c.closed_reason),
    ${SET_ADDRESS}
  from card_input i where c.number = i.number
), along as (
  update registry.resident r set version = r.version + 1, area_code = i.address->>'areaCode'
  from card_input i
  where i.address is not null and r.card_number = i.number and r.id not in (select id from resident_input)
)
update registry.membership m set until = i.day, ended_by_report = i.report, end_reason = i.reason
from jsonb_to_recordset($3::jsonb) as i (card text, resident uuid, reason text, report uuid, day date)
join registry.family_card c on c.number = i.card
where m.card_id = c.id and m.resident_id = i.resident and m.until is null`;

const ADD = `
with reports as (
  insert into reporting.report (id, ticket, type, status, area_code, data, revision, title, search_text, event_date,
    created_by, created_at, submitted_at, ended_at)
  select id, ticket, type, 'completed', "areaCode", data, 1, title, "searchText", "eventDate", 'seed', "submittedAt",
    "submittedAt", "endedAt"
  from jsonb_to_recordset($1::jsonb) as i (id uuid, ticket text, type text, "areaCode" text, data jsonb, title text,
    "searchText" text, "eventDate" date, "submittedAt" timestamptz, "endedAt" timestamptz)
  returning id, data, submitted_at, ended_at
), revisions as (
  insert into reporting.report_revision (report_id, revision, data, made_by, made_at)
  select id, 1, data, 'seed', submitted_at from reports
), new_cards as (
  insert into registry.family_card (id, number, area_code, street, rt, rw, postal_code, opened_on, created_by_report)
  select i.id, i.number, i.address->>'areaCode', i.address->>'street', i.address->>'rt', i.address->>'rw',
    i.address->>'postalCode', i.day, i.report
  from jsonb_to_recordset($2::jsonb) as i (id uuid, number text, address jsonb, day date, report uuid)
), new_residents as (
  insert into registry.resident
    (id, nik, name, sex, birth_place, birth_date, religion, marital_status, education, occupation, blood_type,
     citizenship, father_name, mother_name, father_nik, mother_nik, birth_order, status, death_date,
     card_number, area_code, created_by_report)
  select i.id, i.nik, i.name, i.sex, i."birthPlace", i."birthDate", i.religion, i."maritalStatus", i.education,
    i.occupation, i."bloodType", i.citizenship, i."fatherName", i."motherName", i."fatherNik", i."motherNik",
    i."birthOrder", i.status, i."deathDate", i.card,
    coalesce(i.area, (select c.area_code from registry.family_card c where c.number = i.card)), i.report
  from jsonb_to_recordset($3::jsonb) as i
    (id uuid, nik text, name text, sex int, "birthPlace" text, "birthDate" date, religion int, "maritalStatus" int,
     education int, occupation int, "bloodType" int, citizenship int, "fatherName" text, "motherName" text,
     "fatherNik" text, "motherNik" text, "birthOrder" int, status text, "deathDate" date, card text, area text, report uuid)
), begun as (
  insert into registry.membership (id, card_id, resident_id, relation, position, since, began_by_report)
  overriding system value
  select i.id, i."cardId", i.resident, i.relation, i.position, i.day, i.report
  from jsonb_to_recordset($4::jsonb)
    as i (id bigint, "cardId" uuid, resident uuid, relation int, position int, day date, report uuid)
), new_deeds as (
  insert into registry.deed (id, number, kind, resident_id, registered_on, details, report_id)
  select i.id, i.number, i.kind, i.resident, i.day, i.details, i.report
  from jsonb_to_recordset($5::jsonb)
    as i (id uuid, number text, kind text, resident uuid, details jsonb, day date, report uuid)
), new_letters as (
  insert into registry.move_letter (id, number, status, origin, destination, issued_on, valid_until, report_id)
  select i.id, i.number, 'used', i.origin, i.destination, i.day, i."validUntil", i.report
  from jsonb_to_recordset($6::jsonb)
    as i (id uuid, number text, origin jsonb, destination jsonb, "validUntil" date, day date, report uuid)
), new_letter_members as (
  insert into registry.move_letter_member (letter_id, resident_id, relation, confirmed_at)
  select i.letter, i.resident, i.relation, i.day + interval '9 hours'
  from jsonb_to_recordset($7::jsonb) as i (letter uuid, resident uuid, relation int, day date)
), registrations as (
  insert into registry.registration (id, report_id, work_id, registered_on, changes, result, created_at)
  select i.id, i.report, 'seed:' || i.report, i.day, i.changes, i.result,
    r.submitted_at + 0.6 * (r.ended_at - r.submitted_at)
  from jsonb_to_recordset($8::jsonb) as i (id uuid, report uuid, day date, changes jsonb, result jsonb)
  join reports r on r.id = i.report
)
insert into registry.posting
  (kind, sign, unit, area_code, rt, rw, sex, citizenship, resident_id, card_id, move_class, event_date,
   report_date, report_id)
select i.kind, i.sign, i.unit, i."areaCode", i.rt, i.rw, i.sex, i.citizenship, i.resident,
  coalesce(i."cardId", (select c.id from registry.family_card c where c.number = i.card)), i."moveClass",
  i."eventDate", i.day, i.report
from jsonb_to_recordset($9::jsonb) as i
  (kind text, sign int, unit text, "areaCode" text, rt text, rw text, sex int, citizenship int, resident uuid,
   card text, "cardId" uuid, "moveClass" int, "eventDate" date, day date, report uuid)
order by i.day`;

/** Nothing of the batch may be in the history already. */
export async function writeHistory(tx: Tx, rows: HistoryRows): Promise<void> {
  const json = (list: object[]) => JSON.stringify(list);
  await tx.query(CHANGE, [json(rows.residents), json(rows.cards), json(rows.ended)]);
  await tx.query(ADD, [
    ...[rows.reports, rows.openedCards, rows.newResidents, rows.begun, rows.deeds].map(json),
    ...[rows.letters, rows.letterMembers, rows.registrations, rows.postings].map(json),
  ]);
}

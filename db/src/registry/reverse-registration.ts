/**
 * Undoes a registration that SIAK refused, whose letter was never used, or that another report revokes. Nothing is deleted: postings are reversed in the
 * open month, numbers become void and are never given again, and the families are restored where they are still as the
 * registration left them. Where somebody changed them since, a person decides what is left.
 */
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import type { AppliedChanges } from './registrations.js';
import { decideReversal, type MemberNow, type Reversal, type RowNow } from './decide-reversal.js';

export interface ReverseInput {
  reportId: string;
  /** Another report that takes the registration back (revocation); absent: its own case does. */
  by?: string;
  /** `YYYY-MM-DD`: report date of the reversal postings, where its month is open. */
  today: string;
}

export interface Reversed {
  /** `undone`; `nothing`: no registration stands; `held`: another city has reserved or used a letter of it. */
  outcome: 'undone' | 'nothing' | 'held';
  /** Something could not be restored, or nothing was because it is held. */
  needsPerson: boolean;
}

/**
 * Idempotent: with no standing registration there is nothing to do. A letter by which people are on the way to another city, or have
 * all arrived there, holds everything as it is; of a family that came in parts the others come back.
 */
export async function reverseRegistration(tx: Tx, input: ReverseInput): Promise<Reversed> {
  const standing = await row<{ id: string; changes: AppliedChanges }>(
    tx,
    `select id, changes from registry.registration where report_id = $1 and status = 'standing' for update`,
    [input.reportId],
  );
  if (!standing) return { outcome: 'nothing', needsPerson: false };
  const { id, changes } = standing;
  if (!(await voidLetters(tx, changes.letters))) return { outcome: 'held', needsPerson: true };
  const cards = await lockCards(tx, changes);
  const residents = await lockResidents(tx, changes);
  const members = await membersOf(tx, changes);
  const arrivedElsewhere = await whoArrivedElsewhere(tx, changes.letters);
  const reversal = decideReversal({ changes, cards, residents, members, arrivedElsewhere });
  await restore(tx, { ...input, registrationId: id, changes, reversal });
  return { outcome: 'undone', needsPerson: !reversal.complete };
}

/** False when one of them is in another city's hands; nothing is void then. */
async function voidLetters(tx: Tx, letters: string[]): Promise<boolean> {
  if (letters.length === 0) return true;
  const held = await rows<{ status: string }>(
    tx,
    'select status from registry.move_letter where id = any($1::uuid[]) order by id for update',
    [letters],
  );
  if (held.some((letter) => letter.status === 'reserved' || letter.status === 'used')) return false;
  await tx.query(
    `update registry.move_letter set status = 'void', updated_at = now()
     where id = any($1::uuid[]) and status = 'issued'`,
    [letters],
  );
  return true;
}

/** Of a family that came in parts, those whom the other city has confirmed. */
async function whoArrivedElsewhere(tx: Tx, letters: string[]): Promise<ReadonlySet<string>> {
  if (letters.length === 0) return new Set();
  const arrived = await rows<{ id: string }>(
    tx,
    `select resident_id as id from registry.move_letter_member
     where letter_id = any($1::uuid[]) and confirmed_at is not null`,
    [letters],
  );
  return new Set(arrived.map(({ id }) => id));
}

/** In the order that `lockFamilies` takes. */
async function lockCards(tx: Tx, changes: AppliedChanges): Promise<RowNow[]> {
  return rows(
    tx,
    `select id, version from registry.family_card
     where id = any($1::uuid[]) order by number for update`,
    [[...changes.opened, ...changes.cards].map((card) => card.id)],
  );
}

async function lockResidents(tx: Tx, changes: AppliedChanges): Promise<RowNow[]> {
  const ids = [...changes.created, ...changes.updated, ...changes.along].map((resident) => resident.id);
  return rows(
    tx,
    'select id, version from registry.resident where id = any($1::uuid[]) order by id for update',
    [ids],
  );
}

async function membersOf(tx: Tx, changes: AppliedChanges): Promise<MemberNow[]> {
  return rows(
    tx,
    `select id, card_id as "cardId", resident_id as "residentId", relation from registry.membership
     where card_id = any($1::uuid[]) and until is null`,
    [[...changes.opened, ...changes.cards].map((card) => card.id)],
  );
}

async function restore(
  tx: Tx,
  input: ReverseInput & { registrationId: string; changes: AppliedChanges; reversal: Reversal },
): Promise<void> {
  const { changes, reversal } = input;
  await tx.query(
    `with ended as (
       update registry.membership set until = $2::date, ended_by_report = $12, end_reason = 'reversed'
       where id = any($3::bigint[]) and until is null and resident_id = any($4::uuid[])
     ), voided as (
       update registry.resident set status = 'void', card_number = null, version = version + 1
       where id = any($5::uuid[])
     ), restored as (
       update registry.resident r set version = r.version + 1,
         nik = b.nik, name = b.name, sex = b.sex, birth_place = b.birth_place, birth_date = b.birth_date, religion = b.religion,
         marital_status = b.marital_status, education = b.education, occupation = b.occupation,
         blood_type = b.blood_type, citizenship = b.citizenship, father_name = b.father_name,
         mother_name = b.mother_name, status = b.status, death_date = b.death_date, merged_into = b.merged_into,
         card_number = case when i."backOnCard" then b.card_number end, area_code = b.area_code
       from jsonb_to_recordset($6::jsonb) as i (before jsonb, "backOnCard" boolean),
         jsonb_populate_record(null::registry.resident, i.before) as b
       where r.id = b.id
     ), closed as (
       update registry.family_card set status = 'closed', closed_on = $2::date, closed_reason = 'reversed',
         version = version + 1
       where id = any($7::uuid[])
     ), reopened as (
       update registry.family_card c set version = c.version + 1, status = b.status, closed_on = b.closed_on,
         closed_reason = b.closed_reason, area_code = b.area_code, street = b.street, rt = b.rt, rw = b.rw,
         postal_code = b.postal_code
       from jsonb_array_elements($8::jsonb) as i, jsonb_populate_record(null::registry.family_card, i) as b
       where c.id = b.id
     ), deeds as (
       update registry.deed set status = 'void', voided_by_report = $12 where report_id = $1 and status = 'valid'
     ), documents as (
       update registry.document set status = 'void'
       where (report_id = $1 or resident_id = any($5::uuid[])) and status = 'valid'
     ), registration as (
       update registry.registration set status = 'reversed', reversed_at = now(), reversed_by_report = $13 where id = $9
     )
     insert into registry.posting
       (kind, sign, unit, area_code, rt, rw, sex, citizenship, resident_id, card_id, move_class, event_date,
        report_date, report_id, reverses)
     select p.kind, -p.sign, p.unit, p.area_code, p.rt, p.rw, p.sex, p.citizenship, p.resident_id, p.card_id,
       p.move_class, p.event_date,
       max(statistics.reversal_date(p.area_code, $2::date, p.report_date)) over (), $12, p.id
     from registry.posting p
     where p.report_id = $1 and p.reverses is null
       and not exists (select 1 from registry.posting undone where undone.reverses = p.id)
       and (p.unit = 'family' or p.resident_id is null or not p.resident_id = any($10::uuid[]))
       and (p.unit = 'person' or p.card_id is null or not p.card_id = any($11::uuid[]))
     order by p.id`,
    [
      input.reportId,
      input.today,
      changes.begun,
      [...reversal.voided, ...reversal.restored.map(({ before }) => before.id)],
      reversal.voided,
      JSON.stringify(reversal.restored),
      reversal.closed,
      JSON.stringify(reversal.reopened),
      input.registrationId,
      reversal.keptResidents,
      reversal.keptCards,
      input.by ?? input.reportId,
      input.by ?? null,
    ],
  );
  await bringBack(tx, input);
}

/** Memberships begin anew: history shows that the person was away in our books. After the others ended. */
async function bringBack(
  tx: Tx,
  input: ReverseInput & { changes: AppliedChanges; reversal: Reversal },
): Promise<void> {
  const { reversal } = input;
  if (reversal.rejoining.length > 0) {
    await tx.query(
      `insert into registry.membership (card_id, resident_id, relation, position, since, began_by_report)
       select i."cardId", i."residentId", i.relation, i.position, $2::date, $1
       from jsonb_to_recordset($3::jsonb) as i ("cardId" uuid, "residentId" uuid, relation int, position int)`,
      [input.by ?? input.reportId, input.today, JSON.stringify(reversal.rejoining)],
    );
  }
  const moved = input.changes.along.map((resident) => resident.id);
  if (moved.length > 0) {
    await tx.query(
      `update registry.resident r set area_code = c.area_code, version = r.version + 1
       from registry.family_card c
       where r.id = any($1::uuid[]) and c.number = r.card_number and r.area_code <> c.area_code`,
      [moved],
    );
  }
}

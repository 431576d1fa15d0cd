/** Writes an import that has no errors into the register: residents, cards, memberships and postings, all in the caller's transaction. */
import type { ImportedPerson } from '@lampid/domain/registry/import/read-row';
import type { Tx } from '../../data-source.js';
import { newId } from '../../kernel/new-id.js';
import { row, rows } from '../../kernel/rows.js';

/** People of one statement, whole families: some megabytes of JSON. */
const CHUNK = 2_000;

export interface WriteImport {
  importId: string;
  /** `YYYY-MM-DD`: cards are opened and postings dated on this day. */
  today: string;
  /** Called between statements; throws to stop. */
  onWritten(rows: number): Promise<void>;
}

/**
 * Answers which row of the A-9 the import counts in. The first people of an empty register are its opening; later ones are
 * adjustments of the open month, so that no closed month and no opening changes.
 */
export async function writeImport(tx: Tx, input: WriteImport): Promise<'opening' | 'adjustment'> {
  const kind = (await isEmptyRegister(tx)) ? 'opening' : 'adjustment';
  let after = '';
  let written = 0;
  for (;;) {
    const people = await nextPeople(tx, input.importId, after);
    if (people.length === 0) return kind;
    after = people.at(-1)!.cardNumber;
    await tx.query(INSERT, [JSON.stringify(cardsOf(people)), input.today, kind]);
    written += people.length;
    await input.onWritten(written);
  }
}

async function isEmptyRegister(tx: Tx): Promise<boolean> {
  const used = await row(
    tx,
    `select 1 from registry.posting union all select 1 from statistics.closed_month limit 1`,
  );
  return used === null;
}

/** The members of the next cards, in the order of their numbers. */
async function nextPeople(tx: Tx, importId: string, after: string): Promise<ImportedPerson[]> {
  const staged = await rows<{ person: ImportedPerson }>(
    tx,
    `with reach as (
       select max(card_number) as last from (
         select card_number from registry.import_row where import_id = $1 and card_number > $2
         order by card_number limit $3) as next)
     select i.person from registry.import_row i, reach
     where i.import_id = $1 and i.card_number > $2 and i.card_number <= reach.last
     order by i.card_number, (i.person->>'relation')::int <> 1, i.row`,
    [importId, after, CHUNK],
  );
  return staged.map(({ person }) => person);
}

/** The head stands first of each family: the staged rows come in that order. */
function cardsOf(people: readonly ImportedPerson[]) {
  const families = new Map<string, ImportedPerson[]>();
  for (const person of people) {
    const members = families.get(person.cardNumber);
    if (members) members.push(person);
    else families.set(person.cardNumber, [person]);
  }
  return [...families].map(([number, members]) => {
    const { areaCode, street, rt, rw, sex, citizenship } = members[0]!;
    return {
      ...{ id: newId(), number, areaCode, street, rt, rw, sex, citizenship },
      members: members.map((person, place) => ({ ...person, id: newId(), position: place + 1 })),
    };
  });
}

const INSERT = `
with card as materialized (
  select * from jsonb_to_recordset($1::jsonb) as c
    (id uuid, number text, "areaCode" text, street text, rt text, rw text, sex int, citizenship int, members jsonb)
), member as materialized (
  select c.id as card_id, c.number as card_number, c."areaCode", c.rt, c.rw, m.*
  from card c, jsonb_to_recordset(c.members) as m
    (id uuid, nik text, name text, sex int, "birthPlace" text, "birthDate" date, religion int, "maritalStatus" int,
     education int, occupation int, "bloodType" int, citizenship int, "fatherName" text, "motherName" text,
     relation int, position int)
), cards as (
  insert into registry.family_card (id, number, area_code, street, rt, rw, opened_on)
  select id, number, "areaCode", street, rt, rw, $2::date from card
), residents as (
  insert into registry.resident
    (id, nik, name, sex, birth_place, birth_date, religion, marital_status, education, occupation, blood_type,
     citizenship, father_name, mother_name, card_number, area_code, heads_card)
  select id, nik, name, sex, "birthPlace", "birthDate", religion, "maritalStatus", education, occupation, "bloodType",
    citizenship, "fatherName", "motherName", card_number, "areaCode", relation = 1
  from member
), memberships as (
  insert into registry.membership (card_id, resident_id, relation, position, since)
  select card_id, id, relation, position, $2::date from member
), area as materialized (
  select code, statistics.posting_date(code, $2::date) as day from (select distinct "areaCode" as code from card) as a
)
insert into registry.posting
  (kind, sign, unit, area_code, rt, rw, sex, citizenship, resident_id, card_id, event_date, report_date)
select $3, 1, p.unit, p."areaCode", p.rt, p.rw, p.sex, p.citizenship, p.resident_id, p.card_id, $2::date, a.day
from (
  select 'person' as unit, "areaCode", rt, rw, sex, citizenship, id as resident_id, card_id from member
  union all
  select 'family', "areaCode", rt, rw, sex, citizenship, null, id from card
) as p join area a on a.code = p."areaCode"`;

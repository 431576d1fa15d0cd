import { cardPrefix } from '@lampid/domain/document-numbers';
import { nikPrefix } from '@lampid/domain/nik';
import type { Tx } from '../data-source.js';
import { newId } from '../kernel/new-id.js';
import { allocateNumbers, type NumberRequest } from '../registry/allocate-numbers.js';
import type { SyntheticFamily } from './synthetic-family.js';

/** The simulated Dukcapil answers these serials with an error of its own choice (DOMAIN.md 5). */
const MAGIC_SERIAL = /(9011|9012|9013|9014|9015|9099)$/;

/** Families of one statement: some megabytes of JSON. */
const CHUNK = 1_000;

/**
 * Puts families into the register, each person and each card with an opening posting, so that ledger and register agree.
 * Answers the KK numbers in the order of `families`. The installation must have `nik.serialStart` >= 9001.
 */
export async function writeFamilies(
  tx: Tx,
  input: {
    families: SyntheticFamily[];
    /** Event and report date of the opening postings; in a kelurahan where it is closed they are adjustments of the open month. */
    openingDate: string;
  },
): Promise<string[]> {
  const numbers: string[] = [];
  for (let start = 0; start < input.families.length; start += CHUNK) {
    numbers.push(...(await writeChunk(tx, input.families.slice(start, start + CHUNK), input.openingDate)));
  }
  return numbers;
}

async function writeChunk(tx: Tx, families: SyntheticFamily[], openingDate: string): Promise<string[]> {
  const cardNumbers = await allocateNumbers(
    tx,
    families.map(({ address, openedOn }) => ({
      kind: 'kk',
      prefix: cardPrefix({ areaCode: address.areaCode, date: openedOn }),
    })),
  );
  const niks = await harmlessNiks(
    tx,
    families.flatMap(({ address, members }) =>
      members.map(({ birthDate, sex }) => ({
        kind: 'nik' as const,
        prefix: nikPrefix({ districtCode: address.areaCode, birthDate, sex }),
      })),
    ),
  );
  let next = 0;
  const cards = families.map((family, index) => {
    const first = next;
    next += family.members.length;
    return {
      id: newId(),
      number: cardNumbers[index],
      ...family.address,
      openedOn: family.openedOn,
      sex: family.members[0]!.sex,
      citizenship: family.members[0]!.citizenship,
      members: family.members.map(({ father, mother, ...person }, place) => ({
        ...person,
        id: newId(),
        nik: niks[first + place],
        fatherNik: father === null ? null : niks[first + father],
        motherNik: mother === null ? null : niks[first + mother],
        position: place + 1,
      })),
    };
  });
  await tx.query(INSERT, [JSON.stringify(cards), openingDate]);
  return cardNumbers;
}

/** NIKs that the simulator has no answer of its own for. */
export async function harmlessNiks(tx: Tx, requests: NumberRequest[]): Promise<string[]> {
  const niks = await allocateNumbers(tx, requests);
  for (;;) {
    const magic = niks.flatMap((nik, index) => (MAGIC_SERIAL.test(nik) ? [index] : []));
    if (magic.length === 0) return niks;
    const others = await allocateNumbers(
      tx,
      magic.map((index) => requests[index]!),
    );
    magic.forEach((index, place) => (niks[index] = others[place]!));
  }
}

const INSERT = `
with card as materialized (
  select * from jsonb_to_recordset($1::jsonb) as c
    (id uuid, number text, "areaCode" text, street text, rt text, rw text, "postalCode" text, "openedOn" date,
     sex int, citizenship int, members jsonb)
), member as materialized (
  select c.id as card_id, c.number as card_number, c."areaCode", c.rt, c.rw, c."openedOn", m.*
  from card c, jsonb_to_recordset(c.members) as m
    (id uuid, nik text, name text, sex int, "birthPlace" text, "birthDate" date, religion int, "maritalStatus" int,
     education int, occupation int, "bloodType" int, citizenship int, "fatherName" text, "motherName" text,
     "fatherNik" text, "motherNik" text, "birthOrder" int, relation int, position int)
), cards as (
  insert into registry.family_card (id, number, area_code, street, rt, rw, postal_code, opened_on)
  select id, number, "areaCode", street, rt, rw, "postalCode", "openedOn" from card
), residents as (
  insert into registry.resident
    (id, nik, name, sex, birth_place, birth_date, religion, marital_status, education, occupation, blood_type,
     citizenship, father_name, mother_name, father_nik, mother_nik, birth_order, card_number, area_code, heads_card)
  select id, nik, name, sex, "birthPlace", "birthDate", religion, "maritalStatus", education, occupation, "bloodType",
    citizenship, "fatherName", "motherName", "fatherNik", "motherNik", "birthOrder", card_number, "areaCode", relation = 1
  from member
), memberships as (
  insert into registry.membership (card_id, resident_id, relation, position, since)
  select card_id, id, relation, position, greatest("openedOn", "birthDate") from member
)
insert into registry.posting
  (kind, sign, unit, area_code, rt, rw, sex, citizenship, resident_id, card_id, event_date, report_date)
select case when p.day = $2::date then 'opening' else 'adjustment' end, 1, p.unit, p."areaCode", p.rt, p.rw, p.sex,
  p.citizenship, p.resident_id, p.card_id, $2::date, p.day
from (
  select 'person' as unit, "areaCode", rt, rw, sex, citizenship, id as resident_id, card_id,
    statistics.posting_date("areaCode", $2::date) as day from member
  union all
  select 'family', "areaCode", rt, rw, sex, citizenship, null, id, statistics.posting_date("areaCode", $2::date) from card
) as p`;

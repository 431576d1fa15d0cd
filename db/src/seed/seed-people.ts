import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import { Choices } from './choices.js';
import { pilotDistricts } from './pilot-areas.js';
import { makeFamily, type SyntheticFamily } from './synthetic-family.js';
import { writeFamilies } from './write-families.js';

/** People of the whole demonstration, spread evenly over the pilot kelurahan. */
export const SEEDED_RESIDENTS = 5_000;

/** Families of each kelurahan that examples are about, at most: the pool grows by itself. */
const EXAMPLES = 200;

/** Families of each kelurahan that only report, witness and host in examples. */
const NEIGHBOURS = 4;

/**
 * Exactly `residents` synthetic people with opening postings; nothing when anybody is in the register. `today` fixes the
 * opening at the last day of the year before. Answers how many people were written.
 */
export async function seedPeople(
  tx: Tx,
  input: { today: string; city: string; residents?: number },
): Promise<number> {
  const known = await row(tx, 'select 1 from registry.resident limit 1');
  if (known) return 0;
  const villages = await pilotVillages(tx, input.city);
  if (villages.length === 0) return 0;
  const openingDate = openingDateOf(input.today);
  const { residents = SEEDED_RESIDENTS } = input;
  let people = 0;
  for (const [index, areaCode] of villages.entries()) {
    const upTo = Math.floor(((index + 1) * residents) / villages.length);
    const choices = new Choices(`families ${areaCode}`);
    const families = familiesOf({ choices, areaCode, on: openingDate, people: upTo - people });
    const numbers = await writeFamilies(tx, { families, openingDate });
    await poolExamples(tx, families, numbers);
    people = upTo;
  }
  return people;
}

export async function pilotVillages(tx: Tx, city: string): Promise<string[]> {
  const areas = await rows<{ code: string }>(
    tx,
    `select code from reference.area where active and level = 4 and parent = any($1::text[]) order by code`,
    [await pilotDistricts(tx, city)],
  );
  return areas.map((area) => area.code);
}

/** Opening balances are dated before anything this installation registers. */
export function openingDateOf(today: string): string {
  return `${Number(today.slice(0, 4)) - 1}-12-31`;
}

/** Families of `people` members in all; the last ones are people who live alone. */
export function familiesOf(input: {
  choices: Choices;
  areaCode: string;
  on: string;
  people: number;
}): SyntheticFamily[] {
  const { choices } = input;
  const families: SyntheticFamily[] = [];
  let left = input.people;
  while (left > 0) {
    const family = makeFamily({
      choices,
      areaCode: input.areaCode,
      on: input.on,
      ...(left < 8 ? { kind: 'alone' } : {}),
    });
    if (family.members.length > left) continue;
    families.push(family);
    left -= family.members.length;
  }
  return families;
}

/** Of the families that fit, the first ones of each kelurahan are neighbours, the others wait to be reported about. */
async function poolExamples(tx: Tx, families: SyntheticFamily[], numbers: string[]): Promise<void> {
  const seen = new Map<string, number>();
  const pool = families.flatMap((family, index) => {
    if (!family.fitsExamples) return [];
    const { areaCode } = family.address;
    const place = seen.get(areaCode) ?? 0;
    seen.set(areaCode, place + 1);
    if (place >= EXAMPLES) return [];
    return [{ number: numbers[index]!, areaCode, role: place < NEIGHBOURS ? 'neighbour' : 'subject' }];
  });
  await addToPool(tx, pool);
}

export async function addToPool(
  tx: Tx,
  families: { number: string; areaCode: string; role: string }[],
): Promise<void> {
  await tx.query(
    `insert into reporting.example_family (card_number, area_code, role)
     select f.number, f."areaCode", f.role
     from jsonb_to_recordset($1::jsonb) as f (number text, "areaCode" text, role text)
     on conflict (card_number) do nothing`,
    [JSON.stringify(families)],
  );
}

/** A demonstration of many more people: batch by batch, each in a transaction of its own, so that others work on meanwhile. */
import type { DataSource, Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import { Choices } from './choices.js';
import { analyzeRegister, WhenDoubled } from './analyze-register.js';
import { familiesOf, openingDateOf, pilotVillages } from './seed-people.js';
import { writeFamilies } from './write-families.js';

/** People of a transaction: some megabytes of JSON, and seconds for which others may wait for its counters. */
const BATCH = 3_000;

export interface Growth {
  today: string;
  city: string;
  /** How many the register knows afterwards, whatever became of them. */
  residents: number;
  /** Told how many there are. */
  progress?: (people: number) => void;
}

/**
 * Adds synthetic families until there are `residents`, spread evenly over the pilot kelurahan; none when there are as many. What an
 * end in the middle leaves is whole, and the next call goes on from there. Answers how many people are new.
 */
export async function growPeople(dataSource: DataSource, growth: Growth): Promise<number> {
  const villages = await pilotVillages(dataSource.manager, growth.city);
  const begun = await peopleKnown(dataSource.manager);
  const here = await peopleByVillage(dataSource.manager, villages);
  const openingDate = openingDateOf(growth.today);
  const doubled = new WhenDoubled(begun);
  let people = begun;
  for (const [place, areaCode] of villages.entries()) {
    const share = (until: number) => Math.floor((until * growth.residents) / villages.length);
    const there = here.get(areaCode) ?? 0;
    let missing = Math.min(share(place + 1) - share(place) - there, growth.residents - people);
    const choices = new Choices(`people of ${areaCode} after ${there}`);
    while (missing > 0) {
      const batch = Math.min(missing, BATCH);
      const families = familiesOf({ choices, areaCode, on: openingDate, people: batch });
      await dataSource.transaction((tx) => writeFamilies(tx, { families, openingDate }));
      missing -= batch;
      people += batch;
      growth.progress?.(people);
      if (doubled.since(people)) await analyzeRegister(dataSource);
    }
  }
  return people - begun;
}

export async function peopleKnown(tx: Tx): Promise<number> {
  return (await row<{ count: number }>(tx, 'select count(*)::int as count from registry.resident'))!.count;
}

async function peopleByVillage(tx: Tx, villages: string[]): Promise<Map<string, number>> {
  const counted = await rows<{ area: string; count: number }>(
    tx,
    `select area_code as area, count(*)::int as count from registry.resident
     where area_code = any($1::text[]) and status = 'active' group by area_code`,
    [villages],
  );
  return new Map(counted.map(({ area, count }) => [area, count]));
}

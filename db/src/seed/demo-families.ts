/**
 * Families that nobody has reported about, one for each example that `GET /event-types` hands out. The pool of a kelurahan
 * grows by itself, so that n calls give n submittable examples under any load.
 */
import { todayJakarta } from '@lampid/domain/dates';
import type { RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { DataSource } from 'typeorm';
import { prepared } from '../kernel/prepared.js';
import { row } from '../kernel/rows.js';
import { loadSnapshot } from '../registry/load-snapshot.js';
import { Choices } from './choices.js';
import { exportForDukcapil } from './export-for-dukcapil.js';
import { addToPool, openingDateOf } from './seed-people.js';
import { makeFamily } from './synthetic-family.js';
import { writeFamilies } from './write-families.js';

/** Below this many unused families a kelurahan gets new ones. */
const LOW = 20;
const BATCH = 120;

export interface DemoFamily {
  cardNumber: string;
  /** A married couple, head first, with children, all alive; the mother may bear another child. */
  registry: RegistrySnapshot;
  /** Another family of the kelurahan that no example is about: reporter, witnesses, hosts. */
  neighbours: RegistrySnapshot;
}

export interface DemoFamilyQuestion {
  /** Kelurahan. */
  areaCode: string;
  /** Simulator that must know new people before they are reported about; absent = nobody is told. */
  dukcapilUrl?: string | undefined;
}

/** Takes a family for good. Throws when the kelurahan has none and cannot get any (not a demonstration). */
export async function takeDemoFamily(
  dataSource: DataSource,
  question: DemoFamilyQuestion,
): Promise<DemoFamily> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const taken = await take(dataSource, question.areaCode);
    if (!taken || taken.left < LOW) {
      const growing = grow(dataSource, question);
      if (!taken) {
        await growing;
        continue;
      }
      // The next caller who finds it low tries again; this one has its family.
      growing.catch(() => undefined);
    }
    if (!taken.neighbour) break;
    const [registry, neighbours] = await Promise.all([
      familyOf(dataSource, taken.number),
      familyOf(dataSource, taken.neighbour),
    ]);
    return { cardNumber: taken.number, registry, neighbours };
  }
  throw new Error(`no demo family in ${question.areaCode}`);
}

interface Taken {
  number: string;
  neighbour: string | null;
  /** Families left, counted up to LOW. */
  left: number;
}

const TAKE = prepared(
  'examples.take',
  `with chosen as (
       select e.card_number from reporting.example_family e
       join registry.family_card c on c.number = e.card_number
       where e.area_code = $1 and e.taken_at is null and e.role = 'subject' and c.status = 'active' and c.version = 1
       order by e.card_number limit 1 for update of e skip locked
     ), taken as (
       update reporting.example_family e set taken_at = now() from chosen
       where e.card_number = chosen.card_number returning e.card_number as number
     )
     select taken.number,
       (select n.card_number from reporting.example_family n
        join registry.family_card c on c.number = n.card_number
        where n.area_code = $1 and n.role = 'neighbour' and n.taken_at is null and c.status = 'active'
        order by random() limit 1) as neighbour,
       (select count(*)::int from (
          select 1 from reporting.example_family u
          where u.area_code = $1 and u.role = 'subject' and u.taken_at is null limit $2) as unused) as left
     from taken`,
);

/**
 * Families that somebody reported about by hand (version > 1) are passed over. Neighbours take turns, so that one family's
 * rows are not what all registrations of a kelurahan wait for.
 */
async function take(dataSource: DataSource, areaCode: string): Promise<Taken | null> {
  return row<Taken>(dataSource.manager, TAKE, [areaCode, LOW + 1]);
}

async function familyOf(dataSource: DataSource, cardNumber: string): Promise<RegistrySnapshot> {
  const snapshot = await loadSnapshot(dataSource.manager, {
    niks: [],
    familyCards: [cardNumber],
    childrenOf: [],
  });
  const members = snapshot.familyCards[0]?.members ?? [];
  const place = new Map(members.map((member, index) => [member.residentId, index]));
  snapshot.residents.sort((left, right) => (place.get(left.id) ?? 99) - (place.get(right.id) ?? 99));
  return snapshot;
}

const growths = new WeakMap<DataSource, Map<string, Promise<void>>>();

/** One growth per kelurahan at a time in this process, and by an advisory lock over all processes. */
function grow(dataSource: DataSource, question: DemoFamilyQuestion): Promise<void> {
  const running = growths.get(dataSource) ?? new Map<string, Promise<void>>();
  growths.set(dataSource, running);
  const known = running.get(question.areaCode);
  if (known) return known;
  const growth = growOnce(dataSource, question).finally(() => running.delete(question.areaCode));
  running.set(question.areaCode, growth);
  return growth;
}

async function growOnce(dataSource: DataSource, question: DemoFamilyQuestion): Promise<void> {
  const { areaCode } = question;
  await dataSource.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('example-families ' || $1, 0))`, [
      areaCode,
    ]);
    const pool = await row<{ unused: number; all: number }>(
      tx,
      `select count(*) filter (where taken_at is null and role = 'subject')::int as unused, count(*)::int as all
       from reporting.example_family where area_code = $1`,
      [areaCode],
    );
    // Another process was faster; or this kelurahan never had demo people, and real ones are no example.
    if (pool!.unused >= LOW || pool!.all === 0) return;
    const openingDate = openingDateOf(todayJakarta(new Date()));
    const choices = new Choices(`families ${areaCode} after ${pool!.all}`);
    const families = Array.from({ length: BATCH }, () =>
      makeFamily({ choices, areaCode, on: openingDate, kind: 'example' }),
    ).filter((family) => family.fitsExamples);
    const numbers = await writeFamilies(tx, { families, openingDate });
    // Known at Dukcapil before anybody can be given them: verification would not find them else.
    if (question.dukcapilUrl) {
      await exportForDukcapil(tx, { dukcapilUrl: question.dukcapilUrl, cardNumbers: numbers });
    }
    await addToPool(
      tx,
      numbers.map((number) => ({ number, areaCode, role: 'subject' })),
    );
  });
}

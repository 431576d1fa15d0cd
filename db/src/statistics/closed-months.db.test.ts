/** Random histories of events, reversals, closings and reopenings: what the books promise holds after each step. */
import { createHash, randomUUID } from 'node:crypto';
import { addDays } from '@lampid/domain/dates';
import { closingOf, foldA9 } from '@lampid/domain/ledger/a9';
import { firstDayOf, nextMonth, previousMonth } from '@lampid/domain/months';
import { EffectConflict } from '@lampid/domain/registry/change';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import { setConfiguration } from '../reference/configuration.js';
import { applyEffect } from '../registry/apply-effect.js';
import { reverseRegistration } from '../registry/reverse-registration.js';
import { ledgerOfMonth } from '../reporting/queries-recap.js';
import { Choices } from '../seed/choices.js';
import { makeFamily } from '../seed/synthetic-family.js';
import { writeFamilies } from '../seed/write-families.js';
import { anyEffect, everybody, PLACES } from '../testing/any-effect.js';
import { expectBalanced } from '../testing/balance.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { closeMonth, MonthConflict } from './close-month.js';
import { readFrozen, type FrozenReport } from './closed-months.js';
import { reopenMonth } from './reopen-month.js';

const VILLAGES = PLACES.slice(0, 3).map(({ areaCode }) => areaCode);
const AREAS = [...VILLAGES, '32.73.02', '32.73.18', '32.73'];

type Command =
  | { do: 'event'; pick: number }
  | { do: 'reverse'; pick: number }
  | { do: 'close'; area: string; back: number }
  | { do: 'reopen'; pick: number }
  | { do: 'close-all'; back: number }
  | { do: 'pass'; days: number };

const commands = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('event' as const), pick: fc.nat(1_000_000) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), pick: fc.nat(1_000_000) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('close' as const),
        area: fc.constantFrom(...AREAS),
        back: fc.nat(2),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), pick: fc.nat(1_000) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('close-all' as const), back: fc.nat(1) }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 35 }) }),
    },
  ),
  { minLength: 10, maxLength: 45 },
);

interface World {
  database: TestDatabase;
  today: string;
  reports: string[];
  homelessAllowed: boolean;
  /** What was ever frozen: area, month and version to the bytes' hash. */
  frozen: Map<string, string>;
  postings: number;
}

it('keep every closed month as it was, and each month begins where the last one ended', async () => {
  const closed = { versions: 0, reopened: 0 };
  await fc.assert(
    fc.asyncProperty(commands, fc.nat(1_000), async (story, seed) => {
      const world = await newWorld(seed);
      try {
        for (const command of story) {
          await run(world, command);
          await check(world);
        }
        const kept = await row<typeof closed>(
          world.database.dataSource.manager,
          `select count(*)::int as versions, count(reopened_at)::int as reopened from statistics.closed_month`,
        );
        closed.versions += kept!.versions;
        closed.reopened += kept!.reopened;
      } finally {
        await world.database.drop();
      }
    }),
    { numRuns: 12, seed: 20261126 },
  );
  // The stories were about something.
  expect(closed.versions).toBeGreaterThan(30);
  expect(closed.reopened).toBeGreaterThan(3);
}, 240_000);

async function newWorld(seed: number): Promise<World> {
  const database = await createTestDatabase({ poolSize: 4 });
  await setConfiguration(database.dataSource, { key: 'nik.serialStart', value: 9001, by: 'test' });
  const choices = new Choices(`closed months ${seed}`);
  await database.dataSource.transaction((tx) =>
    writeFamilies(tx, {
      families: Array.from({ length: 9 }, (_, index) =>
        makeFamily({ choices, areaCode: VILLAGES[index % 3]!, on: '2025-12-31' }),
      ),
      openingDate: '2025-12-31',
    }),
  );
  return {
    database,
    today: '2026-01-10',
    reports: [],
    homelessAllowed: false,
    frozen: new Map(),
    postings: 0,
  };
}

/** What cannot be done now is refused and leaves nothing. */
async function run(world: World, command: Command): Promise<void> {
  if (command.do === 'pass') {
    world.today = addDays(world.today, command.days);
    return;
  }
  try {
    await world.database.dataSource.transaction((tx) => step(tx, world, command));
  } catch (error) {
    if (!(error instanceof MonthConflict || error instanceof EffectConflict)) throw error;
  }
}

async function step(tx: Tx, world: World, command: Exclude<Command, { do: 'pass' }>): Promise<void> {
  const { today } = world;
  if (command.do === 'event') {
    const registry = await everybody(tx);
    const effect = anyEffect({ choices: new Choices(`event ${command.pick}`), registry, today });
    if (!effect) return;
    const reportId = randomUUID();
    await applyEffect(tx, { reportId, workId: reportId, effect, today, city: '32.73' });
    world.reports.push(reportId);
  } else if (command.do === 'reverse') {
    const reportId = world.reports[command.pick % Math.max(world.reports.length, 1)];
    if (!reportId) return;
    const { needsPerson } = await reverseRegistration(tx, { reportId, today });
    world.homelessAllowed ||= needsPerson;
  } else if (command.do === 'reopen') {
    await reopenOne(tx, command.pick);
  } else {
    let month = today.slice(0, 7);
    for (let back = command.back; back > 0; back--) month = previousMonth(month);
    // Before the month of the opening balances there is no ledger to close.
    if (month < '2025-12') return;
    for (const area of command.do === 'close' ? [command.area] : AREAS) await close(tx, area, month);
  }
}

/** One of the months that an area closed last: another could not be reopened. */
async function reopenOne(tx: Tx, pick: number): Promise<void> {
  const last = await rows<{ area: string; month: string }>(
    tx,
    `select area_code as area, to_char(max(month), 'YYYY-MM') as month from statistics.closed_month
     where reopened_at is null group by area_code order by area_code`,
  );
  const chosen = last[pick % Math.max(last.length, 1)];
  if (chosen) await reopenMonth(tx, { ...chosen, by: 'test', reason: 'uji' });
}

async function close(tx: Tx, area: string, month: string): Promise<void> {
  await closeMonth(tx, { area, areaName: area, month, by: 'test' });
}

async function check(world: World): Promise<void> {
  const tx = world.database.dataSource.manager;
  await expectBalanced(tx, { homelessAllowed: world.homelessAllowed });
  const reports = await keptForEver(tx, world);
  for (const report of reports) {
    const broken = report.checks.filter(({ holds }) => holds === false);
    expect(broken, `${report.area} ${report.month}`).toEqual([]);
    expect(report.checks.find(({ id }) => id === 'R3')!.holds).toBe(true);
    await nextBeginsHere(tx, report);
  }
}

/** Nothing is ever deleted, and what was frozen has the same bytes. Answers the reports that stand. */
async function keptForEver(tx: Tx, world: World): Promise<FrozenReport[]> {
  const versions = await rows<{ key: string; report: Buffer; sha256: string; standing: boolean }>(
    tx,
    `select concat_ws(' ', area_code, month, version) as key, report, sha256, reopened_at is null as standing
     from statistics.closed_month`,
  );
  const now = new Map(
    versions.map((one) => [one.key, createHash('sha256').update(one.report).digest('hex')]),
  );
  for (const [key, hash] of world.frozen) expect(now.get(key), key).toBe(hash);
  for (const { key, sha256 } of versions) expect(sha256).toBe(now.get(key));
  world.frozen = now;
  const counted = await row<{ postings: number }>(
    tx,
    'select count(*)::int as postings from registry.posting',
  );
  expect(counted!.postings).toBeGreaterThanOrEqual(world.postings);
  world.postings = counted!.postings;
  return versions.filter(({ standing }) => standing).map(({ report }) => readFrozen(report));
}

/** The ledger as it is now: the month after a closed one opens with what was frozen, cell by cell. */
async function nextBeginsHere(tx: Tx, frozen: FrozenReport): Promise<void> {
  const month = nextMonth(frozen.month);
  const question = { area: frozen.area, month: firstDayOf(month), next: firstDayOf(nextMonth(month)) };
  const after = foldA9({ area: frozen.area, ...(await ledgerOfMonth({ manager: tx }, question)) });
  const opening = after.rows.find(({ id }) => id === 'opening')!.cells;
  expect(opening, `${frozen.area} ${month}`).toEqual(closingOf(frozen));
}

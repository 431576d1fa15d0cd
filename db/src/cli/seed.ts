/**
 * `seed [--if-empty] [--reference-only] [--residents N] [--reports M]`: reference data and, unless told otherwise, the synthetic
 * people and officers of a demonstration, and months of history. Idempotent: people and history come once, into an empty register.
 * `--if-empty` looks first and is done in no time when everything is there. `SEED_RESIDENTS` and `SEED_REPORTS` say the same.
 */
import { parseArgs } from 'node:util';
import { todayJakarta } from '@lampid/domain/dates';
import { findEvents } from '@lampid/processes/find-events';
import { z } from 'zod';
import type { DataSource, Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';
import { loadCalendar } from '../reference/calendar.js';
import { loadConfiguration } from '../reference/configuration.js';
import { seedHistory } from '../seed/history/seed-history.js';
import { seedOfficers } from '../seed/officers.js';
import { SEEDED_RESIDENTS, seedPeople } from '../seed/seed-people.js';
import { reserveSyntheticSerials, seedReference } from '../seed/seed-reference.js';
import { cliSchema, readConfig } from './config.js';
import { withDatabase } from './with-database.js';

/** Of a demonstration: every kelurahan has something to show in most months. */
const SEEDED_REPORTS = 600;

const count = z.coerce.number().int().min(0).max(10_000_000);
const { values: options } = parseArgs({
  options: {
    'if-empty': { type: 'boolean', default: false },
    'reference-only': { type: 'boolean', default: false },
    residents: { type: 'string' },
    reports: { type: 'string' },
  },
});
const config = readConfig(
  cliSchema.extend({
    SEED_RESIDENTS: count.default(SEEDED_RESIDENTS),
    SEED_REPORTS: count.default(SEEDED_REPORTS),
  }),
  {
    ...process.env,
    ...(options.residents && { SEED_RESIDENTS: options.residents }),
    ...(options.reports && { SEED_REPORTS: options.reports }),
  },
);
const today = todayJakarta(new Date());
const program = { name: 'seed', url: config.DATABASE_URL, poolSize: 2, statementTimeoutMs: 0 };
await withDatabase(program, async (dataSource) => {
  const there = await row<{ areas: boolean; people: boolean }>(
    dataSource.manager,
    `select exists (select 1 from reference.area) as areas, exists (select 1 from registry.resident) as people`,
  );
  if (options['if-empty'] && there!.areas && (there!.people || options['reference-only'])) {
    console.log('seed: nothing to do');
    return;
  }
  if (there!.people && (options.residents || options.reports)) {
    throw new Error(
      'there are people already: --residents and --reports fill an empty register (npm start -- --reset)',
    );
  }
  const isNew = await dataSource.transaction(async (tx) => {
    const { areas } = await seedReference(tx);
    console.log(`seed: ${areas} areas new or changed`);
    if (options['reference-only']) return false;
    // Before the first synthetic NIK, and never where a register of real people is.
    if (!there!.people) await reserveSyntheticSerials(tx);
    return seedDemonstration(tx);
  });
  // Filled tables have no statistics yet; empty ones must not get any, or plans made now would go on taking them for empty.
  await dataSource.query(
    `analyze reference.area, registry.resident, registry.family_card, registry.membership, registry.posting,
       registry.serial, reporting.example_family`,
  );
  if (isNew && config.SEED_REPORTS > 0) await seedMonths(dataSource);
});

/** True when there were no people. */
async function seedDemonstration(tx: Tx): Promise<boolean> {
  const people = await seedPeople(tx, {
    ...{ today, city: config.CITY, residents: config.SEED_RESIDENTS },
    progress: sayEvery(50_000, 'residents'),
  });
  const officers = await seedOfficers(tx);
  console.log(`seed: ${people} residents and ${officers} officers new`);
  return people > 0;
}

async function seedMonths(dataSource: DataSource): Promise<void> {
  const [calendar, configuration, events] = await Promise.all([
    loadCalendar(dataSource),
    loadConfiguration(dataSource, config.CITY),
    findEvents(),
  ]);
  const reports = await dataSource.transaction((tx) =>
    seedHistory(tx, {
      ...{ reports: config.SEED_REPORTS, today, calendar, config: configuration },
      events: new Map(events.map(({ definition }) => [definition.id, definition])),
      progress: sayEvery(20_000, 'reports of the past'),
    }),
  );
  console.log(`seed: ${reports} reports of the past months`);
  await dataSource.query(
    `analyze registry.resident, registry.family_card, registry.membership, registry.posting, registry.deed,
       registry.registration, registry.serial, reporting.report`,
  );
}

/** A line whenever another `step` of them is done. */
function sayEvery(step: number, what: string): (done: number) => void {
  let said = 0;
  return (done) => {
    if (done - said < step) return;
    said = done - (done % step);
    console.log(`seed: ${done} ${what} ...`);
  };
}

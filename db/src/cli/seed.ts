/**
 * `seed [--if-empty] [--reference-only] [--residents N] [--reports M]`: reference data and, unless told otherwise, the synthetic
 * people and officers of a demonstration, and months of history. Idempotent: a demonstration is grown up to so many residents and past
 * reports, also beside its running server. `--if-empty` looks first and is done in no time when everything is there. `SEED_RESIDENTS`
 * and `SEED_REPORTS` say the same. With `DUKCAPIL_URL` the simulated national database learns of the new ones.
 */
import { todayJakarta } from '@lampid/domain/dates';
import { findEvents } from '@lampid/processes/find-events';
import { z } from 'zod';
import type { DataSource } from '../data-source.js';
import { row } from '../kernel/rows.js';
import { loadCalendar } from '../reference/calendar.js';
import { loadConfiguration } from '../reference/configuration.js';
import { analyzeHistory, analyzeRegister } from '../seed/analyze-register.js';
import { exportForDukcapil } from '../seed/export-for-dukcapil.js';
import { growPeople, peopleKnown } from '../seed/grow-people.js';
import { seededReports, seedHistory } from '../seed/history/seed-history.js';
import { seedCitizen } from '../seed/citizen.js';
import { seedOfficers } from '../seed/officers.js';
import { SEEDED_RESIDENTS, seedPeople } from '../seed/seed-people.js';
import { reserveSyntheticSerials, seedHolidays, seedReference } from '../seed/seed-reference.js';
import { cliSchema, readConfig } from './config.js';
import { sayProgress } from './progress.js';
import { readSeedOptions, SeedRefused, type SeedOptions } from './seed-options.js';
import { withDatabase } from './with-database.js';

/** Of a demonstration: every kelurahan has something to show in most months. */
const SEEDED_REPORTS = 600;

const options = optionsOrEnd();
const config = readConfig(
  cliSchema.extend({
    DUKCAPIL_URL: z
      .url({ protocol: /^https?$/ })
      .or(z.literal(''))
      .optional(),
  }),
);
const today = todayJakarta(new Date());
const program = { name: 'seed', url: config.DATABASE_URL, poolSize: 2, statementTimeoutMs: 0 };
await withDatabase(program, async (dataSource) => {
  const there = await row<{ areas: boolean; people: boolean; examples: boolean }>(
    dataSource.manager,
    `select exists (select 1 from reference.area) as areas, exists (select 1 from registry.resident) as people,
       exists (select 1 from reporting.example_family) as examples`,
  );
  const { areas, people, examples } = there!;
  if (options.ifEmpty && areas && (people || options.referenceOnly)) {
    // A newer program knows the holidays of another year.
    await seedHolidays(dataSource.manager);
    console.log('seed: nothing to do');
    return;
  }
  const asked = options.residents !== null || options.reports !== null;
  if (asked && people && !examples) {
    throw new SeedRefused(
      'register ini bukan peragaan: penduduk sintetis tidak ditambahkan kepada penduduk sungguhan',
      'this register is no demonstration: synthetic people are not added to real ones',
    );
  }
  await beginDemonstration(dataSource, { people });
  await analyzeRegister(dataSource);
  if (options.referenceOnly) return;
  const residents = options.residents ?? (people ? 0 : SEEDED_RESIDENTS);
  const reports = options.reports ?? (people ? 0 : SEEDED_REPORTS);
  await grow(dataSource, { residents, reports });
  if (!people) await seedCitizen(dataSource.manager, config.CITY);
});

/** Reference data; and in an empty register the first people, who are enough for examples of everything. */
async function beginDemonstration(dataSource: DataSource, { people }: { people: boolean }): Promise<void> {
  await dataSource.transaction(async (tx) => {
    const { areas } = await seedReference(tx);
    console.log(`seed: ${areas} areas new or changed`);
    if (options.referenceOnly || people) return;
    // Before the first synthetic NIK, and never where a register of real people is.
    await reserveSyntheticSerials(tx);
    const residents = Math.min(options.residents ?? SEEDED_RESIDENTS, SEEDED_RESIDENTS);
    const first = await seedPeople(tx, { today, city: config.CITY, residents });
    const officers = await seedOfficers(tx, config.CITY);
    console.log(`seed: ${first} residents and ${officers} officers new`);
  });
}

async function grow(dataSource: DataSource, goal: { residents: number; reports: number }): Promise<void> {
  const { manager } = dataSource;
  const begun = await peopleKnown(manager);
  const people = await growPeople(dataSource, {
    ...{ today, city: config.CITY, residents: goal.residents },
    progress: sayProgress('residents', { begun, of: goal.residents }),
  });
  if (people > 0) await analyzeRegister(dataSource);
  const reports = await seedMonths(dataSource, goal.reports);
  const dukcapilUrl = config.DUKCAPIL_URL;
  // At the first start the launcher does it, when the simulator is up.
  if (!options.ifEmpty && dukcapilUrl) {
    const known = await exportForDukcapil(manager, { dukcapilUrl });
    console.log(`seed: ${known} residents new to the national database`);
  }
  console.log(
    `seed: ${await peopleKnown(manager)} residents (${people} more), ${await seededReports(manager)} past reports (${reports} more)`,
  );
}

async function seedMonths(dataSource: DataSource, reports: number): Promise<number> {
  if (reports === 0) return 0;
  const [calendar, configuration, events] = await Promise.all([
    loadCalendar(dataSource),
    loadConfiguration(dataSource, config.CITY),
    findEvents(),
  ]);
  const begun = await seededReports(dataSource.manager);
  const written = await seedHistory(dataSource, {
    ...{ reports, today, calendar, config: configuration },
    events: new Map(events.map(({ definition }) => [definition.id, definition])),
    progress: sayProgress('past reports', { begun, of: reports }),
  });
  if (written > 0) await analyzeHistory(dataSource);
  return written;
}

function optionsOrEnd(): SeedOptions {
  try {
    return readSeedOptions(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof SeedRefused)) throw error;
    console.error(`seed: ${error.message}`);
    process.exit(1);
  }
}

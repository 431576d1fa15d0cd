/**
 * `seed [--if-empty] [--reference-only]`: reference data and, unless told otherwise, the synthetic people and officers of a
 * demonstration. Idempotent. `--if-empty` looks first and is done in no time when everything is there.
 */
import { todayJakarta } from '@lampid/domain/dates';
import { row } from '../kernel/rows.js';
import { seedOfficers } from '../seed/officers.js';
import { seedPeople } from '../seed/seed-people.js';
import { reserveSyntheticSerials, seedReference } from '../seed/seed-reference.js';
import { cliSchema, readConfig } from './config.js';
import { withDatabase } from './with-database.js';

const config = readConfig(cliSchema);
const options = new Set(process.argv.slice(2));
const referenceOnly = options.has('--reference-only');
const program = { name: 'seed', url: config.DATABASE_URL, poolSize: 2, statementTimeoutMs: 0 };
await withDatabase(program, async (dataSource) => {
  const there = await row<{ areas: boolean; people: boolean }>(
    dataSource.manager,
    `select exists (select 1 from reference.area) as areas, exists (select 1 from registry.resident) as people`,
  );
  if (options.has('--if-empty') && there!.areas && (there!.people || referenceOnly)) {
    console.log('seed: nothing to do');
  } else {
    await dataSource.transaction(async (tx) => {
      const { areas } = await seedReference(tx);
      console.log(`seed: ${areas} areas new or changed`);
      if (referenceOnly) return;
      // Before the first synthetic NIK, and never where a register of real people is.
      if (!there!.people) await reserveSyntheticSerials(tx);
      const people = await seedPeople(tx, { today: todayJakarta(new Date()), city: config.CITY });
      const officers = await seedOfficers(tx);
      console.log(`seed: ${people} residents and ${officers} officers new`);
    });
    // Filled tables have no statistics yet; empty ones must not get any, or plans made now would go on taking them for empty.
    await dataSource.query(
      `analyze reference.area, registry.resident, registry.family_card, registry.membership, registry.posting,
         registry.serial, reporting.example_family`,
    );
  }
});

import type { Tx } from '../data-source.js';
import { configurationSchema } from '../reference/configuration-keys.js';
import { HOLIDAYS } from './holidays.js';
import { importAreas } from './import-areas.js';

/** What every installation needs: areas, holidays, configuration with its defaults. What was set by hand stays. */
export async function seedReference(tx: Tx): Promise<{ areas: number }> {
  const areas = await importAreas(tx);
  await seedHolidays(tx);
  await setDefaults(tx, configurationSchema.parse({}));
  return { areas };
}

/** Those of years that have none yet: in a year that is known a holiday may have been moved or taken away by hand. */
export async function seedHolidays(tx: Tx): Promise<void> {
  await tx.query(
    `insert into reference.holiday (day, name)
     select h.day, h.name from unnest($1::date[], $2::text[]) as h (day, name)
     where not exists (select from reference.holiday k where extract(year from k.day) = extract(year from h.day))`,
    [HOLIDAYS.map(([day]) => day), HOLIDAYS.map(([, name]) => name)],
  );
}

/** Synthetic people have NIK serials from 9001 on, so that none of them is a real one (and KK likewise). */
export async function reserveSyntheticSerials(tx: Tx): Promise<void> {
  await tx.query(
    `update reference.configuration set value = s.value::jsonb
     from (values ('nik.serialStart', '9001'), ('kk.serialStart', '1001')) as s (key, value)
     where configuration.key = s.key and configuration.value = '1'::jsonb`,
  );
}

async function setDefaults(tx: Tx, defaults: Record<string, unknown>): Promise<void> {
  await tx.query(
    `insert into reference.configuration (key, value)
     select key, value from jsonb_each($1::jsonb) on conflict (key) do nothing`,
    [JSON.stringify(defaults)],
  );
}

import type { Configuration } from '@lampid/processes/define-event';
import type { DataSource } from 'typeorm';
import { remembered } from '../kernel/remembered.js';
import { ConfigurationEntity } from './configuration-entity.js';
import {
  configurationSchema,
  type ConfigurationKey,
  type ConfigurationValues,
} from './configuration-keys.js';

const HALF_A_MINUTE = 30_000;

const values = remembered(HALF_A_MINUTE, async (dataSource) => {
  const found = await dataSource.getRepository(ConfigurationEntity).find();
  return configurationSchema.parse(Object.fromEntries(found.map((entry) => [entry.key, entry.value])));
});

/** Every key with its value or default; a change is seen within half a minute. */
export async function configurationValues(dataSource: DataSource): Promise<ConfigurationValues> {
  return values.get(dataSource);
}

/** What event types may see of it. */
export async function loadConfiguration(dataSource: DataSource, city: string): Promise<Configuration> {
  const set = await values.get(dataSource);
  return {
    city,
    moveLetterValidDays: set['moveLetter.validDays'],
    moveLetterWorkingDays: set['moveLetter.workingDays'],
    moveLetterGraceDays: set['moveLetter.graceDays'],
    keepCardNumberOnWholeMove: set['card.keepNumberOnWholeMove'],
    apostropheInNames: set['names.apostropheAllowed'],
  };
}

/** Throws a ZodError when the value does not fit the key or what else is set. */
export async function setConfiguration<Key extends ConfigurationKey>(
  dataSource: DataSource,
  change: { key: Key; value: ConfigurationValues[Key]; by: string },
): Promise<void> {
  const set = configurationSchema.parse({ ...(await values.get(dataSource)), [change.key]: change.value });
  await dataSource.query(
    `insert into reference.configuration (key, value, updated_by) values ($1, $2, $3)
     on conflict (key) do update set value = excluded.value, updated_by = excluded.updated_by, updated_at = now()`,
    [change.key, JSON.stringify(set[change.key]), change.by],
  );
  values.forget(dataSource);
}

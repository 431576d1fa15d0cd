/** What an officer has set for themselves, by key; it follows them to every computer. */
import type { DataSource } from 'typeorm';
import { row } from '../kernel/rows.js';

/** Null when nothing is set. */
export async function readPreference(
  dataSource: DataSource,
  question: { username: string; key: string },
): Promise<unknown> {
  const found = await row<{ value: unknown }>(
    dataSource.manager,
    'select value from identity.preference where username = $1 and key = $2',
    [question.username, question.key],
  );
  return found?.value ?? null;
}

export async function writePreference(
  dataSource: DataSource,
  preference: { username: string; key: string; value: unknown },
): Promise<void> {
  await dataSource.query(
    `insert into identity.preference (username, key, value) values ($1, $2, $3)
     on conflict (username, key) do update set value = excluded.value, updated_at = now()`,
    [preference.username, preference.key, JSON.stringify(preference.value)],
  );
}

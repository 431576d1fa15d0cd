import type { DataSource } from 'typeorm';

/** Any number that nothing else of ours locks; the same in every process of the installation. */
const MIGRATION_LOCK = 3273_0001;

/**
 * Brings the schema up to date; several processes may call it at once, the later ones wait and find nothing to do.
 * Needs a pool of two connections and no statement time-out. Answers the names of the migrations that ran.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const guard = dataSource.createQueryRunner();
  await guard.connect();
  try {
    await guard.query('set lock_timeout = 0');
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await dataSource.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await guard.query('reset lock_timeout');
    await guard.release();
  }
}

/**
 * The one way to our database. Nothing is synchronised from entities: the schema is `migrations/`.
 *
 * What comes back: `date` as `YYYY-MM-DD` text, `bigint` and `numeric` as text, `timestamptz` as Date, `jsonb` parsed.
 */
import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations/migrations.js';
import { refineQueryRunners } from './query-runners.js';

export type { DataSource };

/** The caller's transaction (or, for plain reads, `dataSource.manager`). */
export type Tx = EntityManager;

export interface DataSourceSettings {
  /** `postgres://user:password@host:port/database` */
  url: string;
  poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  applicationName: string;
  /** A statement that runs longer is ended; 0 = never (migrations, seed). */
  statementTimeoutMs?: number;
  /** Waiting longer for a row that another transaction holds is an error, which a worker tries again. */
  lockTimeoutMs?: number;
}

const DATE = 1082;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

// A `date` has no time and no zone: as a JavaScript Date it would shift by a day for half of the world.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === DATE_ARRAY) return pg.types.getTypeParser(TEXT_ARRAY as never, 'text');
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** An initialised data source; the caller ends it with `destroy()`. */
export async function createDataSource(settings: DataSourceSettings): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: settings.url,
    poolSize: settings.poolSize ?? 10,
    applicationName: settings.applicationName,
    connectTimeoutMS: 10_000,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    // Parameters of a failed statement can hold a NIK: nothing is logged here, the caller knows the error.
    logging: false,
    extra: {
      types,
      statement_timeout: settings.statementTimeoutMs ?? 15_000,
      lock_timeout: settings.lockTimeoutMs ?? 5_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
      // Statements here are short and have many parts: compiling them costs many times what they cost.
      options: '-c jit=off',
    },
  });
  await dataSource.initialize();
  refineQueryRunners(dataSource);
  return dataSource;
}

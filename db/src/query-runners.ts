import type { PoolClient } from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { preparedName } from './kernel/prepared.js';

/**
 * Two things that typeorm does not do: statements registered as `prepared` run as prepared ones, and the error of a failed
 * statement forgets its values. Parameters and PostgreSQL's `detail` ("Key (nik)=(...)", "Failing row contains (...)") hold
 * citizens' data and would end in logs.
 */
export function refineQueryRunners(dataSource: DataSource): void {
  const driver = dataSource.driver as PostgresDriver;
  const create = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => {
    const runner = create(mode);
    const plain = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    const query = async (sql: string, parameters?: unknown[], structured?: boolean): Promise<unknown> => {
      const name = structured || runner.isReleased ? undefined : preparedName(sql);
      try {
        if (name === undefined) return await plain(sql, parameters, structured);
        const client = (await runner.connect()) as PoolClient;
        const { command, rows, rowCount } = await client.query({ name, text: sql, values: parameters ?? [] });
        return command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows;
      } catch (error) {
        throw withoutValues(sql, error);
      }
    };
    runner.query = query as typeof runner.query;
    return runner;
  };
}

function withoutValues(sql: string, error: unknown): unknown {
  const cause = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error) || !('severity' in cause)) return error;
  Object.assign(cause, { detail: undefined, where: undefined, internalQuery: undefined });
  return new QueryFailedError(sql, undefined, cause);
}

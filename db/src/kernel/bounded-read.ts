import { QueryFailedError } from 'typeorm';
import type { DataSource, Tx } from '../data-source.js';

const QUERY_CANCELED = '57014';

/** The read was ended because it took longer than it may. */
export class ReadTookTooLong extends Error {}

/** Reads of one moment, none of which may take longer than `timeoutMs`; nothing can be written. @throws ReadTookTooLong */
export async function boundedRead<Result>(
  dataSource: DataSource,
  timeoutMs: number,
  read: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  try {
    return await dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`set transaction read only`);
      // Such reads sort much: in memory, rather than on disk.
      await tx.query(
        `select set_config('statement_timeout', $1, true), set_config('work_mem', '32MB', true)`,
        [String(timeoutMs)],
      );
      return await read(tx);
    });
  } catch (error) {
    const { code } = (error instanceof QueryFailedError ? error.driverError : {}) as { code?: string };
    if (code === QUERY_CANCELED) throw new ReadTookTooLong('a read took too long', { cause: error });
    throw error;
  }
}

import type { DataSource } from '@lampid/db/data-source';

/**
 * Runs the work in one process of the whole installation: while another holds the lock nothing is done here, and when it is killed
 * the next one takes over. `lock`: any number that nothing else of ours locks.
 */
export async function whileOurs(db: DataSource, lock: number, work: () => Promise<void>): Promise<void> {
  const runner = db.createQueryRunner();
  await runner.connect();
  try {
    const [held] = (await runner.query('select pg_try_advisory_lock($1) as ours', [lock])) as {
      ours: boolean;
    }[];
    if (!held!.ours) return;
    try {
      await work();
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    }
  } finally {
    await runner.release();
  }
}

import type { DataSource } from 'typeorm';
import type { Tx } from '../data-source.js';
import { row } from './rows.js';

export interface WorkKey {
  /** Stable over retries and lost locks. */
  workId: string;
  topic: string;
  reportId: string;
}

export interface WorkOutcome<Outcome> {
  outcome: Outcome;
  /** True when an earlier run had done the work: `outcome` is what it answered. */
  repeated: boolean;
}

/**
 * Exactly once, in effect: the row goes first, in the transaction of the effect. A second run that comes while the first is
 * still in its transaction waits for it (up to the lock time-out, then it is a technical failure and is tried again).
 * `effect` answers plain JSON data. A throw undoes everything, the row included.
 */
export async function oncePerWork<Outcome>(
  dataSource: DataSource,
  key: WorkKey,
  effect: (tx: Tx) => Promise<Outcome>,
): Promise<WorkOutcome<Outcome>> {
  return dataSource.transaction(async (tx) => {
    const mine = await row(
      tx,
      `insert into kernel.processed_work (work_id, topic, report_id) values ($1, $2, $3)
       on conflict (work_id) do nothing returning work_id`,
      [key.workId, key.topic, key.reportId],
    );
    if (!mine) {
      const done = await row<{ outcome: Outcome }>(
        tx,
        'select outcome from kernel.processed_work where work_id = $1',
        [key.workId],
      );
      return { outcome: done!.outcome, repeated: true };
    }
    const outcome = await effect(tx);
    await tx.query('update kernel.processed_work set outcome = $2 where work_id = $1', [
      key.workId,
      JSON.stringify(outcome ?? null),
    ]);
    return { outcome, repeated: false };
  });
}

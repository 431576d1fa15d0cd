import { randomUUID } from 'node:crypto';
import type { DataSource } from '@lampid/db/data-source';
import { as } from './api.js';
import { submitExample, untilTask, type ReportView } from './case-pilot.js';
import { eventually } from './eventually.js';
import { stackProcess } from './stack.js';

/**
 * Births that were approved and stand still at `register` with an incident of the engine: while the workers are frozen
 * their reports get a type that is not installed. When this answers, the types are right again, and a retry goes through.
 * `cause`: what the message of these incidents holds, and of no others.
 */
export async function stuckAtRegister(
  db: DataSource,
  count: number,
): Promise<{ reports: ReportView[]; cause: string }> {
  // Numbers are no part of a cause.
  const cause = `missing-${randomUUID().replace(/[^a-f]/g, '')}`;
  const reports: ReportView[] = [];
  for (let made = 0; made < count; made += 1) reports.push(await submitExample('birth'));
  const ids = reports.map(({ id }) => id);
  const supervisor = await as('supervisor.coblong');
  const tasks: { id: string }[] = [];
  for (const id of ids) tasks.push(await untilTask(id, 'review', 'supervisor.coblong'));
  for (const { id } of tasks) await supervisor.post(`/api/v1/tasks/${id}/claim`).expect(200);
  const workers = stackProcess('workers');
  await workers.freeze();
  try {
    for (const { id } of tasks)
      await supervisor.post(`/api/v1/tasks/${id}/complete`).send({ outcome: 'approve' }).expect(200);
    await db.query('update reporting.report set type = $2 where id = any($1::uuid[])', [ids, cause]);
  } finally {
    await workers.thaw();
  }
  await eventually(
    'each case has an incident',
    async () => {
      const open: unknown[] = await db.query(
        'select from approval.incident where report_id = any($1::uuid[]) and resolved_at is null',
        [ids],
      );
      return open.length === count;
    },
    { timeoutMs: 60_000 },
  );
  await db.query(`update reporting.report set type = 'birth' where id = any($1::uuid[])`, [ids]);
  return { reports, cause };
}

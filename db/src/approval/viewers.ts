/** Who has a task on the screen: told again every few seconds by the page that shows it, and forgotten soon after. */
import type { DataSource } from 'typeorm';
import { rows } from '../kernel/rows.js';

/** Pages tell again well within this time. */
export const VIEWING_SECONDS = 45;

/** The caller looks at the task. Answers who else does, by name. */
export async function lookAtTask(
  dataSource: DataSource,
  look: { taskId: string; username: string },
): Promise<{ username: string; name: string }[]> {
  await dataSource.query(
    `insert into approval.task_viewer (task_id, username) values ($1, $2)
     on conflict (task_id, username) do update set seen_at = now()`,
    [look.taskId, look.username],
  );
  return rows(
    dataSource.manager,
    `select v.username, o.name from approval.task_viewer v join identity.officer o on o.username = v.username
     where v.task_id = $1 and v.username <> $2 and v.seen_at > now() - $3 * interval '1 second'
     order by v.seen_at desc limit 10`,
    [look.taskId, look.username, VIEWING_SECONDS],
  );
}

export async function lookAway(
  dataSource: DataSource,
  look: { taskId: string; username: string },
): Promise<void> {
  await dataSource.query('delete from approval.task_viewer where task_id = $1 and username = $2', [
    look.taskId,
    look.username,
  ]);
}

/** Those whose pages were closed without a word. */
export async function forgetViewers(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `delete from approval.task_viewer where seen_at < now() - $1 * interval '1 second'`,
    [VIEWING_SECONDS],
  );
}

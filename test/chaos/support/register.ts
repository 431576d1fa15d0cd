/** Looks into the databases of the stack: what is true, whatever the processes say. */
import pg from 'pg';
import { testStack } from '../../src/support/stack.js';

async function query<T>(url: string, sql: string, parameters: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, parameters)).rows as T[];
  } finally {
    await client.end();
  }
}

export const appQuery = <T>(sql: string, parameters?: unknown[]) =>
  query<T>(testStack().databaseUrl, sql, parameters);

/**
 * Ends the locks of lost workers at once instead of after a minute. A long poll that a killed worker left open in the engine
 * still takes work for some seconds, so this is called again and again.
 */
export async function expireLocksOf(pids: readonly number[]): Promise<void> {
  await query(
    testStack().engine.databaseUrl,
    `update act_ru_ext_task set lock_exp_time_ = now() - interval '1 second'
     where lock_exp_time_ > now() and worker_id_ ~ ('-(' || $1 || ')-')`,
    [pids.join('|')],
  );
}

export interface Trace {
  residents: number;
  deeds: number;
  postings: number;
  registrations: number;
}

/** What a report left in the registry. */
export async function traceOf(reportId: string): Promise<Trace> {
  const [trace] = await appQuery<Trace>(
    `select (select count(*) from registry.resident where created_by_report = $1)::int as residents,
       (select count(*) from registry.deed where report_id = $1)::int as deeds,
       (select count(*) from registry.posting where report_id = $1)::int as postings,
       (select count(*) from registry.registration where report_id = $1)::int as registrations`,
    [reportId],
  );
  return trace!;
}

/** Distinct postings that SIAK (the simulator) holds for this report, by our correlation ids. */
export async function siakPostings(reportId: string): Promise<number> {
  const ours = await appQuery<{ id: string }>(
    'select correlation_id as id from integration.siak_posting where report_id = $1',
    [reportId],
  );
  const response = await fetch(`${testStack().simulatorUrl}/sim/control/postings`);
  const text = await response.text();
  return ours.filter(({ id }) => text.includes(id)).length;
}

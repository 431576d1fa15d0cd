import type pg from 'pg';

export interface Statement {
  database: string;
  query: string;
  calls: number;
  /** Mean and total execution time in ms. */
  meanMs: number;
  totalMs: number;
  rows: number;
}

export async function forgetStatements(client: pg.Client): Promise<void> {
  await client.query('create extension if not exists pg_stat_statements');
  await client.query('select pg_stat_statements_reset()');
}

/** The costliest statements since `forgetStatements`, parameters replaced by their numbers. As superuser. */
export async function costliestStatements(client: pg.Client, limit = 40): Promise<Statement[]> {
  const { rows } = await client.query<Statement>(
    `select d.datname as database, regexp_replace(s.query, '\\s+', ' ', 'g') as query, s.calls::int, s.rows::int,
       s.mean_exec_time as "meanMs", s.total_exec_time as "totalMs"
     from pg_stat_statements s join pg_database d on d.oid = s.dbid order by s.total_exec_time desc limit $1`,
    [limit],
  );
  return rows;
}

/** Fills the register of the bench: once, in one transaction, by statements that make millions of rows each. */
import type pg from 'pg';
import { buildIndexes, dropIndexes } from '../bench/secondary-indexes.js';
import {
  CASES,
  FAMILIES,
  KEPT,
  LEDGER,
  PEOPLE,
  PEOPLE_PER_FAMILY,
  PREPARE,
  REPORTS,
  REVISIONS,
} from './city-of-millions.sql.js';
import type { RegistryBenchOptions } from './options.js';

type Size = Pick<RegistryBenchOptions, 'residents' | 'reports'>;

/** Their secondary indexes are built when the rows are there: row by row it takes many times as long. */
const FILLED = [
  ...['registry.resident', 'registry.family_card', 'registry.membership', 'registry.posting'],
  ...['registry.known_name', 'registry.known_word', 'registry.posting_sum', 'registry.posting_age'],
  ...['reporting.report', 'reporting.report_revision', 'reporting.finding', 'reporting.newcomer'],
  ...['approval.case_instance', 'approval.case_step', 'approval.task', 'approval.decision', 'kernel.attempt'],
];

/** Ended reports whose cases are kept step by step. */
const ENDED_LATELY = 50_000;

/** What the bench filled before; null in a new database. */
export async function sizeOfCity(client: pg.Client): Promise<Size | null> {
  const made = await client.query<{ made: boolean }>(`select to_regclass('bench.city') is not null as made`);
  if (!made.rows[0]!.made) return null;
  const { rows } = await client.query<Size>('select residents, reports from bench.city');
  return rows[0] ?? null;
}

/**
 * Adds so many people and reports to the seeded demonstration: all of them or none. `client` is a superuser: the
 * checks of rows one by one (foreign keys, open months) are off meanwhile.
 */
export async function fillCity(
  client: pg.Client,
  options: {
    size: Size;
    /** Cases that have not ended: the youngest reports. */
    underWay: number;
    /** Code of the area where all of them live. */
    area: string;
    /** Deployed model of each event. */
    definitions: { process_key: string; definition_id: string }[];
    say: (text: string) => void;
  },
): Promise<void> {
  const { size, underWay, area, definitions, say } = options;
  const families = Math.ceil(size.residents / PEOPLE_PER_FAMILY);
  const firstCase = Math.max(1, size.reports - underWay - ENDED_LATELY);
  await client.query('begin');
  try {
    for (const setting of [
      `session_replication_role = replica`,
      `synchronous_commit = off`,
      `maintenance_work_mem = '512MB'`,
      `work_mem = '256MB'`,
      `statement_timeout = 0`,
      `idle_in_transaction_session_timeout = 0`,
    ]) {
      await client.query(`set local ${setting}`);
    }
    await client.query(PREPARE);
    await client.query(
      `insert into bench.definition select * from jsonb_to_recordset($1::jsonb) as d (process_key text, definition_id text)`,
      [JSON.stringify(definitions)],
    );
    const indexes = await dropIndexes(client, FILLED);
    say('families');
    await client.query(FAMILIES, [families, area]);
    say('people');
    await client.query(PEOPLE);
    // Without statistics the planner takes a filled table for an empty one.
    await client.query('analyze registry.family_card, registry.resident, registry.membership');
    say('reports of 36 months');
    await client.query(REPORTS, [size.reports, families, underWay]);
    await client.query(REVISIONS);
    await client.query('analyze reporting.report');
    say('ledger');
    await client.query(LEDGER, [families]);
    for (const statement of KEPT) await client.query(statement);
    say('cases: steps, tasks, findings, decisions');
    for (const statement of CASES) await client.query(statement, [firstCase]);
    await buildIndexes(client, { indexes, say });
    await client.query(`insert into bench.city values ($1, $2)`, [size.residents, size.reports]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  // Statistics for the planner, and what index-only scans look at.
  for (const table of FILLED) {
    say(`vacuum ${table}`);
    await client.query(`vacuum (analyze) ${table}`);
  }
}

/** Imports as records with a state; every change of state is one compare-and-set, so that two people or two servers cannot disagree. */
import type { Text } from '@lampid/domain/rules/finding';
import type { Tx } from '../../data-source.js';
import { newId } from '../../kernel/new-id.js';
import { row, rows } from '../../kernel/rows.js';

export const IMPORT_STATES = [
  ...(['reading', 'checking', 'faulty', 'ready', 'writing'] as const),
  ...(['done', 'cancelled', 'expired', 'failed'] as const),
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Those that a loop works on. */
export type WorkingState = 'reading' | 'checking' | 'writing';

export interface ImportRecord {
  id: string;
  state: ImportState;
  createdBy: string;
  createdAt: Date;
  committedBy: string | null;
  endedAt: Date | null;
  rowsExpected: number | null;
  rowsRead: number;
  rowsWritten: number;
  families: number;
  errors: number;
  warnings: number;
  postingKind: 'opening' | 'adjustment' | null;
  attempts: number;
  failure: Text | null;
}

const RECORD = `id, state, created_by as "createdBy", created_at as "createdAt", committed_by as "committedBy",
  ended_at as "endedAt", rows_expected as "rowsExpected", rows_read as "rowsRead", rows_written as "rowsWritten",
  families, errors, warnings, posting_kind as "postingKind", attempts, failure`;

/** The id of a new import, or null while another one is open. */
export async function createImport(
  tx: Tx,
  input: { content: Buffer; createdBy: string },
): Promise<string | null> {
  const created = await row<{ id: string }>(
    tx,
    `insert into registry.import (id, created_by) values ($1, $2) on conflict do nothing returning id`,
    [newId(), input.createdBy],
  );
  if (!created) return null;
  await tx.query('insert into registry.import_file (import_id, content) values ($1, $2)', [
    created.id,
    input.content,
  ]);
  return created.id;
}

export function findImport(tx: Tx, id: string): Promise<ImportRecord | null> {
  return row(tx, `select ${RECORD} from registry.import where id = $1`, [id]);
}

/** Newest first. */
export function listImports(
  tx: Tx,
  page: { limit: number; after: { createdAt: string; id: string } | null },
): Promise<ImportRecord[]> {
  return rows(
    tx,
    `select ${RECORD} from registry.import
     where $2::timestamptz is null or (date_trunc('milliseconds', created_at), id) < ($2::timestamptz, $3::uuid)
     order by date_trunc('milliseconds', created_at) desc, id desc limit $1`,
    [page.limit, page.after?.createdAt ?? null, page.after?.id ?? null],
  );
}

/** The one that a loop has to work on. */
export function importToWorkOn(tx: Tx): Promise<(ImportRecord & { state: WorkingState }) | null> {
  return row(tx, `select ${RECORD} from registry.import where state in ('reading', 'checking', 'writing')`);
}

export interface Move {
  id: string;
  from: readonly ImportState[];
  to: ImportState;
  committedBy?: string;
  failure?: Text;
}

/** False when the import was not in one of the states `from`. */
export async function moveImport(tx: Tx, { id, from, to, committedBy, failure }: Move): Promise<boolean> {
  const moved = await row(
    tx,
    `update registry.import set state = $3, attempts = 0, committed_by = coalesce($4, committed_by), failure = $5,
       ended_at = case when $3 in ('done', 'cancelled', 'expired', 'failed') then now() end
     where id = $1 and state = any($2) returning id`,
    [id, from, to, committedBy ?? null, failure ? JSON.stringify(failure) : null],
  );
  return moved !== null;
}

export async function countAttempt(tx: Tx, id: string): Promise<void> {
  await tx.query('update registry.import set attempts = attempts + 1 where id = $1', [id]);
}

/** Numbers that the page shows while work goes on. False when the import is no longer in that state: work must stop. */
export async function noteProgress(
  tx: Tx,
  progress: {
    id: string;
    state: WorkingState;
    rowsExpected?: number | null;
    rowsRead?: number;
    rowsWritten?: number;
    families?: number;
  },
): Promise<boolean> {
  const noted = await row(
    tx,
    `update registry.import set rows_expected = coalesce($3, rows_expected), rows_read = coalesce($4, rows_read),
       rows_written = coalesce($5, rows_written), families = coalesce($6, families)
     where id = $1 and state = $2 returning id`,
    [
      ...[progress.id, progress.state, progress.rowsExpected ?? null],
      ...[progress.rowsRead ?? null, progress.rowsWritten ?? null, progress.families ?? null],
    ],
  );
  return noted !== null;
}

/** Deletes what was sent and what was read of it; the record stays. */
export async function forgetStaged(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from registry.import_file where import_id = $1', [id]);
  await tx.query('delete from registry.import_row where import_id = $1', [id]);
  await tx.query('delete from registry.import_fault where import_id = $1', [id]);
}

/** Ends imports that nobody has finished within a day. Answers their ids. */
export async function expireImports(tx: Tx): Promise<string[]> {
  const old = await rows<{ id: string }>(
    tx,
    `update registry.import set state = 'expired', ended_at = now()
     where state in ('reading', 'checking', 'faulty', 'ready') and created_at < now() - interval '24 hours' returning id`,
  );
  for (const { id } of old) await forgetStaged(tx, id);
  return old.map(({ id }) => id);
}

/** What was read of a sheet, between reading and writing. */
import type { ImportFault } from '@lampid/domain/registry/import/fault';
import { faultOf } from '@lampid/domain/registry/import/fault';
import type { ImportedPerson } from '@lampid/domain/registry/import/read-row';
import type { Tx } from '../../data-source.js';
import { row, rows } from '../../kernel/rows.js';

/** Faults that are kept of one import. More help nobody: the sheet itself is wrong then. */
export const KEPT_FAULTS = 20_000;

export async function readFile(tx: Tx, id: string): Promise<Buffer | null> {
  const file = await row<{ content: Buffer }>(
    tx,
    'select content from registry.import_file where import_id = $1',
    [id],
  );
  return file?.content ?? null;
}

export async function forgetFile(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from registry.import_file where import_id = $1', [id]);
}

/** Reading begins anew: nothing of an attempt that was cut short is left. */
export async function emptyStaging(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from registry.import_row where import_id = $1', [id]);
  await tx.query('delete from registry.import_fault where import_id = $1', [id]);
  await tx.query(
    'update registry.import set rows_read = 0, families = 0, errors = 0, warnings = 0 where id = $1',
    [id],
  );
}

export interface StagedRow {
  row: number;
  person: ImportedPerson;
}

export async function stageRows(tx: Tx, id: string, staged: readonly StagedRow[]): Promise<void> {
  if (staged.length === 0) return;
  await tx.query(
    `insert into registry.import_row (import_id, row, card_number, nik, person)
     select $1, s.row, s.person->>'cardNumber', s.person->>'nik', s.person
     from jsonb_to_recordset($2::jsonb) as s (row int, person jsonb)`,
    [id, JSON.stringify(staged)],
  );
}

/** Counts all, keeps the first KEPT_FAULTS. */
export async function stageFaults(tx: Tx, id: string, faults: readonly ImportFault[]): Promise<void> {
  if (faults.length === 0) return;
  const errors = faults.filter(({ severity }) => severity === 'E').length;
  const counted = await row<{ before: number }>(
    tx,
    `update registry.import set errors = errors + $2, warnings = warnings + $3 where id = $1
     returning errors + warnings - $2 - $3 as before`,
    [id, errors, faults.length - errors],
  );
  const kept = faults.slice(0, Math.max(0, KEPT_FAULTS - counted!.before));
  await tx.query(
    `insert into registry.import_fault (import_id, row, fault)
     select $1, (fault->>'row')::int, fault from jsonb_array_elements($2::jsonb) as fault`,
    [id, JSON.stringify(kept)],
  );
}

/** What the register already holds: NIK by line, family cards by their first line. Also those that are dead, gone or void. */
export async function findRegistered(tx: Tx, id: string): Promise<ImportFault[]> {
  const niks = await rows<{ row: number }>(
    tx,
    `select i.row from registry.import_row i join registry.resident r on r.nik = i.nik
     where i.import_id = $1 order by i.row`,
    [id],
  );
  const cards = await rows<{ row: number }>(
    tx,
    `select min(i.row) as row from registry.import_row i join registry.family_card c on c.number = i.card_number
     where i.import_id = $1 group by i.card_number order by 1`,
    [id],
  );
  return [
    ...niks.map((found) => faultOf(found.row, 'nik', 'NIK_REGISTERED')),
    ...cards.map((found) => faultOf(found.row, 'cardNumber', 'CARD_REGISTERED')),
  ];
}

export function firstRows(tx: Tx, id: string, limit: number): Promise<StagedRow[]> {
  return rows(tx, 'select row, person from registry.import_row where import_id = $1 order by row limit $2', [
    id,
    limit,
  ]);
}

export interface KeptFault extends ImportFault {
  /** Position in the list. */
  id: string;
}

/** By line; errors and warnings as they come. */
export function listFaults(
  tx: Tx,
  question: { id: string; limit: number; after: { row: number; id: string } | null },
): Promise<KeptFault[]> {
  return rows(
    tx,
    `select f.id, f.row, f.fault->>'column' as "column", f.fault->>'code' as code,
       f.fault->>'severity' as severity, f.fault->'message' as message
     from registry.import_fault f
     where f.import_id = $1 and ($3::int is null or (f.row, f.id) > ($3::int, $4::bigint))
     order by f.row, f.id limit $2`,
    [question.id, question.limit, question.after?.row ?? null, question.after?.id ?? null],
  );
}

/** Removes what an earlier look into the register found. */
export async function forgetRegistered(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `with gone as (
       delete from registry.import_fault
       where import_id = $1 and fault->>'code' in ('NIK_REGISTERED', 'CARD_REGISTERED') returning 1)
     update registry.import set errors = errors - (select count(*) from gone) where id = $1`,
    [id],
  );
}

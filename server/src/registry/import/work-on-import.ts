/**
 * What the loop does with an import, one state at a time. Each step may be repeated: reading begins anew from the stored file,
 * checking replaces what it found, writing is one transaction.
 */
import { recordAudit } from '@lampid/db/kernel/audit';
import {
  forgetStaged,
  moveImport,
  noteProgress,
  type ImportRecord,
  type WorkingState,
} from '@lampid/db/registry/import/imports';
import {
  emptyStaging,
  findRegistered,
  forgetFile,
  forgetRegistered,
  readFile,
  stageFaults,
  stageRows,
  type StagedRow,
} from '@lampid/db/registry/import/staging';
import { writeImport } from '@lampid/db/registry/import/write-import';
import { loadActiveAreas } from '@lampid/db/reference/areas';
import { todayJakarta } from '@lampid/domain/dates';
import { readHead } from '@lampid/domain/registry/import/columns';
import type { ImportFault } from '@lampid/domain/registry/import/fault';
import { isWhole, readRow, type ImportContext } from '@lampid/domain/registry/import/read-row';
import { createSheetCheck } from '@lampid/domain/registry/import/sheet-check';
import type { Deps } from '../../deps.js';
import { readSheet, type SheetLine } from './read-sheet.js';
import { SheetError } from './sheet-archive.js';

export type ImportDeps = Pick<Deps, 'db' | 'now' | 'log'> & { config: Pick<Deps['config'], 'CITY'> };

/** Most lines of one sheet. */
export const MAX_ROWS = 200_000;

/** The import was cancelled while it was worked on. */
export class ImportStopped extends Error {
  override name = 'ImportStopped';
}

export async function workOnImport(
  deps: ImportDeps,
  task: Pick<ImportRecord, 'id' | 'committedBy'> & { state: WorkingState },
): Promise<void> {
  if (task.state === 'reading') return read(deps, task.id);
  if (task.state === 'checking') return check(deps, task.id);
  return write(deps, task);
}

/** Lines into staging, with the faults of lines and of whole families. */
async function read(deps: ImportDeps, id: string): Promise<void> {
  const { db, now, config } = deps;
  const content = await readFile(db.manager, id);
  if (!content) throw new ImportStopped();
  await db.transaction((tx) => emptyStaging(tx, id));
  const today = todayJakarta(now());
  const check = createSheetCheck(today);
  const areas = await loadActiveAreas(db);
  let context: ImportContext | null = null;
  let rowsRead = 0;
  let rowsExpected: number | null = null;

  const stage = (staged: StagedRow[], faults: ImportFault[]) =>
    db.transaction(async (tx) => {
      const progress = { id, state: 'reading', rowsRead, families: check.familyCount() } as const;
      // First, for it holds the import's row: whoever cancels waits, and finds everything there is to delete.
      if (!(await noteProgress(tx, { ...progress, rowsExpected }))) throw new ImportStopped();
      await stageRows(tx, id, staged);
      await stageFaults(tx, id, faults);
    });
  const readLines = async (lines: SheetLine[]) => {
    const staged: StagedRow[] = [];
    const faults: ImportFault[] = [];
    for (const { row, cells } of lines) {
      if (context === null) {
        const head = readHead(cells);
        if (!('layout' in head)) throw new SheetError(head.text);
        context = { layout: head.layout, today, city: config.CITY, areas };
        continue;
      }
      const line = readRow({ row, cells, context });
      faults.push(...line.faults, ...check.add(row, line.person));
      if (isWhole(line)) staged.push({ row, person: line.person });
      rowsRead += 1;
    }
    if (rowsRead > MAX_ROWS) throw tooManyRows();
    // A NIK that comes twice is a fault of the sheet, not of the staging table.
    await stage(staged, faults);
  };

  await readSheet(content, { expected: (last) => (rowsExpected = Math.max(0, last - 1)), lines: readLines });
  if (rowsRead === 0) throw noRows();
  const families = check.families();
  await db.transaction(async (tx) => {
    await stageFaults(tx, id, families);
    await forgetFile(tx, id);
    if (!(await moveImport(tx, { id, from: ['reading'], to: 'checking' }))) throw new ImportStopped();
  });
}

/** What the register already holds. */
async function check({ db }: ImportDeps, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`set local statement_timeout = '60s'`);
    await forgetRegistered(tx, id);
    await stageFaults(tx, id, await findRegistered(tx, id));
    const [found] = (await tx.query('select errors from registry.import where id = $1', [id])) as {
      errors: number;
    }[];
    const to = found!.errors > 0 ? 'faulty' : 'ready';
    if (!(await moveImport(tx, { id, from: ['checking'], to }))) throw new ImportStopped();
  });
}

/** Everything or nothing. Somebody who got one of the numbers meanwhile sends the import back to be checked. */
async function write(deps: ImportDeps, task: Pick<ImportRecord, 'id' | 'committedBy'>): Promise<void> {
  const { db, now } = deps;
  const { id } = task;
  try {
    await db.transaction(async (tx) => {
      let rowsWritten = 0;
      const kind = await writeImport(tx, {
        importId: id,
        today: todayJakarta(now()),
        async onWritten(rows) {
          rowsWritten = rows;
          // Outside of the transaction: others see it, and a cancel is seen here.
          if (!(await noteProgress(db.manager, { id, state: 'writing', rowsWritten: rows })))
            throw new ImportStopped();
        },
      });
      if (!(await moveImport(tx, { id, from: ['writing'], to: 'done' }))) throw new ImportStopped();
      await tx.query('update registry.import set posting_kind = $2 where id = $1', [id, kind]);
      await forgetStaged(tx, id);
      await recordAudit(tx, {
        ...{ actor: task.committedBy ?? 'import', action: 'import.written', object: `import:${id}` },
        detail: { residents: rowsWritten, kind },
      });
    });
  } catch (error) {
    if (!isNumberTaken(error)) throw error;
    await moveImport(db.manager, { id, from: ['writing'], to: 'checking' });
  }
}

function isNumberTaken(error: unknown): boolean {
  const { code, constraint } =
    (error as { driverError?: { code?: string; constraint?: string } }).driverError ?? {};
  return code === '23505' && ['resident_nik_key', 'family_card_number_key'].includes(constraint ?? '');
}

function tooManyRows(): SheetError {
  return new SheetError({
    id: `Lembar memuat lebih dari ${MAX_ROWS} baris: bagi menjadi beberapa berkas`,
    en: `The sheet has more than ${MAX_ROWS} lines: divide it into several files`,
  });
}

function noRows(): SheetError {
  return new SheetError({ id: 'Lembar pertama tidak memuat data', en: 'The first sheet has no data' });
}

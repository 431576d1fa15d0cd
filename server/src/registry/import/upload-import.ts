import { recordAudit } from '@lampid/db/kernel/audit';
import { createImport } from '@lampid/db/registry/import/imports';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, Problem } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';
import { openArchive, SheetError } from './sheet-archive.js';

/**
 * Takes a workbook in; it is read in the background. Neither its name nor, after reading, its content is kept.
 * @throws Problem 422 when it is no workbook, 409 while another import is open
 */
export async function uploadImport(
  deps: Pick<Deps, 'db'>,
  { caller, content }: { caller: Caller; content: Buffer | undefined },
): Promise<string> {
  if (!content) {
    throw invalidInput([
      inputFault('REQUIRED', 'file', { id: 'Lampirkan satu berkas', en: 'Send one file' }),
    ]);
  }
  await openArchive(content).catch((error: unknown) => {
    if (!(error instanceof SheetError)) throw error;
    throw invalidInput([inputFault('NOT_A_SHEET', 'file', error.text)]);
  });
  return deps.db.transaction(async (tx) => {
    const id = await createImport(tx, { content, createdBy: caller.username });
    if (id === null) {
      throw new Problem('state-conflict', {
        id: 'Masih ada impor yang berjalan: selesaikan atau batalkan dahulu',
        en: 'Another import is open: finish or cancel it first',
      });
    }
    await recordAudit(tx, { actor: caller.username, action: 'import.uploaded', object: `import:${id}` });
    return id;
  });
}

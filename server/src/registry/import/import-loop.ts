/** Works on the open import, if there is one: one server at a time (an advisory lock), so a killed one is followed by the next. */
import {
  countAttempt,
  expireImports,
  forgetStaged,
  importToWorkOn,
  moveImport,
  type ImportState,
} from '@lampid/db/registry/import/imports';
import type { Text } from '@lampid/domain/rules/finding';
import { every, type Loop } from '../../kernel/every.js';
import { whileOurs } from '../../kernel/while-ours.js';
import { SheetError } from './sheet-archive.js';
import { ImportStopped, workOnImport, type ImportDeps } from './work-on-import.js';

const IMPORT_LOCK = 3273_0008;
const EVERY_MS = 1_000;
const ATTEMPTS = 5;

const GAVE_UP: Text = {
  id: 'Impor berulang kali gagal karena gangguan pada server; tidak ada data yang ditulis',
  en: 'The import failed again and again because the server is in trouble; nothing was written',
};

export function startImportLoop(deps: ImportDeps, { everyMs = EVERY_MS } = {}): Loop {
  return every(
    everyMs,
    () =>
      whileOurs(deps.db, IMPORT_LOCK, async () => {
        await deps.db.transaction((tx) => expireImports(tx));
        await workUntilWaiting(deps);
      }),
    // Parameters of a failed statement can hold a NIK: only the message is told.
    (error) => deps.log.warn({ reason: (error as Error).message }, 'import in trouble'),
  );
}

/** From state to state until a person has to decide. */
async function workUntilWaiting(deps: ImportDeps): Promise<void> {
  for (;;) {
    const task = await importToWorkOn(deps.db.manager);
    if (!task) return;
    if (task.attempts >= ATTEMPTS) {
      await fail(deps, { id: task.id, from: task.state, text: GAVE_UP });
      return;
    }
    await countAttempt(deps.db.manager, task.id);
    try {
      await workOnImport(deps, task);
    } catch (error) {
      if (error instanceof ImportStopped) continue;
      if (!(error instanceof SheetError)) throw error;
      await fail(deps, { id: task.id, from: task.state, text: error.text });
    }
  }
}

async function fail(
  { db }: ImportDeps,
  { id, from, text }: { id: string; from: ImportState; text: Text },
): Promise<void> {
  await db.transaction(async (tx) => {
    if (await moveImport(tx, { id, from: [from], to: 'failed', failure: text })) await forgetStaged(tx, id);
  });
}

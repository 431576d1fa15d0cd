import { draftFiles, type DraftFile, type ModelDraft } from '@lampid/db/modeling/drafts';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { lintNewType } from '../new-types/lint-new-type.js';

/**
 * What leaves as a folder. A draft of what is deployed may be unfinished; a new event type is put where a server starts it.
 * @throws Problem 422 with the faults that would keep a server from starting
 */
export async function folderFiles(
  deps: Deps,
  { id, madeFrom, processKey }: ModelDraft,
): Promise<DraftFile[]> {
  const files = await draftFiles(deps.db.manager, id);
  const errors = madeFrom
    ? (await lintNewType(deps, { id: processKey, template: madeFrom.template }, files)).errors
    : [];
  if (errors.length === 0) return files;
  const text = {
    id: 'Folder ini belum dapat dijalankan; perbaiki kesalahannya sebelum diunduh',
    en: 'This folder would not run yet; mend its faults before it is downloaded',
  };
  throw new Problem('model-refused', text, errors);
}

import {
  draftFiles,
  draftRevisions,
  lockDraft,
  removeFile,
  writeFile,
  type DraftFile,
  type ModelDraft,
} from '@lampid/db/modeling/drafts';
import type { Tx } from '@lampid/db/data-source';
import type { Deps } from '../../deps.js';
import { parseInput } from '../../http/input-faults.js';
import { inputFault, invalidInput, Problem } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';
import { resourceSchema } from '../resource-schema.js';
import { assertHarmless } from './begin-draft.js';
import { assertState, noSuchDraft } from './draft-faults.js';

interface FileChange {
  caller: Caller;
  draftId: string;
  name: string;
  /** The one that the analyst changed; 0 for a new file. */
  revision: number;
}

/** @throws Problem 404, 409 when the draft is not open or somebody else saved the file meanwhile, 422 for hostile content and for code */
export async function saveFile(deps: Deps, change: FileChange & { content: string }): Promise<number> {
  const { caller, draftId, name, content, revision } = change;
  parseInput(resourceSchema.shape.name, name, 'name');
  await assertHarmless([{ name, content }]);
  return await deps.db.transaction(async (tx) => {
    const draft = await openDraft(tx, draftId);
    if (revision === 0) await assertRoomForMore(tx, draft, { name, content });
    const saved = await writeFile(tx, { draftId, name, content, revision, by: caller.username });
    if (saved === null) throw await changedMeanwhile(tx, draftId, name);
    return saved;
  });
}

/** @throws Problem 404, 409 as above, 422 for the model itself and for code */
export async function discardFile(deps: Deps, change: FileChange): Promise<void> {
  const { caller, draftId, name, revision } = change;
  parseInput(resourceSchema.shape.name, name, 'name');
  await deps.db.transaction(async (tx) => {
    await openDraft(tx, draftId);
    const files = await draftRevisions(tx, draftId);
    if (name.endsWith('.bpmn') && files.filter((file) => file.name.endsWith('.bpmn')).length === 1)
      throw invalidInput([
        inputFault('REQUIRED', 'name', { id: 'Draf perlu sebuah model', en: 'A draft needs a model' }),
      ]);
    if (!(await removeFile(tx, { draftId, name, revision, by: caller.username })))
      throw await changedMeanwhile(tx, draftId, name);
  });
}

async function openDraft(tx: Tx, draftId: string): Promise<ModelDraft> {
  const draft = await lockDraft(tx, draftId);
  if (!draft) throw noSuchDraft();
  assertState(draft.state, 'open');
  return draft;
}

async function assertRoomForMore(tx: Tx, draft: ModelDraft, file: Pick<DraftFile, 'name' | 'content'>) {
  await assertHarmless([...(await draftFiles(tx, draft.id)).filter(({ name }) => name !== file.name), file]);
}

async function changedMeanwhile(tx: Tx, draftId: string, name: string): Promise<Problem> {
  const now = (await draftRevisions(tx, draftId)).find((file) => file.name === name);
  return new Problem(
    'draft-changed',
    now
      ? {
          id: `${now.updatedBy} sudah menyimpan ${name}; muat versinya sebelum menyimpan`,
          en: `${now.updatedBy} has saved ${name} meanwhile; load that before saving`,
        }
      : { id: `${name} sudah dibuang dari draf ini`, en: `${name} was removed from this draft` },
  );
}

import { draftFiles, lockDraft, rebaseDraft, removeFile, writeFile } from '@lampid/db/modeling/drafts';
import type { Resource } from '@lampid/engine/engine';
import type { Deps } from '../../deps.js';
import type { Caller } from '../../identity/authorize.js';
import { assertHoldsNoCode, assertState, noSuchDraft } from './draft-faults.js';

/** What became of the draft's files. */
export interface Rebased {
  baseDefinitionId: string | null;
  /** Taken over from the version that came between, as the draft had not changed them. */
  taken: string[];
  /** Changed by both: the draft's own stand, to be compared by a person. */
  conflicts: string[];
}

/**
 * Makes the version in force the draft's base, file by file: a file is nobody's business to merge unseen.
 * @throws Problem 404, 409 unless the draft is open and changes something that is deployed
 */
export async function rebaseModel(deps: Deps, input: { caller: Caller; draftId: string }): Promise<Rebased> {
  const { caller, draftId } = input;
  return await deps.db.transaction(async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (!draft) throw noSuchDraft();
    assertState(draft.state, 'open');
    assertHoldsNoCode(deps, draft);
    deps.definitions.forgetLatest();
    const inForce = await deps.definitions.latest(draft.processKey);
    if (!inForce || inForce.definitionId === draft.baseDefinitionId)
      return { baseDefinitionId: draft.baseDefinitionId, taken: [], conflicts: [] };
    const base = draft.baseDefinitionId ? await deps.definitions.get(draft.baseDefinitionId) : null;
    const files = await draftFiles(tx, draftId);
    const contentIn = (resources: readonly Resource[], name: string) =>
      resources.find((resource) => resource.name === name)?.content;
    const names = new Set(
      [...inForce.resources, ...(base?.resources ?? []), ...files].map(({ name }) => name),
    );
    const taken: string[] = [];
    const conflicts: string[] = [];
    for (const name of [...names].sort()) {
      const [before, theirs, ours] = [base?.resources ?? [], inForce.resources, files].map((resources) =>
        contentIn(resources, name),
      );
      if (theirs === ours || theirs === before) continue;
      if (ours !== before) {
        conflicts.push(name);
        continue;
      }
      const revision = files.find((file) => file.name === name)?.revision ?? 0;
      const write = { draftId, name, revision, by: caller.username };
      if (theirs === undefined) await removeFile(tx, write);
      else await writeFile(tx, { ...write, content: theirs });
      taken.push(name);
    }
    await rebaseDraft(tx, draftId, inForce.definitionId);
    return { baseDefinitionId: inForce.definitionId, taken, conflicts };
  });
}

import { recordAudit } from '@lampid/db/kernel/audit';
import { draftFiles, lockDraft, proposeDraft, type ModelDraft } from '@lampid/db/modeling/drafts';
import type { Tx } from '@lampid/db/data-source';
import type { Resource } from '@lampid/engine/engine';
import type { Deps } from '../../deps.js';
import { Problem, type InputFault } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';
import { lintBundle } from '../lint-bundle.js';
import { assertHoldsNoCode, assertState, noSuchDraft } from './draft-faults.js';

/** Answers what makes the bundle harder to read. @throws Problem 404, 409, 422 with every fault of the bundle */
export async function proposeModel(
  deps: Deps,
  input: { caller: Caller; draftId: string; why: string },
): Promise<InputFault[]> {
  const { caller, draftId, why } = input;
  return await deps.db.transaction(async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (!draft) throw noSuchDraft();
    assertState(draft.state, 'open');
    const warnings = await assertDeployable(deps, tx, draft);
    await proposeDraft(tx, draftId, { by: caller.username, why });
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'model-draft.proposed', object: `model-draft:${draftId}` },
      detail: { processKey: draft.processKey },
    });
    return warnings;
  });
}

/** A version that came between must have been looked at; a draft that changes nothing is none; code is not deployed. */
export async function assertDeployable(deps: Deps, tx: Tx, draft: ModelDraft): Promise<InputFault[]> {
  assertHoldsNoCode(deps, draft);
  const resources = await draftFiles(tx, draft.id);
  deps.definitions.forgetLatest();
  const inForce = await deps.definitions.latest(draft.processKey);
  if ((inForce?.definitionId ?? null) !== draft.baseDefinitionId)
    throw new Problem('state-conflict', {
      id: `Versi ${inForce?.version ?? ''} dipasang sejak draf ini dimulai; ambil perubahannya dulu`,
      en: `Version ${inForce?.version ?? ''} was deployed since this draft began; take its changes over first`,
    });
  if (inForce && sameFiles(inForce.resources, resources))
    throw new Problem('state-conflict', {
      id: 'Draf ini tidak mengubah apa pun',
      en: 'This draft changes nothing',
    });
  const { errors, warnings } = await lintBundle(resources, deps.typeOf, inForce?.resources);
  if (errors.length > 0) throw new Problem('model-refused', undefined, [...errors, ...warnings]);
  return warnings;
}

function sameFiles(left: readonly Resource[], right: readonly Resource[]): boolean {
  const contents = new Map(left.map(({ name, content }) => [name, content]));
  return left.length === right.length && right.every(({ name, content }) => contents.get(name) === content);
}

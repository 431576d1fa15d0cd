import { recordAudit } from '@lampid/db/kernel/audit';
import { decideDraft, draftFiles, lockDraft, type ModelDraft } from '@lampid/db/modeling/drafts';
import type { Tx } from '@lampid/db/data-source';
import { EngineError, type Deployment } from '@lampid/engine/engine';
import type { Deps } from '../../deps.js';
import { inputFault, Problem } from '../../http/problem.js';
import { assertAnother, type Caller } from '../../identity/authorize.js';
import { assertState, noSuchDraft } from './draft-faults.js';
import { assertDeployable } from './propose-draft.js';

/**
 * Four eyes: whoever wrote or proposed it does not decide it. The engine deploys while the draft is locked; when our commit then
 * fails, a second approval finds the version in force and only writes it down.
 * @throws Problem 403 own draft, 404, 409, 422 when the engine or the lint refuses
 */
export async function approveDraft(
  deps: Deps,
  input: { caller: Caller; draftId: string; note: string | null },
): Promise<Deployment> {
  const { caller, draftId, note } = input;
  return await deps.db.transaction(async (tx) => {
    const draft = await proposedDraft(tx, caller, draftId);
    await assertDeployable(deps, tx, draft);
    const deployment = await deploy(deps, tx, draft);
    await decideDraft(tx, draftId, {
      ...{ state: 'deployed', by: caller.username, note, deploymentId: deployment.deploymentId },
    });
    const { deploymentId, definitions } = deployment;
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'process.deployed', object: `deployment:${deploymentId}` },
      detail: {
        ...{ draftId, proposedBy: draft.proposedBy, why: draft.why },
        definitions: definitions.map(({ definitionId }) => definitionId),
      },
    });
    return deployment;
  });
}

/** Back to its analysts, with the reason. */
export async function returnDraft(
  deps: Deps,
  input: { caller: Caller; draftId: string; note: string },
): Promise<void> {
  const { caller, draftId, note } = input;
  await deps.db.transaction(async (tx) => {
    await proposedDraft(tx, caller, draftId);
    await decideDraft(tx, draftId, { state: 'open', by: caller.username, note });
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'model-draft.returned', object: `model-draft:${draftId}` },
    });
  });
}

/** Nobody goes on with it; it can still be read. Whoever began, wrote or proposed it may do so. */
export async function withdrawDraft(deps: Deps, input: { caller: Caller; draftId: string }): Promise<void> {
  const { caller, draftId } = input;
  await deps.db.transaction(async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (!draft) throw noSuchDraft();
    assertState(draft.state, 'open', 'proposed');
    if (![draft.createdBy, draft.proposedBy, ...draft.editors].includes(caller.username))
      throw new Problem('wrong-role', {
        id: 'Hanya penyusun draf yang dapat menariknya',
        en: 'Only its authors can withdraw a draft',
      });
    await decideDraft(tx, draftId, { state: 'withdrawn', by: caller.username, note: null });
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'model-draft.withdrawn', object: `model-draft:${draftId}` },
    });
  });
}

async function proposedDraft(tx: Tx, caller: Caller, draftId: string): Promise<ModelDraft> {
  const draft = await lockDraft(tx, draftId);
  if (!draft) throw noSuchDraft();
  assertState(draft.state, 'proposed');
  assertAnother(caller, [draft.proposedBy, ...draft.editors], {
    id: 'Penyusun dan pengusul draf tidak boleh menyetujuinya',
    en: 'Whoever wrote or proposed a draft may not approve it',
  });
  return draft;
}

async function deploy(deps: Deps, tx: Tx, draft: ModelDraft): Promise<Deployment> {
  const resources = (await draftFiles(tx, draft.id)).map(({ name, content }) => ({ name, content }));
  try {
    const { processKey } = draft;
    return await deps.engine.deploy({ name: processKey, resources, inForceFor: processKey });
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'refused') throw error;
    const text = { id: `Mesin proses menolak: ${error.message}`, en: `The engine refuses: ${error.message}` };
    throw new Problem('model-refused', undefined, [inputFault('ENGINE_REFUSED', null, text)]);
  } finally {
    deps.definitions.forgetLatest();
  }
}

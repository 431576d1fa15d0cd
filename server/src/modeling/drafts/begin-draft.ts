import { recordAudit } from '@lampid/db/kernel/audit';
import { newId } from '@lampid/db/kernel/new-id';
import { insertDraft } from '@lampid/db/modeling/drafts';
import type { Resource } from '@lampid/engine/engine';
import { parseCaseModel } from '@lampid/processes/case-model';
import { hostileFiles } from '@lampid/processes/lint/hostile-files';
import { noCode } from '@lampid/processes/lint/rules/no-code';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, Problem } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';
import { faultOf } from '../lint-bundle.js';
import { wholeBundle } from '../whole-bundle.js';

export interface DraftBeginning {
  caller: Caller;
  title: string;
  /** A version whose files the draft begins with: the one in force, or an older one to go back to. */
  from?: string | undefined;
  /** Files over those, or all files of a process that is not deployed yet. */
  resources: Resource[];
}

/**
 * A draft changes what is in force now, whichever version its files come from.
 * @throws Problem 404 for an unknown version, 422 for files that nobody should open and for none at all
 */
export async function beginDraft(deps: Deps, beginning: DraftBeginning): Promise<string> {
  const { caller, from, resources: changed } = beginning;
  await assertHarmless(changed);
  const files = await wholeBundle(deps, { base: from, resources: changed });
  const processKey = from ? (await deps.definitions.get(from)).processKey : await firstProcessKey(files);
  await assertOwnBundle(processKey, files);
  const inForce = await deps.definitions.latest(processKey);
  const id = newId();
  await deps.db.transaction(async (tx) => {
    await insertDraft(
      tx,
      {
        ...{ id, processKey, title: beginning.title, createdBy: caller.username },
        baseDefinitionId: inForce?.definitionId ?? null,
      },
      files,
    );
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'model-draft.begun', object: `model-draft:${id}` },
      detail: { processKey, from: from ?? null },
    });
  });
  return id;
}

/**
 * Code in a model is no danger while it is only drawn: the lint tells it, and it cannot be proposed.
 * @throws Problem 422 with the reason for each file that must not even be stored: entities, active forms, too much of it
 */
export async function assertHarmless(resources: readonly Resource[]): Promise<void> {
  const hostile = (await hostileFiles(resources)).filter(({ rule }) => rule !== noCode.name);
  if (hostile.length > 0) throw new Problem('model-refused', undefined, hostile.map(faultOf));
}

/** A model that others call is changed in the bundle of each caller: on its own it would deploy one of them. */
async function assertOwnBundle(processKey: string, files: Resource[]): Promise<void> {
  for (const { name, content } of files) {
    if (!name.endsWith('.bpmn')) continue;
    const caller = (await readable(name, content)).processes.find(({ elements }) =>
      [...elements.values()].some(({ calledElement }) => calledElement === processKey),
    );
    if (!caller) continue;
    throw new Problem('state-conflict', {
      id: `Model ini dipanggil oleh ${caller.name}; ubahlah lewat draf model tersebut`,
      en: `This model is called by ${caller.name}; change it in a draft of that one`,
    });
  }
}

async function firstProcessKey(resources: Resource[]): Promise<string> {
  for (const { name, content } of resources) {
    if (!name.endsWith('.bpmn')) continue;
    const [process] = (await readable(name, content)).processes;
    if (process) return process.key;
  }
  const text = { id: 'Kirim setidaknya satu model BPMN', en: 'Send at least one BPMN model' };
  throw invalidInput([inputFault('REQUIRED', 'resources', text)]);
}

async function readable(name: string, content: string) {
  try {
    return await parseCaseModel(content);
  } catch (error) {
    const { message } = error as Error;
    const text = { id: `Model tidak dapat dibaca: ${message}`, en: `The model cannot be read: ${message}` };
    throw new Problem('model-refused', undefined, [inputFault('readable', name, text)]);
  }
}

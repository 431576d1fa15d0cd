/** An analyst deploys a changed model: the files they changed, over the rest of the version they started from. */
import { recordAudit } from '@lampid/db/kernel/audit';
import type { Resource } from '@lampid/engine/engine';
import { EngineError } from '@lampid/engine/engine';
import { parseCaseModel } from '@lampid/processes/case-model';
import type { Deps } from '../deps.js';
import { inputFault, invalidInput, notFound, Problem, type InputFault } from '../http/problem.js';
import type { Caller } from '../identity/authorize.js';
import { lintBundle } from './lint-bundle.js';

export interface DeployedVersion {
  deploymentId: string;
  /** True when this very content had been deployed before: nothing changed. */
  existed: boolean;
  definitions: { definitionId: string; processKey: string; version: number }[];
  /** What makes the model harder to read. */
  warnings: InputFault[];
}

/** @throws Problem 404 unknown base version, 422 with every fault of the bundle */
export async function deployFromBrowser(
  deps: Deps,
  input: { caller: Caller; name: string | undefined; base: string | undefined; resources: Resource[] },
): Promise<DeployedVersion> {
  const { caller, base, resources: changed } = input;
  const resources = base === undefined ? changed : overlay((await baseOf(deps, base)).resources, changed);
  const { errors, warnings } = await lintBundle(resources);
  if (errors.length > 0) throw new Problem('model-refused', undefined, [...errors, ...warnings]);
  const name = input.name ?? (await firstProcessKey(resources));
  try {
    const deployment = await deps.engine.deploy({ name, resources });
    deps.definitions.forgetLatest();
    const definitions = deployment.definitions.map(({ definitionId, processKey, version }) => ({
      ...{ definitionId, processKey, version },
    }));
    const { deploymentId, existed } = deployment;
    await recordAudit(deps.db.manager, {
      actor: caller.username,
      action: 'process.deployed',
      object: `deployment:${deploymentId}`,
      detail: { name, existed, definitions: definitions.map(({ definitionId }) => definitionId) },
    });
    return { deploymentId, existed, definitions, warnings };
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'refused') throw error;
    const text = { id: `Mesin proses menolak: ${error.message}`, en: `The engine refuses: ${error.message}` };
    throw new Problem('model-refused', undefined, [inputFault('ENGINE_REFUSED', null, text)]);
  }
}

/** The version that changed files lie over. @throws Problem 404 */
export async function baseOf(deps: Pick<Deps, 'definitions'>, definitionId: string) {
  try {
    return await deps.definitions.get(definitionId);
  } catch (error) {
    if (error instanceof EngineError && error.code === 'not-found') throw notFound();
    throw error;
  }
}

/** The files of `base`, changed ones in place of theirs. */
export function overlay(base: Resource[], changed: Resource[]): Resource[] {
  const names = new Set(changed.map(({ name }) => name));
  return [...base.filter(({ name }) => !names.has(name)), ...changed];
}

async function firstProcessKey(resources: Resource[]): Promise<string> {
  for (const { name, content } of resources) {
    if (!name.endsWith('.bpmn')) continue;
    const [process] = (await parseCaseModel(content)).processes;
    if (process) return process.key;
  }
  const text = { id: 'Kirim setidaknya satu model BPMN', en: 'Send at least one BPMN model' };
  throw invalidInput([inputFault('REQUIRED', 'resources', text)]);
}

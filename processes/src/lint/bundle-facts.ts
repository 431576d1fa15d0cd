/** What the rules must know beyond the element they look at: the rest of the bundle and the task contracts. */
import type { BundleResource } from '../bundle.js';
import type { TaskContract } from '../define-task.js';
import { isA, many, type ModdleElement } from '../moddle.js';
import { linksOf } from '../references.js';
import type { TypeOf } from './type-of.js';

export interface BundleFacts {
  contracts: Map<string, TaskContract>;
  forms: Set<string>;
  decisions: Set<string>;
  /** Executable processes by key. */
  processes: Map<string, ModdleElement>;
  typeOf: TypeOf;
}

/** Only for resources that can be read. */
export async function bundleFacts(input: {
  resources: readonly BundleResource[];
  models: readonly ModdleElement[];
  contracts: Map<string, TaskContract>;
  typeOf: TypeOf;
}): Promise<BundleFacts> {
  const links = await Promise.all(
    input.resources.filter(({ name }) => !name.endsWith('.bpmn')).map((resource) => linksOf(resource)),
  );
  const processes = input.models.flatMap((definitions) =>
    many(definitions, 'rootElements').filter(
      (element) => isA(element, 'bpmn:Process') && element.get('isExecutable') === true,
    ),
  );
  return {
    ...{ contracts: input.contracts, typeOf: input.typeOf },
    forms: new Set(links.flatMap(({ provides }) => [...provides.forms])),
    decisions: new Set(links.flatMap(({ provides }) => [...provides.decisions])),
    processes: new Map(processes.map((process) => [process.id ?? '', process])),
  };
}

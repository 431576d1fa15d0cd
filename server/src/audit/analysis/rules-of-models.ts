import { readStepRules, type StepRules } from '@lampid/processes/conformance/step-rules';
import type { Deps } from '../../deps.js';
import { readableByIds } from '../../modeling/element-names.js';

/** A deployed version never changes: its rules are read once per process. */
const known = new Map<string, Promise<StepRules>>();

/** What each version of a model allows; null where it is not known any more. */
export async function rulesOfModels(
  deps: Deps,
  definitionIds: string[],
): Promise<Map<string, StepRules | null>> {
  const definitions = await readableByIds(deps.definitions, definitionIds);
  return new Map(
    await Promise.all(
      [...definitions].map(async ([id, definition]) => {
        if (!definition) return [id, null] as const;
        const rules = known.get(id) ?? readStepRules(definition.xml, definition.processKey);
        known.set(id, rules);
        return [id, await rules] as const;
      }),
    ),
  );
}

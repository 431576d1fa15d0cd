/** What a diagram of a model shows of all open steps. Pure. */
import type { Text } from '@lampid/domain/rules/finding';
import type { OpenStep } from './api/operations.js';

export interface ModelLoad {
  element: string;
  names: Text;
  topic: string | null;
  count: number;
  incidents: number;
  oldestAt: string | null;
}

/** The steps of a model: of one version, or of all with the same element as one. The fullest first. */
export function modelLoads(
  steps: readonly OpenStep[],
  model: { processKey: string; version: number | null },
): ModelLoad[] {
  const loads = new Map<string, ModelLoad>();
  for (const step of steps) {
    if (step.processKey !== model.processKey) continue;
    if (model.version !== null && step.version !== model.version) continue;
    const { element, names, topic, count, incidents, oldestAt } = step;
    const known = loads.get(element);
    if (!known) {
      loads.set(element, { element, names, topic, count, incidents, oldestAt });
      continue;
    }
    known.count += count;
    known.incidents += incidents;
    if (oldestAt !== null && (known.oldestAt === null || oldestAt < known.oldestAt))
      known.oldestAt = oldestAt;
  }
  return [...loads.values()].sort(
    (left, right) => right.incidents - left.incidents || right.count - left.count,
  );
}

/** Key of the model that holds most tokens and incidents: where a look is worth most. Null when nothing is open. */
export function fullestModel(steps: readonly OpenStep[]): string | null {
  const sums = new Map<string, number>();
  for (const { processKey, count, incidents } of steps)
    if (processKey !== null) sums.set(processKey, (sums.get(processKey) ?? 0) + count + incidents);
  let best: [key: string, sum: number] | null = null;
  for (const entry of sums) if (!best || entry[1] > best[1]) best = entry;
  return best?.[0] ?? null;
}

/** Which topics the models ask for, and whether a worker that lives serves each. */
import { runningByDefinition } from '@lampid/db/approval/queries-cases';
import { listWorkers, type WorkerRow } from '@lampid/db/kernel/workers';
import type { Deps } from '../../deps.js';
import { readableByIds } from '../../modeling/element-names.js';

export interface ServedTopic {
  topic: string;
  /** Process keys of the models that use it: the latest versions, and those in which cases still run. */
  models: string[];
  /** Workers that serve it and live. */
  live: number;
}

export interface Workforce {
  workers: WorkerRow[];
  /** Every topic that a model uses or a worker serves, by name. */
  topics: ServedTopic[];
}

export async function readWorkforce(deps: Pick<Deps, 'db' | 'definitions'>): Promise<Workforce> {
  const { db, definitions } = deps;
  const [workers, latest, running] = await Promise.all([
    listWorkers(db),
    definitions.latestDefinitions(),
    runningByDefinition(db),
  ]);
  const known = await readableByIds(
    definitions,
    [...latest, ...running].map(({ definitionId }) => definitionId),
  );
  const models = new Map<string, Set<string>>();
  for (const definition of known.values()) {
    for (const { topic } of definition?.elements.values() ?? []) {
      if (topic === null) continue;
      const users = models.get(topic) ?? new Set();
      models.set(topic, users.add(definition!.processKey));
    }
  }
  const living = workers.filter(({ stale }) => !stale);
  const served = living.flatMap(({ topics }) => topics.map(({ topic }) => topic));
  const topics = [...new Set([...models.keys(), ...served])].sort();
  return {
    workers,
    topics: topics.map((topic) => ({
      topic,
      models: [...(models.get(topic) ?? [])].sort(),
      live: served.filter((one) => one === topic).length,
    })),
  };
}

/** Models ask for it and nobody does it: their cases stand still without an incident. */
export function isUnserved({ models, live }: ServedTopic): boolean {
  return models.length > 0 && live === 0;
}

/**
 * What definition ids mean. A deployed version never changes, so each is read once per process and kept in our database: the
 * history of a case stays readable when the engine has forgotten its model.
 */
import type { DataSource } from '@lampid/db/data-source';
import { findDefinition, saveDefinition, type StoredDefinition } from '@lampid/db/modeling/definitions';
import type { Text } from '@lampid/domain/rules/finding';
import { compileTables } from '@lampid/domain/rules/compile-tables';
import type { CompiledTables } from '@lampid/domain/rules/evaluate';
import type { Definition, EnginePort } from '@lampid/engine/engine';
import { parseCaseModel, type CaseElement, type CaseModel } from '@lampid/processes/case-model';

export interface KnownDefinition extends Omit<StoredDefinition, 'resources'> {
  name: string;
  names: Text;
  /** The whole BPMN document, drawing included. */
  xml: string;
  model: CaseModel;
  elements: ReadonlyMap<string, CaseElement>;
  /** form-js schemas of the same deployment, by form id. */
  forms: ReadonlyMap<string, FormSchema>;
  resources: StoredDefinition['resources'];
  /** Decision tables of the same deployment. */
  tables(): Promise<CompiledTables>;
}

export type FormSchema = Record<string, unknown> & { id: string };

export class Definitions {
  readonly #known = new Map<string, Promise<KnownDefinition>>();
  #latest: Definition[] | undefined;
  #latestAt = 0;
  #refresh: Promise<Definition[]> | undefined;

  constructor(
    private readonly engine: Pick<EnginePort, 'definition' | 'resources' | 'latestDefinitions'>,
    private readonly db: DataSource,
  ) {}

  /** @throws EngineError `not-found` for an id that neither we nor the engine know */
  get(definitionId: string): Promise<KnownDefinition> {
    let known = this.#known.get(definitionId);
    if (!known) {
      known = this.#load(definitionId);
      known.catch(() => this.#known.delete(definitionId));
      this.#known.set(definitionId, known);
    }
    return known;
  }

  /** The version that a new case of this process starts with. Null when none is deployed. */
  async latest(processKey: string): Promise<KnownDefinition | null> {
    const latest = (await this.latestDefinitions()).find(
      (definition) => definition.processKey === processKey,
    );
    return latest ? this.get(latest.definitionId) : null;
  }

  /** Asked anew when older than `TTL`, without waiting for the answer: reports are taken in while the engine is down. */
  async latestDefinitions(): Promise<Definition[]> {
    if (this.#latest && this.#latestAt + TTL_MS > Date.now()) return this.#latest;
    const refresh = (this.#refresh ??= this.#askLatest());
    if (!this.#latest) return refresh;
    refresh.catch(() => undefined);
    return this.#latest;
  }

  /** After a deployment of ours. */
  forgetLatest(): void {
    this.#latest = undefined;
  }

  async #askLatest(): Promise<Definition[]> {
    try {
      this.#latest = await this.engine.latestDefinitions();
      this.#latestAt = Date.now();
      return this.#latest;
    } finally {
      this.#refresh = undefined;
    }
  }

  async #load(definitionId: string): Promise<KnownDefinition> {
    const stored = await findDefinition(this.db, definitionId);
    if (stored) return readDefinition(stored);
    const [definition, resources] = await Promise.all([
      this.engine.definition(definitionId),
      this.engine.resources(definitionId),
    ]);
    const fresh: StoredDefinition = { ...definition, resources };
    await saveDefinition(this.db, fresh);
    return readDefinition(fresh);
  }
}

const TTL_MS = 3_000;

async function readDefinition(stored: StoredDefinition): Promise<KnownDefinition> {
  const bpmn = stored.resources.find((resource) => resource.name === stored.resource);
  if (!bpmn) throw new Error(`definition ${stored.definitionId} lacks its model ${stored.resource}`);
  const model = await parseCaseModel(bpmn.content);
  const process = model.processes.find(({ key }) => key === stored.processKey);
  if (!process) throw new Error(`${stored.resource} has no process ${stored.processKey}`);
  let tables: Promise<CompiledTables> | undefined;
  return {
    ...stored,
    name: process.name,
    names: process.names,
    xml: bpmn.content,
    model,
    elements: process.elements,
    forms: readForms(stored.resources),
    tables: () => (tables ??= compileTables(contentsOf(stored.resources, '.dmn'))),
  };
}

function readForms(resources: StoredDefinition['resources']): Map<string, FormSchema> {
  const schemas = contentsOf(resources, '.form').map((content) => JSON.parse(content) as FormSchema);
  return new Map(schemas.map((schema) => [schema.id, schema]));
}

function contentsOf(resources: StoredDefinition['resources'], ending: string): string[] {
  return resources.filter(({ name }) => name.endsWith(ending)).map(({ content }) => content);
}

import { parseCaseModel, type CaseModel } from '@lampid/processes/case-model';
import { compileTables } from '@lampid/domain/rules/compile-tables';
import type { CompiledTables } from '@lampid/domain/rules/evaluate';
import type { EnginePort, Resource } from '@lampid/engine/engine';

/** A definition as it was deployed: it never changes, so it is read once per process. */
export interface DeployedModel {
  resources: Resource[];
  model: CaseModel;
  /** The DMN tables of the same deployment. */
  tables: CompiledTables;
}

export class ModelCache {
  readonly #models = new Map<string, Promise<DeployedModel>>();

  constructor(private readonly engine: Pick<EnginePort, 'resources' | 'definition'>) {}

  get(definitionId: string): Promise<DeployedModel> {
    let model = this.#models.get(definitionId);
    if (!model) {
      model = this.#load(definitionId);
      model.catch(() => this.#models.delete(definitionId));
      this.#models.set(definitionId, model);
    }
    return model;
  }

  async #load(definitionId: string): Promise<DeployedModel> {
    const [definition, resources] = await Promise.all([
      this.engine.definition(definitionId),
      this.engine.resources(definitionId),
    ]);
    const bpmn = resources.find((resource) => resource.name === definition.resource);
    if (!bpmn) throw new Error(`deployment of ${definitionId} lacks ${definition.resource}`);
    const dmn = resources.filter((resource) => resource.name.endsWith('.dmn'));
    return {
      resources,
      model: await parseCaseModel(bpmn.content),
      tables: await compileTables(dmn.map((resource) => resource.content)),
    };
  }
}

import type { EnginePort, MigrationFault, MigrationPlan } from '../engine.js';
import type { RestClient } from './rest-client.js';

interface Instruction {
  sourceActivityIds: string[];
  targetActivityIds: string[];
  updateEventTrigger?: boolean;
}

interface OperatonPlan {
  sourceProcessDefinitionId: string;
  targetProcessDefinitionId: string;
  instructions: Instruction[];
}

interface ValidationReport {
  instructionReports?: { instruction: Instruction; failures: string[] }[];
}

/** How Operaton calls the scope around an activity that is done once for each of several. */
const BODY = '#multiInstanceBody';

/** Moving instances from one version of a model to another. */
export class Migrations {
  constructor(private readonly rest: RestClient) {}

  async migrate({ instanceIds, ...plan }: Parameters<EnginePort['migrate']>[0]): Promise<void> {
    if (instanceIds.length === 0) return;
    await this.rest.call({
      method: 'POST',
      path: '/migration/execute',
      json: {
        migrationPlan: await this.#planFor(plan),
        processInstanceIds: instanceIds,
        skipCustomListeners: true,
      },
    });
  }

  async faults(plan: MigrationPlan): Promise<MigrationFault[]> {
    const report = await this.rest.call<ValidationReport>({
      method: 'POST',
      path: '/migration/validate',
      json: await this.#planFor(plan),
    });
    return (report.instructionReports ?? []).flatMap(({ instruction, failures }) =>
      failures.map((message) => ({ element: elementOf(instruction.sourceActivityIds[0] ?? ''), message })),
    );
  }

  /** What Operaton itself would map, by id, with the plan's own wishes in place of it. */
  async #planFor(plan: MigrationPlan): Promise<OperatonPlan> {
    const generated = await this.rest.call<OperatonPlan>({
      method: 'POST',
      path: '/migration/generate',
      json: {
        sourceProcessDefinitionId: plan.fromDefinitionId,
        targetProcessDefinitionId: plan.toDefinitionId,
        updateEventTriggers: true,
      },
    });
    const wished = Object.entries(plan.mapping).filter(([from, to]) => from !== to);
    const replaced = new Set(wished.map(([from]) => from));
    const kept = generated.instructions.filter(
      ({ sourceActivityIds }) => !sourceActivityIds.some((id) => replaced.has(elementOf(id))),
    );
    const own = wished.flatMap(([from, to]): Instruction[] => {
      if (to === null) return [];
      const isEvent = plan.events?.includes(from) ?? false;
      const instruction = (ending: string): Instruction => ({
        sourceActivityIds: [from + ending],
        targetActivityIds: [to + ending],
        updateEventTrigger: isEvent,
      });
      return plan.multiInstance?.includes(from) ? [instruction(BODY), instruction('')] : [instruction('')];
    });
    return { ...generated, instructions: [...kept, ...own] };
  }
}

function elementOf(activityId: string): string {
  return activityId.endsWith(BODY) ? activityId.slice(0, -BODY.length) : activityId;
}

/** Tasks that were not done by their due time: where, why, and in which cases. */
import { versionsOfPeriod } from '@lampid/db/approval/analysis/analysed-cases';
import { lateTasks, type LateTask } from '@lampid/db/approval/analysis/late-tasks';
import { areaNames } from '@lampid/db/reference/areas';
import { BREACH_CAUSES, causeOfBreach, type BreachCause } from '@lampid/domain/analysis/breach-cause';
import { percentile, rounded } from '@lampid/domain/analysis/percentile';
import type { Text } from '@lampid/domain/rules/finding';
import type { Deps } from '../../deps.js';
import { z } from '../../http/zod.js';
import type { Caller } from '../../identity/authorize.js';
import type { KnownDefinition } from '../../modeling/definitions.js';
import { namesOfElement, readableByIds } from '../../modeling/element-names.js';
import { instant, textSchema } from '../../reporting/report-schemas.js';
import { casesAskedAbout, MOST_CASES, readForAnalysis, scopeSchema, type Question } from './question.js';

/** The latest tasks, which are counted by step, area and cause. */
const MOST_BREACHES = 2_000;
/** Of these, those that are listed one by one. */
const MOST_LISTED = 200;

const causesSchema = z.record(z.enum(BREACH_CAUSES), z.int());
const groupSchema = z.object({
  key: z.string(),
  names: textSchema,
  tasks: z.int(),
  /** Not done yet. */
  open: z.int(),
  /** Seconds after the due time. */
  median: z.number().nullable(),
  causes: causesSchema,
});

export const breachesSchema = scopeSchema
  .extend({
    tasks: z.int(),
    /** There are more: only the latest 2,000 are counted. */
    tasksCut: z.boolean(),
    causes: causesSchema,
    byStep: z.array(groupSchema),
    byArea: z.array(groupSchema),
    /** The latest first, at most 200. */
    items: z.array(
      z.object({
        taskId: z.string(),
        reportId: z.uuid(),
        ticket: z.string(),
        areaName: z.string(),
        step: textSchema,
        cause: z.enum(BREACH_CAUSES),
        officer: z.string().nullable(),
        openedAt: instant,
        dueAt: instant,
        endedAt: instant.nullable(),
        /** Seconds after the due time, until the end or now. */
        late: z.number(),
      }),
    ),
  })
  .openapi('Breaches');

interface Breach extends LateTask {
  step: Text;
  areaName: string;
  cause: BreachCause;
  late: number;
}

export async function readBreaches(
  deps: Deps,
  { caller, question }: { caller: Caller; question: Question },
): Promise<z.input<typeof breachesSchema>> {
  const cases = casesAskedAbout(deps, caller, question);
  const { versions, found } = await readForAnalysis(deps, async (tx) => ({
    versions: await versionsOfPeriod(tx, cases),
    found: await lateTasks(tx, cases, MOST_BREACHES + 1),
  }));
  const total = versions
    .filter(({ definitionId }) => [null, definitionId].includes(cases.definitionId))
    .reduce((sum, version) => sum + version.cases, 0);
  const breaches = await explain(deps, found.slice(0, MOST_BREACHES));
  return {
    ...{ area: cases.area, cases: Math.min(total, MOST_CASES), isCut: total > MOST_CASES },
    ...{ tasks: breaches.length, tasksCut: found.length > breaches.length, causes: countCauses(breaches) },
    byStep: groupsOf(breaches, ({ element, step }) => [element, step]),
    byArea: groupsOf(breaches, ({ areaCode, areaName }) => [areaCode, { id: areaName, en: areaName }]),
    items: breaches.slice(0, MOST_LISTED).map((breach) => ({
      ...{ taskId: breach.taskId, reportId: breach.reportId, ticket: breach.ticket },
      ...{ areaName: breach.areaName, step: breach.step, cause: breach.cause, officer: breach.assignee },
      openedAt: breach.openedAt.toISOString(),
      dueAt: breach.dueAt.toISOString(),
      endedAt: breach.endedAt?.toISOString() ?? null,
      late: breach.late,
    })),
  };
}

async function explain(deps: Deps, tasks: LateTask[]): Promise<Breach[]> {
  const [definitions, names] = await Promise.all([
    readableByIds(
      deps.definitions,
      tasks.map(({ definitionId }) => definitionId),
    ),
    areaNames(
      deps.db,
      tasks.map(({ areaCode }) => areaCode),
    ),
  ]);
  return tasks.map((task) => {
    const definition = definitions.get(task.definitionId) ?? null;
    const element = definition?.elements.get(task.element);
    return {
      ...task,
      step: namesOfElement(definition, task.element),
      areaName: names.get(task.areaCode) ?? task.areaCode,
      cause: causeOfBreach({
        dueAt: task.dueAt.getTime(),
        claimedAt: task.claimedAt?.getTime() ?? null,
        wasHanded: task.wasHanded,
        decidedAt: task.decidedAt?.getTime() ?? null,
        hadIncident: task.hadIncident,
        isCorrection: element?.properties['status'] === 'returned',
        isOfSynchronisation: task.definitionId !== task.caseDefinitionId && synchronises(definition),
      }),
      late: rounded(((task.endedAt ?? deps.now()).getTime() - task.dueAt.getTime()) / 1000, 3),
    };
  });
}

const synchronises = (definition: KnownDefinition | null) =>
  definition !== null && [...definition.elements.values()].some(({ topic }) => topic === 'sync-dukcapil');

function countCauses(breaches: Breach[]): Record<BreachCause, number> {
  const count = (cause: BreachCause) => breaches.filter((breach) => breach.cause === cause).length;
  return Object.fromEntries(BREACH_CAUSES.map((cause) => [cause, count(cause)])) as Record<
    BreachCause,
    number
  >;
}

/** Those with the most breaches first. */
function groupsOf(breaches: Breach[], groupOf: (breach: Breach) => [key: string, names: Text]) {
  const groups = new Map<string, { names: Text; own: Breach[] }>();
  for (const breach of breaches) {
    const [key, names] = groupOf(breach);
    const group = groups.get(key) ?? { names, own: [] };
    group.own.push(breach);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, { names, own }]) => ({
      ...{ key, names, tasks: own.length, open: own.filter(({ endedAt }) => endedAt === null).length },
      median: percentile(
        own.map(({ late }) => late),
        0.5,
      ),
      causes: countCauses(own),
    }))
    .sort((one, other) => other.tasks - one.tasks);
}

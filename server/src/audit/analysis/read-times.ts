/** Where cases spend their time: by step on each model, and by area. Seconds. */
import { versionsOfPeriod } from '@lampid/db/approval/analysis/analysed-cases';
import {
  timeByAreas,
  timeByModels,
  timeBySteps,
  waitsByAreas,
  type StepTime,
} from '@lampid/db/approval/analysis/time-spent';
import { areaNames } from '@lampid/db/reference/areas';
import { rounded } from '@lampid/domain/analysis/percentile';
import type { Deps } from '../../deps.js';
import { z } from '../../http/zod.js';
import type { Caller } from '../../identity/authorize.js';
import type { KnownDefinition } from '../../modeling/definitions.js';
import { namesOfElement, namesOfModel, readableByIds } from '../../modeling/element-names.js';
import { textSchema } from '../../reporting/report-schemas.js';
import { casesAskedAbout, MOST_CASES, readForAnalysis, scopeSchema, type Question } from './question.js';

const seconds = z.number().nullable();
const spreadSchema = z.object({ median: seconds, p90: seconds });

export const timesSchema = scopeSchema
  .extend({
    /** Versions that cases of the period follow, whichever was asked for. */
    versions: z.array(z.object({ definitionId: z.string(), version: z.int().nullable(), cases: z.int() })),
    /** Models that the cases ran in, called ones included; the case's own first, newest versions first. */
    models: z.array(
      z.object({
        definitionId: z.string(),
        processKey: z.string(),
        version: z.int().nullable(),
        names: textSchema,
        /** False: its drawing is not known any more. */
        isKnown: z.boolean(),
        isCalled: z.boolean(),
        instances: z.int(),
        /** In the order of the model. */
        steps: z.array(
          z.object({
            element: z.string(),
            names: textSchema,
            kind: z.string(),
            role: z.string().nullable(),
            entered: z.int(),
            open: z.int(),
            whole: spreadSchema,
            waiting: spreadSchema,
            working: spreadSchema,
            total: z.number(),
            /** Of the time of all instances of this model, 0 to 1; null for what only frames others or waits beside a task. */
            share: z.number().nullable(),
          }),
        ),
      }),
    ),
    /** Parts of the area; the area itself when it has none. */
    areas: z.array(
      spreadSchema.extend({
        code: z.string(),
        name: z.string(),
        cases: z.int(),
        open: z.int(),
        late: z.int(),
      }),
    ),
    /** How long tasks of officers waited to be taken, by those areas and by step, in the order of the model. */
    waits: z.array(
      z.object({
        code: z.string(),
        element: z.string(),
        names: textSchema,
        entered: z.int(),
        waiting: spreadSchema,
      }),
    ),
  })
  .openapi('AnalysedTimes');

const DEEPEST_LEVEL = 4;

export async function readTimes(
  deps: Deps,
  { caller, question }: { caller: Caller; question: Question },
): Promise<z.input<typeof timesSchema>> {
  const cases = casesAskedAbout(deps, caller, question);
  const level = Math.min(cases.area.split('.').length + 1, DEEPEST_LEVEL);
  const { versions, models, steps, areas, waits } = await readForAnalysis(deps, async (tx) => ({
    versions: await versionsOfPeriod(tx, cases),
    models: await timeByModels(tx, cases),
    steps: await timeBySteps(tx, cases),
    areas: await timeByAreas(tx, cases, level),
    waits: await waitsByAreas(tx, cases, level),
  }));
  const [definitions, names] = await Promise.all([
    readableByIds(
      deps.definitions,
      [...versions, ...models, ...steps].map(({ definitionId }) => definitionId),
    ),
    areaNames(
      deps.db,
      areas.map(({ areaCode }) => areaCode),
    ),
  ]);
  const asked = versions.filter(({ definitionId }) => [null, definitionId].includes(cases.definitionId));
  const total = asked.reduce((sum, version) => sum + version.cases, 0);
  const versionOf = (definitionId: string) => definitions.get(definitionId)?.version ?? null;
  return {
    ...{ area: cases.area, cases: Math.min(total, MOST_CASES), isCut: total > MOST_CASES },
    versions: versions.map((version) => ({ ...version, version: versionOf(version.definitionId) })),
    models: models
      .map(({ definitionId, instances, total: modelTotal }) => {
        const definition = definitions.get(definitionId) ?? null;
        return {
          ...{ definitionId, instances, names: namesOfModel(definition, definitionId) },
          processKey: definition?.processKey ?? '',
          version: versionOf(definitionId),
          isKnown: definition !== null,
          isCalled: !versions.some((version) => version.definitionId === definitionId),
          steps: stepsOf(
            definition,
            steps.filter((step) => step.definitionId === definitionId),
            modelTotal,
          ),
        };
      })
      .sort(
        (one, other) =>
          Number(one.isCalled) - Number(other.isCalled) || (other.version ?? 0) - (one.version ?? 0),
      ),
    areas: areas.map(({ areaCode, ...time }) => ({
      ...{ ...time, code: areaCode, name: names.get(areaCode) ?? areaCode },
    })),
    waits: waits
      .map(({ areaCode: code, definitionId, ...wait }) => {
        const definition = definitions.get(definitionId);
        return {
          order: definition?.elements.get(wait.element)?.order ?? Infinity,
          wait: { ...wait, code, names: namesOfElement(definition, wait.element) },
        };
      })
      .sort((one, other) => one.order - other.order)
      .map(({ wait }) => wait),
  };
}

function stepsOf(definition: KnownDefinition | null, steps: StepTime[], modelTotal: number) {
  const elementOf = (id: string) => definition?.elements.get(id);
  const order = (id: string) => elementOf(id)?.order ?? Infinity;
  return steps
    .toSorted((one, other) => order(one.element) - order(other.element))
    .map(({ definitionId: _, element, ...time }) => {
      const known = elementOf(element);
      const counts = definition !== null && known !== undefined && takesTime(definition, element);
      return {
        ...{ ...time, element, names: namesOfElement(definition, element), kind: known?.type ?? '' },
        role: known?.role ?? null,
        share: counts && modelTotal > 0 ? rounded(time.total / modelTotal, 4) : null,
      };
    });
}

/** Neither the frame around other steps nor a timer that watches a task: their time is the time of the steps beside them. */
function takesTime(definition: KnownDefinition, id: string): boolean {
  const { type, parent } = definition.elements.get(id)!;
  if (type === 'subProcess' || type === 'boundaryEvent') return false;
  if (type !== 'intermediateCatchEvent' || parent === null) return true;
  return ![...definition.elements.values()].some(
    (other) => other.parent === parent && other.type === 'userTask',
  );
}

/** The ways that cases really took, and those that their own model does not allow. */
import { analysedCases, recordedPaths, type AnalysedCase } from '@lampid/db/approval/analysis/recorded-paths';
import { areaNames } from '@lampid/db/reference/areas';
import { percentile, rounded } from '@lampid/domain/analysis/percentile';
import { checkCase, wayOf, type CaseVerdict } from '@lampid/processes/conformance/check-case';
import type { Deps } from '../../deps.js';
import { z } from '../../http/zod.js';
import type { Caller } from '../../identity/authorize.js';
import { namesOfElement, namesOfModel, readableByIds } from '../../modeling/element-names.js';
import { textSchema } from '../../reporting/report-schemas.js';
import { casesAskedAbout, readForAnalysis, scopeSchema, type Question } from './question.js';
import { rulesOfModels } from './rules-of-models.js';

/** Cases whose steps are in memory at once. */
const BATCH = 250;
const MOST_VARIANTS = 50;
const MOST_DEVIATING = 200;

const stepSchema = z.object({ element: z.string(), names: textSchema });

export const conformanceSchema = scopeSchema
  .extend({
    conforming: z.int(),
    deviating: z.int(),
    /** Changed to another version on the way, or their model is not known any more. */
    notJudged: z.int(),
    /** Most frequent first, at most 50. */
    variants: z.array(
      z.object({
        steps: z.array(stepSchema),
        cases: z.int(),
        /** 0 to 1. */
        share: z.number(),
        /** Of the finished ones; seconds. */
        median: z.number().nullable(),
        /** Still on their way. */
        running: z.int(),
        deviating: z.int(),
        /** The newest case that went so. */
        exampleId: z.uuid(),
      }),
    ),
    variantCount: z.int(),
    /** Newest first, at most 200. */
    deviations: z.array(
      z.object({
        reportId: z.uuid(),
        ticket: z.string(),
        areaName: z.string(),
        model: textSchema,
        version: z.int().nullable(),
        why: z.array(
          z.object({
            kind: z.string(),
            step: stepSchema.nullable(),
            expected: z.array(stepSchema),
          }),
        ),
      }),
    ),
  })
  .openapi('Conformance');

interface Judged extends AnalysedCase {
  verdict: CaseVerdict;
  way: string[];
}

export async function readConformance(
  deps: Deps,
  { caller, question }: { caller: Caller; question: Question },
): Promise<z.input<typeof conformanceSchema>> {
  const asked = casesAskedAbout(deps, caller, question);
  const found = await readForAnalysis(deps, (tx) => analysedCases(tx, { ...asked, limit: asked.limit + 1 }));
  const cases = found.slice(0, asked.limit);
  const judged: Judged[] = [];
  for (let start = 0; start < cases.length; start += BATCH)
    judged.push(...(await judge(deps, cases.slice(start, start + BATCH))));
  const nameOf = await namesOfSteps(deps, judged);
  const deviating = judged.filter(({ verdict }) => verdict.kind === 'deviates');
  const variants = variantsOf(judged);
  return {
    ...{ area: asked.area, cases: cases.length, isCut: found.length > cases.length },
    conforming: judged.filter(({ verdict }) => verdict.kind === 'conforms').length,
    deviating: deviating.length,
    notJudged: judged.filter(({ verdict }) => verdict.kind === 'not-judged').length,
    variants: variants.slice(0, MOST_VARIANTS).map((same) => ({
      steps: same[0]!.way.map((element) => nameOf(same[0]!.definitionId, element)),
      cases: same.length,
      share: rounded(same.length / judged.length, 4),
      median: percentile(
        same.flatMap(({ seconds }) => seconds ?? []),
        0.5,
      ),
      running: same.filter(({ seconds }) => seconds === null).length,
      deviating: same.filter(({ verdict }) => verdict.kind === 'deviates').length,
      exampleId: same[0]!.reportId,
    })),
    variantCount: variants.length,
    deviations: await deviationsOf(deps, deviating.slice(0, MOST_DEVIATING), nameOf),
  };
}

async function judge(deps: Deps, cases: AnalysedCase[]): Promise<Judged[]> {
  const paths = await readForAnalysis(deps, (tx) =>
    recordedPaths(
      tx,
      cases.map(({ reportId }) => reportId),
    ),
  );
  const rules = await rulesOfModels(
    deps,
    paths.flatMap(({ instances }) => instances.map(({ definitionId }) => definitionId)),
  );
  const pathOf = new Map(paths.map((path) => [path.reportId, path]));
  return cases.map((one) => {
    const path = pathOf.get(one.reportId)!;
    const root = path.instances[0]?.instanceId;
    return {
      ...one,
      verdict: checkCase(path, rules),
      way: wayOf(path.steps.filter(({ instanceId }) => instanceId === root)),
    };
  });
}

/** Cases that went the same way, the most frequent way first. */
function variantsOf(judged: Judged[]): Judged[][] {
  const same = new Map<string, Judged[]>();
  for (const one of judged) {
    const key = one.way.join(' ');
    const known = same.get(key);
    if (known) known.push(one);
    else same.set(key, [one]);
  }
  return [...same.values()].sort((one, other) => other.length - one.length);
}

type NameOf = (definitionId: string, element: string) => z.input<typeof stepSchema>;

async function namesOfSteps(deps: Deps, judged: Judged[]): Promise<NameOf> {
  const definitions = await readableByIds(
    deps.definitions,
    judged.flatMap(({ definitionId, verdict }) => [
      definitionId,
      ...(verdict.kind === 'deviates' ? verdict.deviations.map((one) => one.definitionId) : []),
    ]),
  );
  return (definitionId, element) => ({
    element,
    names: namesOfElement(definitions.get(definitionId), element),
  });
}

async function deviationsOf(deps: Deps, deviating: Judged[], nameOf: NameOf) {
  const names = await areaNames(
    deps.db,
    deviating.map(({ areaCode }) => areaCode),
  );
  const definitions = await readableByIds(
    deps.definitions,
    deviating.map(({ definitionId }) => definitionId),
  );
  return deviating.map(({ reportId, ticket, areaCode, definitionId, verdict }) => {
    const definition = definitions.get(definitionId);
    return {
      ...{ reportId, ticket, areaName: names.get(areaCode) ?? areaCode },
      ...{ model: namesOfModel(definition, definitionId), version: definition?.version ?? null },
      why: (verdict.kind === 'deviates' ? verdict.deviations : []).map((deviation) => ({
        kind: deviation.kind,
        step: deviation.element === null ? null : nameOf(deviation.definitionId, deviation.element),
        expected: deviation.expected.map((element) => nameOf(deviation.definitionId, element)),
      })),
    };
  });
}

/** When a case was judged and what was found each time: what was known of it at any instant, whatever was found later. */
import { allFindings, cleanJudgings, type StoredFinding } from '@lampid/db/reporting/findings';
import type { Deps } from '../deps.js';
import { z } from '../http/zod.js';
import { findingView } from '../reporting/finding-view.js';
import {
  currentFindingSchema,
  instant,
  textSchema,
  type historySchema,
} from '../reporting/report-schemas.js';

export const judgingSchema = z.object({
  at: instant,
  /** What the model calls the step that judged, and the version of the model and its tables. */
  step: textSchema,
  version: z.int().nullable(),
  findings: z.array(currentFindingSchema),
});

interface Judging {
  step: string;
  definitionId: string;
  at: Date;
  findings: StoredFinding[];
}

/** Oldest first. */
export async function readJudgings(
  deps: Pick<Deps, 'db'>,
  { id, history }: { id: string; history: z.input<typeof historySchema> },
): Promise<z.input<typeof judgingSchema>[]> {
  const { items, definitions } = history;
  const [findings, clean] = await Promise.all([
    allFindings(deps.db.manager, id),
    cleanJudgings(deps.db.manager, id),
  ]);
  const judgings = [
    ...byEvaluation(findings),
    ...clean.map((judged): Judging => ({ ...judged, findings: [] })),
  ];
  return judgings
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ step, definitionId, at, findings: found }) => ({
      at: at.toISOString(),
      step: items.find((item) => item.element === step && item.definitionId === definitionId)?.names ?? {
        id: step,
        en: step,
      },
      version: definitions.find((one) => one.definitionId === definitionId)?.version ?? null,
      findings: found.map(findingView),
    }));
}

function byEvaluation(findings: readonly StoredFinding[]): Iterable<Judging> {
  const judgings = new Map<string, Judging>();
  for (const finding of findings) {
    const { evaluation, step, definitionId, createdAt: at } = finding;
    const judging = judgings.get(evaluation) ?? { step, definitionId, at, findings: [] };
    judging.findings.push(finding);
    judgings.set(evaluation, judging);
  }
  return judgings.values();
}

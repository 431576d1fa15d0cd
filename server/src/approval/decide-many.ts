/** One decision for many tasks, each as if it were made alone: what one cannot have does not hold up the others. */
import { currentFindings } from '@lampid/db/reporting/findings';
import type { Deps } from '../deps.js';
import { Problem, refusalOf } from '../http/problem.js';
import type { Caller } from '../identity/authorize.js';
import { claimMany, unclaim } from './claim.js';
import { decideTask, letsPass } from './decide-task.js';
import { taskElement } from './task-element.js';

/** As many as one request decides: a few seconds. */
export const MOST_AT_ONCE = 100;

export interface ManyDecided {
  id: string;
  refusal: Problem | null;
}

/**
 * Free tasks are taken first, and given back when the decision is refused. A report that would go on although something was found
 * (a second decision, a warning to acknowledge) is refused: it wants its page.
 */
export async function decideMany(
  deps: Deps,
  input: { caller: Caller; taskIds: string[]; outcome: string; note?: string | null | undefined },
): Promise<ManyDecided[]> {
  const { caller, taskIds, outcome, note } = input;
  const decided: ManyDecided[] = [];
  for (const { id, task, refusal } of await claimMany(deps, caller, taskIds)) {
    if (refusal) {
      decided.push({ id, refusal });
      continue;
    }
    const failed = await refusalOf(async () => {
      const element = await taskElement(deps.definitions, task!);
      if (letsPass(element, { outcome })) await assertPlain(deps, task!.reportId);
      await decideTask(deps, { caller, taskId: id, body: { outcome, note } });
    });
    if (failed) await refusalOf(() => unclaim(deps, caller, id));
    decided.push({ id, refusal: failed });
  }
  return decided;
}

/** @throws Problem 409 for a report whose findings want to be looked at one by one */
async function assertPlain(deps: Deps, reportId: string): Promise<void> {
  const findings = await currentFindings(deps.db.manager, reportId);
  const codes = findings
    .filter(({ severity, acknowledgedBy }) => severity !== 'E' && acknowledgedBy === null)
    .map(({ code }) => code);
  if (codes.length === 0) return;
  const list = [...new Set(codes)].join(', ');
  throw new Problem('state-conflict', {
    id: `Ada temuan (${list}): periksa dan putuskan di halamannya sendiri`,
    en: `It has findings (${list}): look and decide on its own page`,
  });
}

/** The caller's last practice as its page shows it. */
import { latestPractice, openPracticeTask } from '@lampid/db/approval/practices';
import type { Deps } from '../../deps.js';
import { z } from '../../http/zod.js';
import type { Caller } from '../../identity/authorize.js';
import { historyOf } from '../../reporting/read-history.js';
import { historySchema, instant, textSchema } from '../../reporting/report-schemas.js';
import { taskElement } from '../task-element.js';

export const practiceSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['report', 'judge']),
    /** `lapsed`: nobody went on with it, and it ended by itself. */
    state: z.enum(['running', 'finished', 'lapsed']),
    startedAt: instant,
    /** The way of the case through its model so far. */
    history: historySchema,
    /** What waits for the officer; null on the way from one task to the next, and at the end. */
    task: z
      .object({
        id: z.string(),
        names: textSchema,
        outcomes: z.array(z.string()),
        labels: z.record(z.string(), textSchema),
        noteRequired: z.array(z.string()),
        /** form-js schema, with the family that does not exist. */
        form: z.record(z.string(), z.unknown()).nullable(),
      })
      .nullable(),
  })
  .openapi('Practice');

type PracticeView = z.input<typeof practiceSchema>;

/** Null when the caller has never practised. */
export async function readPractice(
  deps: Pick<Deps, 'db' | 'definitions'>,
  caller: Caller,
): Promise<PracticeView | null> {
  const practice = await latestPractice(deps.db.manager, caller.username);
  if (!practice) return null;
  const { id, kind, startedAt, endedAt } = practice;
  const history = await historyOf(deps, id);
  const wasCutShort = history.items.some(({ cancelled }) => cancelled);
  return {
    ...{ id, kind, history, startedAt: startedAt.toISOString() },
    state: endedAt === null ? 'running' : wasCutShort ? 'lapsed' : 'finished',
    task: endedAt === null ? await readTask(deps, id) : null,
  };
}

async function readTask(
  deps: Pick<Deps, 'db' | 'definitions'>,
  practiceId: string,
): Promise<PracticeView['task']> {
  const task = await openPracticeTask(deps.db.manager, practiceId);
  if (!task) return null;
  const { names, outcomes, labels, noteRequired, form } = await taskElement(deps.definitions, task);
  return { id: task.id, names, outcomes, labels, noteRequired, form };
}

import type { Deps } from '../../deps.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { answerPractice } from './answer-practice.js';
import { practiceSchema, readPractice } from './read-practice.js';
import { startPractice } from './start-practice.js';

const service = 'approval' as const;
const path = '/api/v1/practice';
const replySchema = z.object({ practice: practiceSchema.nullable() });

/** The practice of the caller: nobody else's can be named here. */
export function practiceRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service, method: 'get', path, access: 'practice:work' },
      summary: 'The caller’s last practice; null when there was none',
      reply: replySchema,
      handle: async ({ caller }) => ({ body: { practice: await readPractice(deps, caller) } }),
    }),
    defineRoute({
      ...{ service, method: 'post', path, access: 'practice:work' },
      summary: 'Begin to practise; while a practice runs it stays the one',
      reply: replySchema,
      async handle({ caller }) {
        await startPractice(deps, caller);
        return { body: { practice: await readPractice(deps, caller) } };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: `${path}/answer`, access: 'practice:work' },
      summary: 'Answer the task of the caller’s practice',
      body: z.strictObject({
        taskId: z.string().max(200),
        outcome: z.string().min(1).max(100),
        /** Asked for as in real work, and kept nowhere. */
        note: z.string().trim().max(2000).nullish(),
      }),
      reply: replySchema,
      problems: ['task-gone'],
      async handle({ caller, body: { taskId, outcome, note } }) {
        await answerPractice(deps, { caller, taskId, outcome, note: note || null });
        return { body: { practice: await readPractice(deps, caller) } };
      },
    }),
  ];
}

import { findTask, type TaskRow } from '@lampid/db/approval/tasks';
import { lookAtTask, lookAway } from '@lampid/db/approval/viewers';
import { areaNames } from '@lampid/db/reference/areas';
import type { Deps } from '../deps.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import type { OfficerCache } from '../identity/officer-cache.js';
import { claim, unclaim } from './claim.js';
import { decideTask } from './decide-task.js';
import { colleaguesFor, hand } from './hand-task.js';
import { keepCorrection } from './keep-correction.js';
import { incidentRoutes } from './incident-routes.js';
import { noteTemplateRoutes } from './note-templates/routes.js';
import { operationsRoutes } from './operations/routes.js';
import { queueRoutes } from './queue-routes.js';
import { readTask, taskItem } from './read-task.js';
import { assertVisible } from './task-access.js';
import { taskElement } from './task-element.js';
import {
  completedSchema,
  correctionBodySchema,
  decisionBodySchema,
  taskItemSchema,
  taskSchema,
} from './task-schemas.js';
import { urge } from './urge-task.js';

const service = 'approval' as const;
const taskParams = z.object({ id: z.string().max(200) });

export function approvalRoutes(deps: Deps, officers: OfficerCache): Route[] {
  const itemOf = async (task: TaskRow) => {
    const [element, names] = await Promise.all([
      taskElement(deps.definitions, task),
      areaNames(deps.db, [task.areaCode]),
    ]);
    return taskItem(task, element, names.get(task.areaCode) ?? null);
  };

  return [
    // Before `/tasks/{id}`: their names are no task's id.
    ...queueRoutes(deps, officers),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/tasks/{id}', access: 'task:read' },
      summary: 'One task with its form, the data and the findings',
      params: taskParams,
      reply: taskSchema,
      handle: async ({ caller, params }) => ({ body: await readTask(deps, { caller, taskId: params.id }) }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/tasks/{id}/claim', access: 'task:work' },
      summary: 'Take a task; of several one gets it',
      params: taskParams,
      reply: taskItemSchema,
      problems: ['task-taken', 'task-gone'],
      handle: async ({ caller, params }) => ({ body: await itemOf(await claim(deps, caller, params.id)) }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/tasks/{id}/unclaim', access: 'task:work' },
      summary: 'Give a task back to the queue',
      params: taskParams,
      reply: taskItemSchema,
      problems: ['task-taken', 'task-not-claimed', 'task-gone'],
      handle: async ({ caller, params }) => ({ body: await itemOf(await unclaim(deps, caller, params.id)) }),
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/tasks/{id}/colleagues', access: 'task:work' },
      summary: 'To whom a task of one’s own may be handed',
      params: taskParams,
      reply: z.object({ items: z.array(z.object({ username: z.string(), name: z.string() })) }),
      problems: ['task-taken', 'task-not-claimed', 'task-gone'],
      handle: async ({ caller, params }) => ({
        body: { items: await colleaguesFor(deps, caller, params.id) },
      }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/tasks/{id}/hand', access: 'task:work' },
      summary: 'Hand a task of one’s own to a colleague',
      params: taskParams,
      body: z.strictObject({ to: z.string().max(100), note: z.string().trim().max(500).nullish() }),
      reply: taskItemSchema,
      problems: ['task-taken', 'task-not-claimed', 'task-gone'],
      async handle({ caller, params, body: { to, note } }) {
        const input = { caller, taskId: params.id, to, note: note || null };
        return { body: await itemOf(await hand(deps, input)) };
      },
    }),
    defineRoute({
      ...{ service, method: 'put', path: '/api/v1/tasks/{id}/draft', access: 'task:work' },
      summary: 'Keep the corrections of a returned report until they are sent',
      params: taskParams,
      body: correctionBodySchema,
      reply: z.object({ version: z.int() }),
      problems: [
        ...(['task-taken', 'task-not-claimed', 'task-gone', 'state-conflict'] as const),
        ...(['draft-changed', 'begun-by-another'] as const),
      ],
      handle: async ({ caller, params, body }) => ({
        body: await keepCorrection(deps, { caller, taskId: params.id, body }),
      }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/tasks/{id}/urge', access: 'task:work' },
      summary: 'Put a task before the others of its queue, or back into its turn',
      params: taskParams,
      body: z.strictObject({ urgent: z.boolean() }),
      reply: taskItemSchema,
      problems: ['task-gone'],
      async handle({ caller, params, body: { urgent } }) {
        return { body: await itemOf(await urge(deps, { caller, taskId: params.id, urgent })) };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/tasks/{id}/complete', access: 'task:work' },
      summary: "Decide a task that is one's own",
      params: taskParams,
      body: decisionBodySchema,
      reply: completedSchema,
      problems: ['task-taken', 'task-not-claimed', 'task-gone', 'own-report'],
      handle: async ({ caller, params, body }) => ({
        body: await decideTask(deps, { caller, taskId: params.id, body }),
      }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/tasks/{id}/looking', access: 'task:work' },
      summary: 'The caller has the task on the screen; told again every 20 seconds. Answers who else has',
      params: taskParams,
      body: z.strictObject({ away: z.boolean().default(false) }),
      reply: z.object({ others: z.array(z.object({ username: z.string(), name: z.string() })) }),
      async handle({ caller, params, body }) {
        assertVisible(caller, await findTask(deps.db.manager, params.id));
        const look = { taskId: params.id, username: caller.username };
        if (!body.away) return { body: { others: await lookAtTask(deps.db, look) } };
        await lookAway(deps.db, look);
        return { body: { others: [] } };
      },
    }),
    ...incidentRoutes(deps),
    ...operationsRoutes(deps),
    ...noteTemplateRoutes(deps),
  ];
}

import { listIncidents } from '@lampid/db/approval/incidents';
import { openTasks, type TaskRow } from '@lampid/db/approval/tasks';
import { areaNames } from '@lampid/db/reference/areas';
import type { Deps } from '../deps.js';
import {
  cursorSchema,
  decodeCursor,
  likePattern,
  limitSchema,
  pageOf,
  searchSchema,
  toPage,
} from '../http/page.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { claim, unclaim } from './claim.js';
import { decideTask } from './decide-task.js';
import { readTask, taskItem } from './read-task.js';
import { retryIncident } from './retry-incident.js';
import { taskElement } from './task-element.js';
import {
  completedSchema,
  decisionBodySchema,
  incidentSchema,
  taskItemSchema,
  taskSchema,
} from './task-schemas.js';

const service = 'approval' as const;
const taskParams = z.object({ id: z.string().max(200) });

const listQuery = z.object({
  limit: limitSchema,
  cursor: cursorSchema,
  q: searchSchema,
  sort: z.enum(['openedAt', '-openedAt']).default('openedAt'),
  reportId: z.uuid().optional(),
  type: z.string().max(50).optional(),
  step: z.string().max(200).optional(),
  mine: z.enum(['true', 'false']).optional(),
});

export function approvalRoutes(deps: Deps): Route[] {
  const itemOf = async (task: TaskRow) => {
    const [element, names] = await Promise.all([
      taskElement(deps.definitions, task),
      areaNames(deps.db, [task.areaCode]),
    ]);
    return taskItem(task, element, names.get(task.areaCode) ?? null);
  };

  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/tasks', access: 'task:read' },
      summary: "The caller's work, oldest first",
      query: listQuery,
      reply: pageOf(taskItemSchema),
      async handle({ caller, query }) {
        const after = decodeCursor(query.cursor, 2);
        const rows = await openTasks(deps.db, {
          groups: caller.groups,
          reportId: query.reportId,
          type: query.type,
          element: query.step,
          assignee: query.mine === 'true' ? caller.username : undefined,
          pattern: query.q ? likePattern(query.q) : undefined,
          newestFirst: query.sort.startsWith('-'),
          after: after && { openedAt: String(after[0]), id: String(after[1]) },
          limit: query.limit + 1,
        });
        const { next, items } = toPage({
          ...{ rows, limit: query.limit },
          item: (row) => row,
          position: (row) => [row.position, row.id],
        });
        return { body: { items: await Promise.all(items.map(itemOf)), next } };
      },
    }),
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
      ...{ service, method: 'get', path: '/api/v1/incidents', access: 'incident:read' },
      summary: 'What stands still until a person looks, newest first',
      query: z.object({
        limit: limitSchema,
        cursor: cursorSchema,
        reportId: z.uuid().optional(),
        state: z.enum(['open', 'all']).default('open'),
      }),
      reply: pageOf(incidentSchema),
      async handle({ caller, query }) {
        const after = decodeCursor(query.cursor, 2);
        const rows = await listIncidents(deps.db, {
          areaCode: caller.areaCode,
          withoutReport: caller.role === 'admin' || caller.role === 'auditor',
          reportId: query.reportId,
          open: query.state === 'open',
          after: after && { openedAt: String(after[0]), id: String(after[1]) },
          limit: query.limit + 1,
        });
        return {
          body: toPage({
            ...{ rows, limit: query.limit },
            item: ({ position: _, openedAt, resolvedAt, ...incident }) => ({
              ...incident,
              openedAt: openedAt.toISOString(),
              resolvedAt: resolvedAt?.toISOString() ?? null,
            }),
            position: (row) => [row.position, row.id],
          }),
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/incidents/{id}/retry', access: 'incident:retry' },
      summary: 'Let what failed be tried again',
      params: z.object({ id: z.string().max(200) }),
      reply: z.object({ id: z.string(), result: z.enum(['retried', 'resolved']) }),
      problems: ['state-conflict'],
      handle: async ({ caller, params }) => ({ body: await retryIncident(deps, { caller, id: params.id }) }),
    }),
  ];
}

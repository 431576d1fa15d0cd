/** The queue as a list: asked for, searched, counted, watched, and worked off many at a time. */
import {
  countQueue,
  queuedTasks,
  type QueueOrder,
  type QueueQuery,
  type QueueRow,
} from '@lampid/db/approval/queue';
import { areaNames } from '@lampid/db/reference/areas';
import { noteStandIn } from '../audit/stand-in-views.js';
import type { Deps } from '../deps.js';
import {
  cursorSchema,
  decodeCursor,
  likePattern,
  limitSchema,
  numberSchema,
  pageOf,
  searchSchema,
  toPage,
} from '../http/page.js';
import type { Problem } from '../http/problem.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { deputyOf, groupsOf, type Caller } from '../identity/authorize.js';
import type { OfficerCache } from '../identity/officer-cache.js';
import { claimMany } from './claim.js';
import { decideMany, MOST_AT_ONCE } from './decide-many.js';
import { taskItem } from './read-task.js';
import { streamQueue } from './stream-queue.js';
import { taskElement } from './task-element.js';
import { countsSchema, queueItemSchema, taskOutcomesSchema } from './task-schemas.js';

const service = 'approval' as const;

/** What a list can be narrowed by, besides text. */
const filterShape = {
  sort: z.enum(['openedAt', '-openedAt', 'dueAt', '-dueAt', 'priority']).default('openedAt'),
  reportId: z.uuid().optional(),
  type: z.string().max(50).optional(),
  step: z.string().max(200).optional(),
  assignee: z.enum(['me', 'none']).optional(),
  late: z.enum(['true', 'false']).optional(),
  severity: z.enum(['A', 'L', 'W']).optional(),
};
const listQuery = z.object({ limit: limitSchema, cursor: cursorSchema, q: searchSchema, ...filterShape });
const searchBody = z.strictObject({
  number: numberSchema,
  limit: limitSchema,
  cursor: cursorSchema,
  ...filterShape,
});
type ListInput = Omit<z.output<typeof listQuery>, 'q'> & {
  q?: string | undefined;
  number?: string | undefined;
};

const ORDERS: Record<ListInput['sort'], QueueOrder> = {
  ...{ openedAt: 'openedAt', '-openedAt': 'openedAt', dueAt: 'dueAt', '-dueAt': 'dueAt' },
  priority: 'priority',
};

const manyIds = z.array(z.string().min(1).max(200)).min(1).max(MOST_AT_ONCE);

export function queueRoutes(deps: Deps, officers: OfficerCache): Route[] {
  const list = async (caller: Caller, input: ListInput) => {
    await noteStandIn(deps.db, caller, 'tasks');
    const rows = await queuedTasks(deps.db, queryOf(caller, input));
    const names = await areaNames(
      deps.db,
      rows.map(({ areaCode }) => areaCode),
    );
    const { items, next } = toPage({
      ...{ rows, limit: input.limit },
      item: (row) => row,
      position: (row) => [row.position, row.id],
    });
    const itemOf = async (row: QueueRow) => ({
      ...taskItem(row, await taskElement(deps.definitions, row), names.get(row.areaCode) ?? null),
      severity: row.severity,
      lastNote: row.lastNote,
      deputyOf: deputyOf(caller, row),
    });
    return { items: await Promise.all(items.map(itemOf)), next };
  };

  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/tasks', access: 'task:read' },
      summary: "The caller's work, oldest first",
      query: listQuery,
      reply: pageOf(queueItemSchema),
      handle: async ({ caller, query }) => ({ body: await list(caller, query) }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/tasks/search', access: 'task:work' },
      summary: "The caller's work on reports that name a NIK or KK number",
      body: searchBody,
      reply: pageOf(queueItemSchema),
      handle: async ({ caller, body }) => ({ body: await list(caller, body) }),
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/tasks/counts', access: 'task:read' },
      summary: 'How much there is to do',
      reply: countsSchema,
      handle: async ({ caller: { groups, username } }) => ({
        body: await countQueue(deps.db, { groups, username }),
      }),
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/tasks/stream', access: 'task:read' },
      summary: 'Server-sent events `counts`: at once and whenever the queue changed',
      binary: 'text/event-stream',
      problems: ['too-many-requests'],
      handle: ({ caller, response }) =>
        Promise.resolve(
          streamQueue(deps.queueWatch, {
            ...{ caller, response },
            async groupsNow() {
              const officer = await officers.find(caller.username);
              return officer ? groupsOf(officer) : [];
            },
          }),
        ),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/tasks/claim', access: 'task:work' },
      summary: `Take as many of these tasks as are free, ${MOST_AT_ONCE} at most`,
      body: z.strictObject({ ids: manyIds }),
      reply: taskOutcomesSchema,
      async handle({ caller, body, request }) {
        const outcomes = await claimMany(deps, caller, [...new Set(body.ids)]);
        return { body: { items: outcomes.map(toOutcome(request.originalUrl)) } };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/tasks/complete', access: 'task:work' },
      summary: `One decision for many tasks, ${MOST_AT_ONCE} at most, each by itself`,
      description:
        'Tasks with findings that a person must look at are refused here and decided on their own page.',
      body: z.strictObject({
        ids: manyIds,
        outcome: z.string().min(1).max(100),
        note: z.string().trim().max(2000).nullish(),
      }),
      reply: taskOutcomesSchema,
      async handle({ caller, body, request }) {
        const { ids, outcome, note } = body;
        const decided = await decideMany(deps, { caller, taskIds: [...new Set(ids)], outcome, note });
        return { body: { items: decided.map(toOutcome(request.originalUrl)) } };
      },
    }),
  ];
}

function queryOf(caller: { username: string; groups: string[] }, input: ListInput): QueueQuery {
  const after = decodeCursor(input.cursor, 2);
  return {
    groups: caller.groups,
    reportId: input.reportId,
    type: input.type,
    element: input.step,
    assignee: input.assignee === 'me' ? { is: caller.username } : input.assignee,
    late: input.late === 'true',
    severity: input.severity,
    pattern: input.q ? likePattern(input.q) : undefined,
    number: input.number,
    order: ORDERS[input.sort],
    descending: input.sort.startsWith('-'),
    after: after && { position: String(after[0]), id: String(after[1]) },
    limit: input.limit + 1,
  };
}

const toOutcome =
  (instance: string) =>
  ({ id, refusal }: { id: string; refusal: Problem | null }) => ({
    id,
    done: refusal === null,
    problem: refusal?.toDocument(instance) ?? null,
  });

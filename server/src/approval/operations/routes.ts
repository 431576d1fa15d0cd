import type { Deps } from '../../deps.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { readOverview } from './read-overview.js';
import { overviewSchema, workforceSchema } from './schemas.js';
import { isUnserved, readWorkforce } from './served-topics.js';

const service = 'approval' as const;
const access = 'operations:read' as const;

/** How the installation does: for whoever keeps it running, and for who audits that. */
export function operationsRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/operations/overview' },
      summary: 'Open cases by status, step and area, and what went through lately',
      query: z.object({
        /** Default: the caller's. */
        area: z.string().max(13).optional(),
        type: z.string().max(50).optional(),
      }),
      reply: overviewSchema,
      handle: async ({ caller, query }) => ({
        body: await readOverview(deps, {
          ...{ caller, area: query.area ?? caller.areaCode, type: query.type },
        }),
      }),
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/operations/workers' },
      summary: 'Which worker serves which topic, since when, and which topics nobody serves',
      reply: workforceSchema,
      problems: ['engine-unavailable'],
      async handle() {
        const { workers, topics } = await readWorkforce(deps);
        return {
          body: {
            workers: workers.map(({ workerId, version, startedAt, seenAt, stale, topics: served }) => ({
              ...{ id: workerId, version, stale, topics: served },
              startedAt: startedAt.toISOString(),
              seenAt: seenAt.toISOString(),
            })),
            topics: topics.map((topic) => ({ ...topic, unserved: isUnserved(topic) })),
          },
        };
      },
    }),
  ];
}

import { listAudit } from '@lampid/db/reporting/queries-history';
import type { Deps } from '../deps.js';
import { cursorSchema, decodeCursor, limitSchema, pageOf, toPage } from '../http/page.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { readReplay, replaySchema } from './read-replay.js';
import { instant } from '../reporting/report-schemas.js';

export function auditRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service: 'audit', method: 'get', path: '/api/v1/reports/{id}/replay', access: 'audit:read' },
      summary: 'A case as it went: steps, data at every revision, acts and looks',
      params: z.object({ id: z.uuid() }),
      reply: replaySchema,
      handle: async ({ caller, params }) => ({ body: await readReplay(deps, { caller, id: params.id }) }),
    }),
    defineRoute({
      ...{ service: 'audit', method: 'get', path: '/api/v1/audit', access: 'audit:read' },
      summary: 'Who did what, newest first',
      query: z.object({
        limit: limitSchema,
        cursor: cursorSchema,
        reportId: z.uuid().optional(),
        actor: z.string().max(100).optional(),
        action: z.string().max(100).optional(),
      }),
      reply: pageOf(
        z.object({
          id: z.string(),
          at: instant,
          actor: z.string(),
          action: z.string(),
          reportId: z.uuid().nullable(),
          object: z.string().nullable(),
          detail: z.record(z.string(), z.unknown()),
        }),
      ),
      async handle({ query }) {
        const after = decodeCursor(query.cursor, 1);
        const { reportId, actor, action, limit } = query;
        const before = after ? String(after[0]) : null;
        const rows = await listAudit(deps.db, { reportId, actor, action, before, limit: limit + 1 });
        return {
          body: toPage({
            ...{ rows, limit },
            item: (row) => ({ ...row, at: row.at.toISOString() }),
            position: (row) => [row.id],
          }),
        };
      },
    }),
  ];
}

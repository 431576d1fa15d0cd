import { closingReport } from '@lampid/db/statistics/closed-months';
import { todayJakarta } from '@lampid/domain/dates';
import { previousMonth } from '@lampid/domain/months';
import type { Deps } from '../deps.js';
import { notFound } from '../http/problem.js';
import { defineRoute, SENT, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { assertCovers } from '../identity/authorize.js';
import { instant } from '../reporting/report-schemas.js';
import { CLOSING_STATES } from './closing-state.js';
import { listClosings } from './list-closings.js';
import { reopenClosing } from './reopen-closing.js';
import { startMonth } from './start-closings.js';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const area = z.string().max(13);
const areasSchema = z.object({ areas: z.array(z.string()) });

const closingSchema = z
  .object({
    area: z.string(),
    areaName: z.string(),
    state: z.enum(CLOSING_STATES),
    late: z.boolean(),
    dueAt: instant.nullable(),
    case: z.object({ id: z.uuid(), ticket: z.string() }).nullable(),
    versions: z.array(
      z.object({
        version: z.int(),
        sha256: z.string(),
        closedAt: instant,
        publishedAt: instant.nullable(),
        reopenedAt: instant.nullable(),
        reopenedBy: z.string().nullable(),
        reopenedReason: z.string().nullable(),
      }),
    ),
  })
  .openapi('Closing');

export function closingRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service: 'statistics', method: 'get', path: '/api/v1/closings', access: 'recap:read' },
      summary: 'How far each area is with closing a month',
      query: z.object({
        /** Default: the month before this one. */
        month: month.optional(),
      }),
      reply: z.object({ month: z.string(), items: z.array(closingSchema) }),
      async handle({ caller, query }) {
        const asked = query.month ?? previousMonth(todayJakarta(deps.now()).slice(0, 7));
        return { body: { month: asked, items: await listClosings(deps, { caller, month: asked }) } };
      },
    }),
    defineRoute({
      ...{ service: 'statistics', method: 'post', path: '/api/v1/closings', access: 'closing:manage' },
      summary: 'Begin to close a month in every kelurahan',
      description: 'Areas that are closing or published already stay as they are.',
      body: z.strictObject({ month }),
      reply: areasSchema,
      status: 202,
      problems: ['state-conflict'],
      async handle({ caller, body }) {
        return { status: 202, body: { areas: await startMonth(deps, { ...body, by: caller.username }) } };
      },
    }),
    defineRoute({
      ...{ service: 'statistics', method: 'post', path: '/api/v1/closings/reopen', access: 'closing:manage' },
      summary: 'Reopen a closed month, with a reason',
      body: z.strictObject({ month, area, reason: z.string().trim().min(10).max(500) }),
      reply: areasSchema,
      problems: ['not-found', 'state-conflict'],
      async handle({ caller, body }) {
        return { body: { areas: await reopenClosing(deps, { caller, ...body }) } };
      },
    }),
    defineRoute({
      ...{ service: 'statistics', method: 'get', path: '/api/v1/closings/report', access: 'recap:read' },
      summary: 'The frozen report of a closing, byte by byte as it was hashed',
      query: z.object({ month, area, version: z.coerce.number().int().min(1) }),
      binary: 'application/json',
      problems: ['not-found'],
      async handle({ caller, query, response }) {
        assertCovers(caller, query.area);
        const found = await closingReport(deps.db.manager, query);
        if (!found) throw notFound({ id: 'Bulan ini tidak ditutup', en: 'No such closing' });
        const fileName = `a-9-${query.area}-${query.month}-v${query.version}.json`;
        response.set({
          'Content-Type': 'application/json',
          'Content-Disposition': `attachment; filename="${fileName}"`,
          'X-Content-SHA256': found.sha256,
        });
        response.send(found.report);
        return SENT;
      },
    }),
  ];
}

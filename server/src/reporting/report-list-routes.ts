/** Reports as a list: asked for, and searched by the number of a person. */
import type { Deps } from '../deps.js';
import { pageOf } from '../http/page.js';
import { defineRoute, type Route } from '../http/route.js';
import { findReports, listQuery, searchBody } from './find-reports.js';
import { listedReportSchema } from './report-schemas.js';

const service = 'reporting' as const;

export function reportListRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/reports', access: 'report:read' },
      summary: "Reports of the caller's area, and of those whose deputy they are today",
      query: listQuery,
      reply: pageOf(listedReportSchema),
      problems: ['not-found'],
      handle: async ({ caller, query }) => ({ body: await findReports(deps, { caller, query }) }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/reports/search', access: 'report:read' },
      summary: 'The same reports as far as they name a NIK or KK number',
      body: searchBody,
      reply: pageOf(listedReportSchema),
      problems: ['not-found'],
      handle: async ({ caller, body }) => ({ body: await findReports(deps, { caller, query: body }) }),
    }),
  ];
}

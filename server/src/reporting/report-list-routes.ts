/** Reports as a list: asked for, and searched by the number of a person. */
import { areaNames } from '@lampid/db/reference/areas';
import { listReports, REPORT_SORTS, type ReportSort } from '@lampid/db/reporting/queries-reports';
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
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { areasOf, seesInSteadOf, seesOwnOnly, type Caller } from '../identity/authorize.js';
import { reportItem } from './read-report.js';
import { listedReportSchema, REPORT_STATUSES } from './report-schemas.js';

const service = 'reporting' as const;

const sorts = Object.keys(REPORT_SORTS).flatMap((sort) => [sort, `-${sort}`]) as [string, ...string[]];

const filterShape = {
  limit: limitSchema,
  cursor: cursorSchema,
  sort: z.enum(sorts).default('-createdAt'),
  type: z.string().max(50).optional(),
  /** Comma list. */
  status: z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(REPORT_STATUSES)))
    .optional(),
  mine: z.enum(['true', 'false']).optional(),
};
const listQuery = z.object({ q: searchSchema, ...filterShape });
const searchBody = z.strictObject({ number: numberSchema, ...filterShape });

type ListInput = Omit<z.output<typeof listQuery>, 'q'> & {
  q?: string | undefined;
  number?: string | undefined;
};

export function reportListRoutes({ db }: Pick<Deps, 'db'>): Route[] {
  const list = async (caller: Caller, input: ListInput) => {
    const after = decodeCursor(input.cursor, 2);
    await noteStandIn(db, caller, 'reports');
    const rows = await listReports(db, {
      areaCodes: areasOf(caller),
      type: input.type,
      statuses: input.status,
      pattern: input.q ? likePattern(input.q) : undefined,
      number: input.number,
      createdBy: input.mine === 'true' || seesOwnOnly(caller) ? caller.username : undefined,
      draftsOf: caller.username,
      sort: input.sort.replace('-', '') as ReportSort,
      descending: input.sort.startsWith('-'),
      after: after && { position: String(after[0]), id: String(after[1]) },
      limit: input.limit + 1,
    });
    const names = await areaNames(
      db,
      rows.map((row) => row.areaCode),
    );
    return toPage({
      ...{ rows, limit: input.limit },
      item: (row) => ({
        ...reportItem(row, names.get(row.areaCode) ?? null),
        deputyOf: seesInSteadOf(caller, row.areaCode),
      }),
      position: (row) => [row.position, row.id],
    });
  };
  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/reports', access: 'report:read' },
      summary: "Reports of the caller's area, and of those whose deputy they are today",
      query: listQuery,
      reply: pageOf(listedReportSchema),
      handle: async ({ caller, query }) => ({ body: await list(caller, query) }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/reports/search', access: 'report:read' },
      summary: 'The same reports as far as they name a NIK or KK number',
      body: searchBody,
      reply: pageOf(listedReportSchema),
      handle: async ({ caller, body }) => ({ body: await list(caller, body) }),
    }),
  ];
}

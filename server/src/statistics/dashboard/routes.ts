import { AGE_BANDS, EVENT_ROWS } from '@lampid/domain/ledger/statistics';
import { todayJakarta } from '@lampid/domain/dates';
import type { Deps } from '../../deps.js';
import { cursorSchema, limitSchema, pageOf } from '../../http/page.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import type { Caller } from '../../identity/authorize.js';
import { textSchema } from '../../reporting/report-schemas.js';
import { listCases } from './list-cases.js';
import { DIMENSIONS, readStatistics } from './read-statistics.js';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const period = z.object({
  /** Default: this month. */
  from: month.optional(),
  /** Default: this month. */
  to: month.optional(),
  /** Default: the caller's area. */
  area: z.string().max(13).optional(),
});

const statisticsSchema = z
  .object({
    by: z.enum(DIMENSIONS),
    area: z.string(),
    areaName: z.string(),
    unit: z.enum(['people', 'cases', 'hours', 'answers']),
    series: z.array(z.object({ id: z.string(), names: textSchema })),
    /** `values` in the order of the series. */
    parts: z.array(z.object({ key: z.string(), names: textSchema, values: z.array(z.number().nullable()) })),
  })
  .openapi('Statistics');

const caseSchema = z.object({
  id: z.uuid(),
  ticket: z.string(),
  type: z.string(),
  /** Where it was reported. */
  areaName: z.string(),
  /** False where the case is another area's: it counts here, and its page is there. */
  mayOpen: z.boolean(),
  registeredOn: z.string(),
  late: z.boolean(),
  /** From submission to registration. */
  hours: z.number().nullable(),
});

const service = 'statistics' as const;
const access = 'recap:read' as const;

/** Counts for charts: the same postings and the same fold as the monthly report, so that they agree with it. */
export function dashboardRoutes(deps: Deps): Route[] {
  const about = (caller: Caller, query: z.output<typeof period>) => {
    const thisMonth = todayJakarta(deps.now()).slice(0, 7);
    return {
      ...{ caller, from: query.from ?? thisMonth, to: query.to ?? thisMonth },
      area: query.area ?? caller.areaCode,
    };
  };
  return [
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/statistics' },
      summary:
        'Events of a period by one dimension, lateness, hours from submission to registration, or satisfaction',
      query: period.extend({ by: z.enum(DIMENSIONS) }),
      reply: statisticsSchema,
      async handle({ caller, query }) {
        const question = about(caller, query);
        const found = await readStatistics(deps, { ...question, by: query.by });
        return { body: { by: query.by, area: question.area, ...found } };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/statistics/cases' },
      summary: 'The registered cases behind a bar, newest first',
      query: period.extend({
        row: z.enum(EVENT_ROWS).optional(),
        sex: z
          .enum(['1', '2'])
          .transform((text) => Number(text) as 1 | 2)
          .optional(),
        age: z.enum(AGE_BANDS.map(({ key }) => key) as [string, ...string[]]).optional(),
        type: z.string().max(50).optional(),
        late: z
          .enum(['true', 'false'])
          .transform((text) => text === 'true')
          .optional(),
        limit: limitSchema,
        cursor: cursorSchema,
      }),
      reply: pageOf(caseSchema).extend({ total: z.int() }),
      async handle({ caller, query }) {
        const { row, sex, age, type, late, limit, cursor } = query;
        const question = { ...about(caller, query), row, sex, age, type, late, limit, cursor };
        return { body: await listCases(deps, question) };
      },
    }),
  ];
}

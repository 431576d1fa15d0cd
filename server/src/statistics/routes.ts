import { todayJakarta } from '@lampid/domain/dates';
import type { Deps } from '../deps.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { instant, textSchema } from '../reporting/report-schemas.js';
import { readRecap } from './recap.js';

const cellsSchema = z.object({
  wniMale: z.int(),
  wniFemale: z.int(),
  wnaMale: z.int(),
  wnaFemale: z.int(),
  familyMale: z.int(),
  familyFemale: z.int(),
});

const totalsSchema = z.object({ male: z.int(), female: z.int(), all: z.int(), families: z.int() });

const recapSchema = z
  .object({
    month: z.string(),
    area: z.string(),
    areaName: z.string(),
    rows: z.array(
      z.object({
        id: z.string(),
        number: z.int().nullable(),
        names: textSchema,
        cells: cellsSchema,
        totals: totalsSchema,
      }),
    ),
    departures: z.array(
      totalsSchema.extend({
        target: z.string(),
        names: textSchema,
        familyMale: z.int(),
        familyFemale: z.int(),
      }),
    ),
    closed: z
      .object({
        version: z.int(),
        sha256: z.string(),
        closedAt: instant,
        publishedAt: instant.nullable(),
      })
      .nullable(),
    checks: z.array(z.object({ id: z.string(), names: textSchema, holds: z.boolean().nullable() })),
  })
  .openapi('Recap');

export function statisticsRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service: 'statistics', method: 'get', path: '/api/v1/recap', access: 'recap:read' },
      summary: 'LAMPID monthly report A-9 of an area',
      query: z.object({
        /** Default: this month. */
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .optional(),
        /** Default: the caller's area. */
        area: z.string().max(13).optional(),
      }),
      reply: recapSchema,
      async handle({ caller, query }) {
        const month = query.month ?? todayJakarta(deps.now()).slice(0, 7);
        return { body: await readRecap(deps, { caller, month, area: query.area ?? caller.areaCode }) };
      },
    }),
  ];
}

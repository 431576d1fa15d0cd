/** Newcomers of a report beside those whom they may be, for a person to compare. Numbers are masked, dates are not: they are compared. */
import { comparedPairs } from '@lampid/db/reporting/duplicates';
import { areaNames } from '@lampid/db/reference/areas';
import { maskNumber } from '@lampid/domain/masking';
import type { Deps } from '../deps.js';
import { z } from '../http/zod.js';
import type { Caller } from '../identity/authorize.js';
import { findReportToShow } from './read-report.js';

const likenessSchema = z.object({
  name: z.string(),
  birthDate: z.string(),
  sex: z.int().nullable(),
  motherName: z.string().nullable(),
});

export const duplicatePairSchema = z
  .object({
    /** Path of the newcomer in the report's data. */
    field: z.string(),
    newcomer: likenessSchema,
    candidate: likenessSchema.extend({
      /** A resident, or else the newcomer of another open report. */
      residentId: z.uuid().nullable(),
      nik: z.string().nullable(),
      status: z.enum(['active', 'dead', 'moved-out', 'void']).nullable(),
      reportId: z.uuid().nullable(),
      ticket: z.string().nullable(),
      areaName: z.string().nullable(),
    }),
    /** 0..100 */
    score: z.int(),
    reasons: z.array(
      z.enum(['name', 'birth-date', 'birth-date-swapped', 'birth-date-near', 'sex', 'mother']),
    ),
  })
  .openapi('DuplicatePair');

/** @throws Problem 404 */
export async function readDuplicates(
  deps: Deps,
  { caller, reportId }: { caller: Caller; reportId: string },
): Promise<z.input<typeof duplicatePairSchema>[]> {
  const report = await findReportToShow(deps.db, caller, reportId);
  const pairs = await comparedPairs(deps.db.manager, report.id);
  const codes = pairs.flatMap(({ candidate }) => (candidate.areaCode === null ? [] : [candidate.areaCode]));
  const names = await areaNames(deps.db, codes);
  return pairs.map(({ candidate, ...pair }) => {
    const { areaCode, nik, status, ...shown } = candidate;
    return {
      ...pair,
      candidate: {
        ...shown,
        nik: nik === null ? null : maskNumber(nik),
        status: status as 'active' | null,
        areaName: areaCode === null ? null : (names.get(areaCode) ?? null),
      },
    };
  });
}

/** What every analysis is asked about: a type, an area of the caller's, a period and, if wanted, one version of the model. */
import type { AnalysedCases } from '@lampid/db/approval/analysis/analysed-cases';
import { boundedRead, ReadTookTooLong } from '@lampid/db/kernel/bounded-read';
import type { Tx } from '@lampid/db/data-source';
import { jakartaInstant } from '@lampid/domain/dates';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, notFound } from '../../http/problem.js';
import { z } from '../../http/zod.js';
import { assertCovers, type Caller } from '../../identity/authorize.js';

/** More cases than this are not looked at: the newest are, and the answer says that it is cut. */
export const MOST_CASES = 3_000;
const MOST_DAYS = 366;
const READ_TIMEOUT_MS = 10_000;
const DAY_MS = 86_400_000;

const day = z.iso.date();

export const questionSchema = z.object({
  type: z.string().max(50),
  /** Default: the caller's area. */
  area: z.string().max(13).optional(),
  /** Days of submission in Jakarta, both included. */
  from: day,
  to: day,
  /** Definition id of one version; default all, each case against its own. */
  version: z.string().max(200).optional(),
});

export type Question = z.output<typeof questionSchema>;

/** In every answer. */
export const scopeSchema = z.object({
  area: z.string(),
  /** Cases that were looked at. */
  cases: z.int(),
  /** There are more: only the newest were looked at. */
  isCut: z.boolean(),
});

/** @throws Problem 404 for an area that is not the caller's or a type that is not known, 422 for a period that is none */
export function casesAskedAbout(deps: Deps, caller: Caller, question: Question): AnalysedCases {
  const area = question.area ?? caller.areaCode;
  assertCovers(caller, area);
  if (!deps.events.has(question.type))
    throw notFound({ id: 'Jenis peristiwa tidak dikenal', en: 'No such event type' });
  const from = jakartaInstant(question.from);
  const until = new Date(jakartaInstant(question.to).getTime() + DAY_MS);
  const days = (until.getTime() - from.getTime()) / DAY_MS;
  if (days < 1 || days > MOST_DAYS) {
    const text = {
      id: `Periode 1 sampai ${MOST_DAYS} hari, dari yang lebih awal`,
      en: `A period of 1 to ${MOST_DAYS} days, the earlier one first`,
    };
    throw invalidInput([inputFault('BAD_PERIOD', 'query.to', text)]);
  }
  return {
    ...{ type: question.type, area, from, until, definitionId: question.version ?? null },
    limit: MOST_CASES,
  };
}

/** @throws Problem 422 when the database needs too long: a smaller question is answered */
export async function readForAnalysis<Result>(
  deps: Deps,
  read: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  try {
    return await boundedRead(deps.db, READ_TIMEOUT_MS, read);
  } catch (error) {
    if (!(error instanceof ReadTookTooLong)) throw error;
    const text = {
      id: 'Terlalu banyak untuk dihitung; persempit wilayah atau periode',
      en: 'Too much to be computed; narrow the area or the period',
    };
    throw invalidInput([inputFault('TOO_MUCH', 'query.from', text)]);
  }
}

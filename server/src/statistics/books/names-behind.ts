/** The names behind a cell of the A-9: exactly the ledger lines that it is the sum of, reversals with their sign. */
import { recordAudit } from '@lampid/db/kernel/audit';
import { namesBehind, countBehind, type NamesQuestion } from '@lampid/db/reporting/queries-books';
import { linesOfRow, signOfRow, type A9RowId } from '@lampid/domain/ledger/a9';
import { countedIn, type A9Cell } from '@lampid/domain/ledger/a9-cells';
import { firstDayOf, nextMonth } from '@lampid/domain/months';
import { maskNumber } from '@lampid/domain/masking';
import { inStead } from '../../audit/stand-in-views.js';
import type { Deps } from '../../deps.js';
import { decodeCursor, toPage } from '../../http/page.js';
import { z } from '../../http/zod.js';
import { assertCovers, covers, type Caller } from '../../identity/authorize.js';

export const ROWS = [
  'opening',
  'birth',
  'death',
  'arrival',
  'departure',
  'lost',
  'internal',
  'adjustment',
  'closing',
] as const satisfies readonly A9RowId[];

const SINGLE = [
  'wniMale',
  'wniFemale',
  'wnaMale',
  'wnaFemale',
  'familyMale',
  'familyFemale',
] as const satisfies readonly A9Cell[];
export const CELLS = [...SINGLE, 'male', 'female', 'all', 'families'] as const;

export const namedPostingSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    /** As it counts in the ledger; the row prints what left without its sign. */
    sign: z.union([z.literal(1), z.literal(-1)]),
    unit: z.enum(['person', 'family']),
    /** As counted, which may not be what the register says today. */
    sex: z.int(),
    citizenship: z.int(),
    areaCode: z.string(),
    rt: z.string(),
    rw: z.string(),
    eventDate: z.string(),
    reportDate: z.string(),
    moveClass: z.int().nullable(),
    /** The line that this one takes back. */
    reverses: z.string().nullable(),
    reportId: z.uuid().nullable(),
    ticket: z.string().nullable(),
    /** False where the case is another area's, or there is none. */
    mayOpen: z.boolean(),
    residentId: z.uuid().nullable(),
    /** Masked. */
    nik: z.string().nullable(),
    name: z.string().nullable(),
    cardId: z.uuid().nullable(),
    cardNumber: z.string().nullable(),
  })
  .openapi('NamedPosting');

export interface CellQuestion {
  caller: Caller;
  month: string;
  area: string;
  row: A9RowId;
  cell: (typeof CELLS)[number];
  /** Klasifikasi of departures, for the annex. */
  moveClass: number | null;
  rt: string | null;
  rw: string | null;
  cursor: string | undefined;
  limit: number;
}

/** `value` is what stands in the cell. @throws Problem 404 */
export async function readNames(deps: Deps, input: CellQuestion) {
  const { caller, row, cell, limit } = input;
  assertCovers(caller, input.area);
  await recordAudit(deps.db.manager, {
    ...{ actor: caller.username, action: 'recap.names-read', object: `recap:${input.area}` },
    detail: { month: input.month, row, cell, ...inStead(caller, input.area) },
  });
  const question: NamesQuestion = {
    ...{ area: input.area, moveClass: input.moveClass, rt: input.rt, rw: input.rw },
    ...periodOf(input),
    ...whomOf(cell),
    after: (decodeCursor(input.cursor, 1)?.[0] as string | undefined) ?? null,
    limit: limit + 1,
  };
  const [rows, counted] = await Promise.all([namesBehind(deps.db, question), countBehind(deps.db, question)]);
  const page = toPage({
    ...{ rows, limit },
    item: ({ reportedIn, ...posting }) => ({
      ...posting,
      mayOpen: reportedIn !== null && covers(caller, reportedIn),
      nik: posting.nik === null ? null : maskNumber(posting.nik),
      cardNumber: posting.cardNumber === null ? null : maskNumber(posting.cardNumber),
    }),
    position: (posting) => [posting.id],
  });
  return { ...page, value: counted.sum === 0 ? 0 : counted.sum * signOfRow(row), lines: counted.lines };
}

/** The opening is everything before the month and the balances taken over in it; the closing everything up to its end. */
function periodOf({
  month,
  row,
  area,
}: CellQuestion): Pick<NamesQuestion, 'from' | 'until' | 'openingBefore' | 'lines'> {
  const first = firstDayOf(month);
  const next = firstDayOf(nextMonth(month));
  if (row === 'closing') return { from: null, until: next, openingBefore: null, lines: null };
  if (row === 'opening') return { from: null, until: next, openingBefore: first, lines: null };
  return { from: first, until: next, openingBefore: null, lines: linesOfRow(row, area) };
}

function whomOf(cell: CellQuestion['cell']): Pick<NamesQuestion, 'units' | 'sexes' | 'foreign'> {
  const single = SINGLE.find((one) => one === cell);
  if (single) {
    const { unit, sex, foreign } = countedIn(single);
    return { units: [unit], sexes: [sex], foreign };
  }
  const sexes = { male: [1], female: [2], all: [1, 2], families: [1, 2] }[
    cell as 'male' | 'female' | 'all' | 'families'
  ];
  return { units: [cell === 'families' ? 'family' : 'person'], sexes, foreign: null };
}

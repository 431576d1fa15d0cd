/** One chart of the dashboard as a table: parts, series, values. */
import { areaNames, listAreas } from '@lampid/db/reference/areas';
import { eventLines, registeredByType, type Period } from '@lampid/db/statistics/event-counts';
import { countAnswers } from '@lampid/db/statistics/satisfaction';
import { codeLists } from '@lampid/domain/codes';
import {
  AGE_BANDS,
  countEvents,
  EVENT_ROWS,
  ROW_NAMES,
  type EventDimension,
} from '@lampid/domain/ledger/statistics';
import { firstDayOf, nextMonth } from '@lampid/domain/months';
import type { Text } from '@lampid/domain/rules/finding';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, notFound } from '../../http/problem.js';
import { assertCovers, type Caller } from '../../identity/authorize.js';

export const DIMENSIONS = [
  ...(['event', 'month', 'sex', 'age', 'area', 'lateness', 'duration'] as const),
  ...(['satisfaction', 'satisfactionArea'] as const),
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const MAX_MONTHS = 60;

export interface MonthsOfArea {
  caller: Caller;
  /** `YYYY-MM`, both included. */
  from: string;
  to: string;
  area: string;
}

export interface Statistics {
  unit: 'people' | 'cases' | 'hours' | 'answers';
  series: { id: string; names: Text }[];
  /** Null: not known. */
  parts: { key: string; names: Text; values: (number | null)[] }[];
}

/** @throws Problem 404 for an area that is not the caller's, 422 for a period that ends before it begins or is too long */
export function periodOf({ caller, from, to, area }: MonthsOfArea): Period & { months: string[] } {
  assertCovers(caller, area);
  const months: string[] = [];
  for (let month = from; month <= to && months.length <= MAX_MONTHS; month = nextMonth(month))
    months.push(month);
  if (months.length === 0 || months.length > MAX_MONTHS) {
    const text = {
      id: `Periode 1 sampai ${MAX_MONTHS} bulan, dari yang lebih awal`,
      en: `A period of 1 to ${MAX_MONTHS} months, the earlier one first`,
    };
    throw invalidInput([inputFault('BAD_PERIOD', 'query.to', text)]);
  }
  return { area, from: firstDayOf(from), until: firstDayOf(nextMonth(to)), months };
}

export async function readStatistics(
  deps: Deps,
  question: MonthsOfArea & { by: Dimension },
): Promise<Statistics & { areaName: string }> {
  const { by, area } = question;
  const { months, ...period } = periodOf(question);
  const areaName = (await areaNames(deps.db, [area])).get(area);
  if (areaName === undefined) throw notFound({ id: 'Wilayah tidak dikenal', en: 'No such area' });
  if (by === 'lateness' || by === 'duration') return { areaName, ...(await ofCases(deps, period, by)) };
  if (by === 'satisfaction' || by === 'satisfactionArea') {
    const dimension = by === 'satisfaction' ? 'month' : 'area';
    const parts = await partsOf(deps, { by: dimension, area, months });
    return { areaName, ...(await ofAnswers(deps, { ...period, by: dimension, parts })) };
  }
  const [lines, named] = await Promise.all([
    eventLines(deps.db.manager, { ...period, by }),
    partsOf(deps, { by, area, months }),
  ]);
  const counted = countEvents({ by, area, keys: named.map(({ key }) => key), lines });
  return {
    ...{ areaName, unit: 'people' },
    series:
      by === 'event'
        ? sexes().map(({ key, names }) => ({ id: key, names }))
        : EVENT_ROWS.map((id) => ({ id, names: ROW_NAMES[id] })),
    parts: counted.map(({ values }, index) => ({ ...named[index]!, values })),
  };
}

interface NamedPart {
  key: string;
  names: Text;
}

const plain = (text: string): Text => ({ id: text, en: text });

async function partsOf(
  deps: Deps,
  { by, area, months }: { by: EventDimension; area: string; months: string[] },
): Promise<NamedPart[]> {
  switch (by) {
    case 'event':
      return EVENT_ROWS.map((key) => ({ key, names: ROW_NAMES[key] }));
    case 'month':
      return months.map((key) => ({ key, names: plain(key) }));
    case 'sex':
      return sexes();
    case 'age':
      return AGE_BANDS.map(({ key }) => ({ key, names: plain(key) }));
    case 'area':
      return (await listAreas(deps.db, area)).map(({ code, name }) => ({ key: code, names: plain(name) }));
  }
}

function sexes(): NamedPart[] {
  const english = ['Male', 'Female'];
  return codeLists.jenisKelamin.map(({ code, name }, index) => ({
    key: String(code),
    names: { id: name.charAt(0) + name.slice(1).toLowerCase(), en: english[index]! },
  }));
}

async function ofCases(deps: Deps, period: Period, by: 'lateness' | 'duration'): Promise<Statistics> {
  const types = await registeredByType(deps.db.manager, period);
  const named = types.map((summary) => ({
    summary,
    key: summary.type,
    names: deps.events.get(summary.type)?.definition.names ?? plain(summary.type),
  }));
  if (by === 'lateness') {
    return {
      unit: 'cases',
      series: [
        { id: 'onTime', names: { id: 'Tepat waktu', en: 'On time' } },
        { id: 'late', names: { id: 'Terlambat', en: 'Late' } },
      ],
      parts: named.map(({ summary, ...part }) => ({ ...part, values: [summary.onTime, summary.late] })),
    };
  }
  const tenths = (hours: number | null) => (hours === null ? null : Math.round(hours * 10) / 10);
  return {
    unit: 'hours',
    series: [
      { id: 'median', names: { id: 'Median', en: 'Median' } },
      { id: 'p90', names: { id: 'Persentil 90', en: '90th percentile' } },
    ],
    parts: named.map(({ summary, ...part }) => ({
      ...part,
      values: [tenths(summary.median), tenths(summary.p90)],
    })),
  };
}

async function ofAnswers(
  deps: Deps,
  { parts, ...question }: Period & { by: 'month' | 'area'; parts: NamedPart[] },
): Promise<Statistics> {
  const counted = new Map((await countAnswers(deps.db.manager, question)).map((one) => [one.part, one]));
  return {
    unit: 'answers',
    series: [
      { id: 'answers', names: { id: 'Jawaban', en: 'Answers' } },
      { id: 'mean', names: { id: 'Rata-rata (1–5)', en: 'Mean (1–5)' } },
    ],
    parts: parts.map((part) => {
      const { answers = 0, mean = null } = counted.get(part.key) ?? {};
      return { ...part, values: [answers, mean === null ? null : Math.round(mean * 100) / 100] };
    }),
  };
}

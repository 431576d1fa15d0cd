/** Events of a period counted by one dimension: folds over postings by the same rule as the monthly report A-9. */
import type { PostingKind } from '../registry/change.js';
import type { Text } from '../rules/finding.js';
import { rowOf, signOfRow } from './a9.js';

/** The rows of the A-9 that statistics tell of. */
export const EVENT_ROWS = ['birth', 'death', 'arrival', 'departure'] as const;
export type EventRow = (typeof EVENT_ROWS)[number];

export type EventDimension = 'event' | 'month' | 'sex' | 'age' | 'area';

/** People posted alike, added up. */
export interface EventLine {
  /** Value of the dimension: `YYYY-MM`, sex, completed years (null: unknown), or area code. */
  part: string | null;
  kind: PostingKind;
  moveClass: number | null;
  sex: 1 | 2;
  /** Sum of the signs. */
  amount: number;
}

export interface CountedPart {
  key: string;
  /** In the order of the series: EVENT_ROWS, or male and female by event. */
  values: number[];
}

/** `[from, to)` in completed years. */
export interface AgeBand {
  key: string;
  from: number;
  /** Null: no upper end. */
  to: number | null;
}

/** Infants and young children apart, working ages, old age. */
export const AGE_BANDS: readonly AgeBand[] = [
  { key: '0', from: 0, to: 1 },
  { key: '1-4', from: 1, to: 5 },
  { key: '5-14', from: 5, to: 15 },
  { key: '15-24', from: 15, to: 25 },
  { key: '25-44', from: 25, to: 45 },
  { key: '45-59', from: 45, to: 60 },
  { key: '60+', from: 60, to: null },
];

export const ROW_NAMES: Record<EventRow, Text> = {
  birth: { id: 'Lahir', en: 'Births' },
  death: { id: 'Mati', en: 'Deaths' },
  arrival: { id: 'Datang', en: 'Arrivals' },
  departure: { id: 'Pindah', en: 'Departures' },
};

export function ageBandOf(years: number): string {
  return AGE_BANDS.find(({ from, to }) => years >= from && (to === null || years < to))?.key ?? '0';
}

/**
 * Parts in the order of `keys`, which are all shown, also with zeros. Moves inside the area are no arrivals and departures of it; by
 * area each part is its own area, so that it agrees with the A-9 of that part.
 */
export function countEvents(input: {
  by: EventDimension;
  area: string;
  keys: readonly string[];
  lines: readonly EventLine[];
}): CountedPart[] {
  const { by, area, keys, lines } = input;
  const counted = new Map(
    keys.map((key) => [key, (by === 'event' ? [0, 0] : EVENT_ROWS.map(() => 0)) as number[]]),
  );
  for (const line of lines) {
    const row = rowOf(line, by === 'area' ? line.part! : area);
    const place = EVENT_ROWS.indexOf(row as EventRow);
    if (place < 0) continue;
    const values = counted.get(keyOf(by, line, row));
    if (values) values[by === 'event' ? line.sex - 1 : place]! += signOfRow(row) * line.amount;
  }
  return keys.map((key) => ({ key, values: counted.get(key)!.map((value) => value + 0) }));
}

function keyOf(by: EventDimension, { part }: EventLine, row: string): string {
  if (by === 'event') return row;
  if (by !== 'age') return part ?? '';
  return part === null ? 'unknown' : ageBandOf(Number(part));
}

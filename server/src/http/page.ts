/** Lists: `limit` (<= 200), an opaque `cursor`, `sort` and `q`; answers `{items, next}`. */
import { inputFault, invalidInput, type Problem } from './problem.js';
import { z } from './zod.js';

export const limitSchema = z.coerce.number().int().min(1).max(200).default(50);
export const cursorSchema = z.string().max(500).optional();
export const searchSchema = z.string().trim().max(100).optional();
/** A NIK or KK number: in a body, so that it stands in no address and no log. */
export const numberSchema = z.string().regex(/^\d{16}$/);

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** Position after the last row of a page: the values it was sorted by. */
export type CursorValues = (string | number | null)[];

export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws Problem 422 for a cursor that we did not make */
export function decodeCursor(cursor: string | undefined, length: number): CursorValues | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.length === length) return values as CursorValues;
  } catch {
    // Falls through to the refusal.
  }
  throw badCursor();
}

export function badCursor(): Problem {
  return invalidInput([
    inputFault('BAD_CURSOR', 'query.cursor', { id: 'Kursor tidak dikenal', en: 'Unknown cursor' }),
  ]);
}

/** Cuts the row too many that tells whether there is a next page. */
export function toPage<Row, Item>(input: {
  rows: Row[];
  limit: number;
  item: (row: Row) => Item;
  position: (row: Row) => CursorValues;
}): { items: Item[]; next: string | null } {
  const { rows, limit } = input;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(input.item),
    next: last === undefined ? null : encodeCursor(input.position(last)),
  };
}

/** `%` and `_` of a person's search text mean themselves. */
export function likePattern(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

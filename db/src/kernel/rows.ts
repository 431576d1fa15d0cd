import type { Tx } from '../data-source.js';

/** Rows of a statement. typeorm answers `[rows, count]` for UPDATE and DELETE and plain rows for all others. */
export async function rows<T>(tx: Tx, sql: string, parameters: unknown[] = []): Promise<T[]> {
  const answer: unknown = await tx.query(sql, parameters);
  if (!Array.isArray(answer)) return [];
  const [first, count] = answer as unknown[];
  if (answer.length === 2 && Array.isArray(first) && typeof count === 'number') return first as T[];
  return answer as T[];
}

/** The first row, or null. */
export async function row<T>(tx: Tx, sql: string, parameters: unknown[] = []): Promise<T | null> {
  return (await rows<T>(tx, sql, parameters))[0] ?? null;
}

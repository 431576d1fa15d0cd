import type { Tx } from '../data-source.js';

/** Kelurahan of a database that was not seeded. */
export async function loadAreasForTest(tx: Tx, codes: readonly string[]): Promise<void> {
  await tx.query(
    `insert into reference.area (code, name, level, active) select code, code, 4, true from unnest($1::text[]) as code`,
    [codes],
  );
}

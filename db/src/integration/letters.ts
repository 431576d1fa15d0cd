/**
 * Other cities' SKPWNI as they were when a report was judged: registration works on what the decision was made on, and the
 * reservation at the origin guards that it still holds.
 */
import type { MoveLetter } from '@lampid/domain/registry/snapshot';
import type { EntityManager } from 'typeorm';

/** `letter` null: unknown at its origin. */
export async function saveLetter(
  tx: EntityManager,
  input: { reportId: string; revision: number; letter: MoveLetter | null },
): Promise<void> {
  await tx.query(
    `insert into integration.letter_cache (report_id, revision, letter) values ($1, $2, $3)
     on conflict (report_id, revision) do update set letter = excluded.letter, looked_up_at = now()`,
    [input.reportId, input.revision, input.letter === null ? null : JSON.stringify(input.letter)],
  );
}

/** Null when no letter was found for this revision. */
export async function loadLetter(
  tx: EntityManager,
  input: { reportId: string; revision: number },
): Promise<MoveLetter | null> {
  const rows: { letter: MoveLetter | null }[] = await tx.query(
    `select letter from integration.letter_cache where report_id = $1 and revision = $2`,
    [input.reportId, input.revision],
  );
  return rows[0]?.letter ?? null;
}

/** The letter of the latest revision that had one, for compensation. */
export async function loadAnyLetter(tx: EntityManager, reportId: string): Promise<MoveLetter | null> {
  const rows: { letter: MoveLetter | null }[] = await tx.query(
    `select letter from integration.letter_cache where report_id = $1 and letter is not null
     order by revision desc limit 1`,
    [reportId],
  );
  return rows[0]?.letter ?? null;
}

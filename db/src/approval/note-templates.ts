/** Reasons that a city's officers give often: kept by its admin or analyst, chosen in a decision. */
import type { DataSource } from 'typeorm';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

export interface NoteTemplate {
  id: string;
  note: string;
}

/** As many as one looks through while deciding. */
export const MOST_NOTE_TEMPLATES = 40;

/** In the order of their making: who knows the third by heart finds it third. */
export async function noteTemplates(dataSource: DataSource, city: string): Promise<NoteTemplate[]> {
  return rows(
    dataSource.manager,
    `select id, note from approval.note_template where city = $1 order by created_at, id`,
    [city],
  );
}

/** `full`: as many as a city may have; `known`: it has the same one. */
export async function addNoteTemplate(
  tx: Tx,
  template: NoteTemplate & { city: string; madeBy: string },
): Promise<'added' | 'full' | 'known'> {
  const { id, city, note, madeBy } = template;
  // Two who add at the same moment come one after the other: the bound holds.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 38))', [city]);
  const kept = await row<{ count: number; isKnown: boolean }>(
    tx,
    `select count(*)::int as count, coalesce(bool_or(lower(note) = lower($2)), false) as "isKnown"
     from approval.note_template where city = $1`,
    [city, note],
  );
  if (kept!.isKnown) return 'known';
  if (kept!.count >= MOST_NOTE_TEMPLATES) return 'full';
  await tx.query(`insert into approval.note_template (id, city, note, made_by) values ($1, $2, $3, $4)`, [
    ...[id, city, note, madeBy],
  ]);
  return 'added';
}

/** False when the city has none of that id. */
export async function removeNoteTemplate(tx: Tx, template: { id: string; city: string }): Promise<boolean> {
  const removed = await rows(
    tx,
    `with gone as (delete from approval.note_template where id = $1 and city = $2 returning id) select id from gone`,
    [template.id, template.city],
  );
  return removed.length > 0;
}

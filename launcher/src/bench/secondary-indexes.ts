/** Indexes built when the rows are there: kept up row by row, millions of rows take many times as long. */
import type pg from 'pg';

export interface SecondaryIndex {
  name: string;
  /** Makes it again. */
  sql: string;
}

/** All but those that keep a rule (keys, unique constraints). */
export async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<SecondaryIndex[]> {
  const { rows } = await client.query<SecondaryIndex>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as sql
     from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisprimary
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
     order by 1`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows;
}

export async function buildIndexes(
  client: pg.Client,
  { indexes, say }: { indexes: readonly SecondaryIndex[]; say: (text: string) => void },
): Promise<void> {
  for (const { name, sql } of indexes) {
    say(`index ${name}`);
    await client.query(sql);
  }
}

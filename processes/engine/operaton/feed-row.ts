/** One row of `lampid_feed`; see the table in `feed-schema.ts` for what a column means per kind. Times are epoch ms, UTC. */
export interface FeedRow {
  tx: string;
  id: string;
  kind: 'P' | 'p' | 'A' | 'a' | 'm' | 'T' | 'U' | 'D' | 'L' | 'l' | 'I' | 'i';
  instance_id: string | null;
  definition_id: string | null;
  ref: string;
  parent: string | null;
  link: string | null;
  task_id: string | null;
  element: string | null;
  type: string | null;
  who: string | null;
  at: number;
  ended_at: number | null;
  n: number | null;
  state: number | null;
}

/** Columns of a select, in the shape of FeedRow. */
export const FEED_COLUMNS = `tx::text as tx, id::text as id, kind::text as kind, instance_id, definition_id, ref, parent, link, task_id,
  element, type, who, (extract(epoch from at) * 1000)::float8 as at, (extract(epoch from ended_at) * 1000)::float8 as ended_at,
  n::float8 as n, state`;

/** How far the projections have read the engine's feed. */
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

const READER = 'projections';

/** Cursor of the last batch that was committed. */
export async function feedPosition(tx: Tx): Promise<string | null> {
  const position = await row<{ cursor: string | null }>(
    tx,
    'select cursor from approval.feed_position where reader = $1',
    [READER],
  );
  return position?.cursor ?? null;
}

/** Compare and set. @throws Error when another reader was faster */
export async function moveFeedPosition(
  tx: Tx,
  move: { from: string | null; to: string | null },
): Promise<void> {
  const moved = await rows(
    tx,
    `insert into approval.feed_position as known (reader, cursor) values ($1, $3)
     on conflict (reader) do update set cursor = excluded.cursor, updated_at = now()
     where known.cursor is not distinct from $2::text
     returning reader`,
    [READER, move.from, move.to],
  );
  if (moved.length === 0) throw new Error('another reader of the feed moved the cursor');
}

import type { Pool } from 'pg';
import { EngineError, type Feed, type FeedEvent, type FeedPage } from '../engine.js';
import type { CaseDirectory } from './case-directory.js';
import { FEED_COLUMNS, type FeedRow } from './feed-row.js';
import { orderTransaction } from './order-transaction.js';
import { FeedTranslator } from './translate-feed.js';
import { watchFeed } from './watch-feed.js';

/** How many rows one clean-up takes away at most: a long delete would hold back the readers' horizon. */
const CLEANUP_ROWS = 5_000;
/** Readers acknowledge after every page; that is no reason to look for old rows each time. */
const CLEANUP_PAUSE_MS = 2_000;

/** The change feed over `lampid_feed`. A cursor is the id of the last transaction that was read, as text. */
export function createFeed(options: { pool: Pool; databaseUrl: string; directory: CaseDirectory }): Feed {
  const { pool } = options;
  const translator = new FeedTranslator(pool, options.directory);
  let nextCleanup = 0;

  async function read({ after, limit }: { after: string | null; limit: number }): Promise<FeedPage> {
    const rows = await readWholeTransactions({ pool, after: after ?? '0', limit });
    if (rows.length === 0) return { events: [], cursor: after, more: false };
    const transactions: FeedRow[][] = [];
    for (const row of rows) {
      const current = transactions.at(-1);
      if (current && current[0]!.tx === row.tx) current.push(row);
      else transactions.push([row]);
    }
    const events: FeedEvent[] = await translator.translate(transactions.map(orderTransaction));
    return { events, cursor: rows.at(-1)!.tx, more: rows.length >= limit };
  }

  return {
    read: (request) => read(request).catch(asUnavailable),
    watch: (request) => watchFeed({ databaseUrl: options.databaseUrl, ...request }),
    async acknowledge(cursor, keepMs) {
      if (cursor === null || Date.now() < nextCleanup) return;
      // The oldest rows come first, so a look at those is enough; what is kept is never scanned.
      const { rowCount } = await pool
        .query(
          `delete from lampid_feed f using (
             select tx, id, at from lampid_feed where tx <= $1::xid8 order by tx, id limit ${CLEANUP_ROWS}) old
           where f.tx = old.tx and f.id = old.id
             and old.at < (now() at time zone 'UTC') - make_interval(secs => $2)`,
          [cursor, keepMs / 1000],
        )
        .catch(asUnavailable);
      nextCleanup = Date.now() + (rowCount === CLEANUP_ROWS ? 0 : CLEANUP_PAUSE_MS);
    },
    async lagMs(after) {
      const { rows } = await pool
        .query<{ lag: number | null }>(
          `select (extract(epoch from (clock_timestamp() at time zone 'UTC') - at) * 1000)::float8 as lag
           from lampid_feed where tx > $1::xid8 order by tx, id limit 1`,
          [after ?? '0'],
        )
        .catch(asUnavailable);
      return Math.max(0, rows[0]?.lag ?? 0);
    },
  };
}

/** A smaller id than that of the oldest transaction still running can no longer appear. */
const OLDEST_RUNNING = 'pg_snapshot_xmin(pg_current_snapshot())';

/**
 * The same, counting only transactions of this database: ids are common to the whole PostgreSQL server, and a long one elsewhere
 * (a seed, a migration) must not hold up the feed. Transactions whose database cannot be seen count.
 */
const OLDEST_RUNNING_HERE = `(
  select coalesce(min(running), pg_snapshot_xmax(pg_current_snapshot()))
  from pg_snapshot_xip(pg_current_snapshot()) running
  where not exists (
    select 1 from pg_stat_activity a
    where a.backend_xid = running::xid and a.datname is not null and a.datname <> current_database()))`;

/** When the limit falls inside a transaction, the rest of that transaction is read as well. */
async function readWholeTransactions(options: {
  pool: Pool;
  after: string;
  limit: number;
}): Promise<FeedRow[]> {
  let rows = await readBelow({ ...options, horizon: OLDEST_RUNNING });
  // Asking for everybody's transactions costs more, so only when something may be waiting.
  if (rows.length === 0 && (await isWaiting(options))) {
    rows = await readBelow({ ...options, horizon: OLDEST_RUNNING_HERE });
  }
  if (rows.length < options.limit) return rows;
  const last = rows.at(-1)!;
  const rest = await options.pool.query<FeedRow>(
    `select ${FEED_COLUMNS} from lampid_feed where tx = $1::xid8 and id > $2::bigint order by lampid_feed.id`,
    [last.tx, last.id],
  );
  return [...rows, ...rest.rows];
}

async function readBelow(options: {
  pool: Pool;
  after: string;
  limit: number;
  horizon: string;
}): Promise<FeedRow[]> {
  const { rows } = await options.pool.query<FeedRow>({
    name: options.horizon === OLDEST_RUNNING ? 'lampid-feed-read' : 'lampid-feed-read-here',
    text: `select ${FEED_COLUMNS} from lampid_feed
           where tx > $1::xid8 and tx < ${options.horizon} order by lampid_feed.tx, lampid_feed.id limit $2`,
    values: [options.after, options.limit],
  });
  return rows;
}

async function isWaiting(options: { pool: Pool; after: string }): Promise<boolean> {
  const { rows } = await options.pool.query<{ waiting: boolean }>({
    name: 'lampid-feed-waiting',
    // By the newest row: `exists (... tx > $1)` gets a generic plan that reads the whole feed.
    text: `select newest.tx > $1::xid8 as waiting
           from (select f.tx from lampid_feed f order by f.tx desc limit 1) as newest`,
    values: [options.after],
  });
  return rows[0]?.waiting ?? false;
}

function asUnavailable(cause: unknown): never {
  if (cause instanceof EngineError) throw cause;
  throw new EngineError('unavailable', `Reading the engine's feed failed: ${(cause as Error).message}`, {
    cause,
  });
}

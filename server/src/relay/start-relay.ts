/**
 * The relay: what our transactions decided, told to the engine. Many relays may run; each leases rows that no other holds,
 * and of one case only the oldest. A row that the engine refuses for good becomes poison: its case stands still, visibly.
 */
import { openIncident } from '@lampid/db/approval/incidents';
import { OUTBOX_CHANNEL } from '@lampid/db/kernel/outbox';
import {
  leaseOutbox,
  markDelivered,
  markFailed,
  markPoison,
  NOBODY_WAITS,
  type LeasedRow,
} from '@lampid/db/kernel/outbox-relay';
import { EngineError } from '@lampid/engine/engine';
import type { Deps } from '../deps.js';
import { hangBell } from '../kernel/postgres-bell.js';
import { withoutNik } from '../observability/log.js';
import { inSpanOf } from '../observability/spans.js';
import { deliver, type Delivery } from './deliver.js';

export interface RelayOptions {
  /** Commands under way at a time. */
  concurrency?: number;
  /** How long a row stays ours; longer than a command can take. */
  leaseMs?: number;
  /** Refusals until a row is poison. */
  poisonAfter?: number;
  /** Wait before the second try; doubles. */
  backoffMs?: number;
  /** Looks for rows whose wait is over at least this often. */
  pollMs?: number;
}

export interface Relay {
  /** Takes no more rows and waits for those under way. */
  stop(): Promise<void>;
}

export type RelayDeps = Pick<Deps, 'config' | 'db' | 'engine' | 'log' | 'metrics' | 'now'>;

const BACKOFF_CAP_MS = 30_000;
const ENGINE_DOWN_MS = 1_000;
const NOBODY_WAITS_CAP_MS = 15_000;

export function startRelay(deps: RelayDeps, options: RelayOptions = {}): Promise<Relay> {
  const { db, log, metrics } = deps;
  const { concurrency = 16, leaseMs = 45_000, poisonAfter = 8, backoffMs = 500, pollMs = 500 } = options;
  const underWay = new Set<Promise<void>>();
  let delivered: string[] = [];
  let flushing: Promise<void> | undefined;
  let stopped = false;
  let rung = true;
  let engineDownUntil = 0;
  let wake: () => void = () => undefined;

  const ring = () => {
    rung = true;
    wake();
  };
  // The relay also looks by itself, so a lost bell costs a moment only.
  const bell = hangBell({
    ...{ url: deps.config.DATABASE_URL, log, channel: OUTBOX_CHANNEL, name: 'lampid-relay-bell', ring },
  });
  const loop = pump();

  async function pump(): Promise<void> {
    while (!stopped) {
      if (rung && underWay.size < concurrency && Date.now() >= engineDownUntil) await take();
      else await rest();
    }
  }

  /** Until the bell rings, a command ends, or it is time to look again. */
  async function rest(): Promise<void> {
    const timer = setTimeout(() => {
      rung = true;
      wake();
    }, pollMs);
    await new Promise<void>((resolve) => (wake = resolve));
    clearTimeout(timer);
  }

  async function take(): Promise<void> {
    rung = false;
    try {
      const rows = await leaseOutbox(db, { limit: concurrency - underWay.size, leaseMs });
      if (rows.length > 0) rung = true;
      for (const row of rows) {
        const handling = handle(row).finally(() => {
          underWay.delete(handling);
          ring();
        });
        underWay.add(handling);
      }
    } catch (error) {
      log.warn({ err: error }, 'outbox cannot be read');
      await new Promise((resolve) => setTimeout(resolve, ENGINE_DOWN_MS));
    }
  }

  async function handle(row: LeasedRow): Promise<void> {
    const scope = { name: `relay ${row.kind}`, traceparent: row.traceparent, reportId: row.reportId };
    await inSpanOf(scope, async () => {
      try {
        const timer = metrics.commandDurations.startTimer({ kind: row.kind });
        const delivery = await deliver(row, deps);
        timer();
        await settle(row, delivery);
      } catch (error) {
        await failed(row, error);
      }
    }).catch((error: unknown) => log.error({ err: error, outbox: row.id }, 'outbox row not settled'));
  }

  async function settle(row: LeasedRow, delivery: Delivery): Promise<void> {
    metrics.commands.inc({ kind: row.kind, result: delivery.kind });
    switch (delivery.kind) {
      case 'delivered':
        return flushDelivered(row.id);
      case 'incident':
        log.error({ outbox: row.id, incident: delivery.incident.id }, delivery.incident.message);
        await openIncident(db.manager, { ...delivery.incident, reportId: row.reportId });
        return flushDelivered(row.id);
      case 'nobody-waits': {
        // The longer it waits already, the longer until the next look: most subscriptions open within a second.
        const age = Math.max(0, Date.now() - row.createdAt.getTime());
        const delayMs = Math.min(NOBODY_WAITS_CAP_MS, Math.max(100, age / 4));
        return markFailed(db, { id: row.id, delayMs, error: NOBODY_WAITS, countAttempt: false });
      }
      case 'look-again':
        return markFailed(db, {
          id: row.id,
          delayMs: 250,
          error: 'waiting for the feed',
          countAttempt: false,
        });
    }
  }

  async function failed(row: LeasedRow, error: unknown): Promise<void> {
    const line = withoutNik((error as Error).message ?? String(error)).slice(0, 500);
    if (error instanceof EngineError && error.code === 'unavailable') {
      metrics.commands.inc({ kind: row.kind, result: 'unavailable' });
      engineDownUntil = Date.now() + ENGINE_DOWN_MS;
      log.warn({ outbox: row.id, kind: row.kind, err: error }, 'engine unavailable');
      return markFailed(db, { id: row.id, delayMs: ENGINE_DOWN_MS, error: line, countAttempt: false });
    }
    if (row.attempts < poisonAfter) {
      metrics.commands.inc({ kind: row.kind, result: 'refused' });
      log.warn({ outbox: row.id, kind: row.kind, attempts: row.attempts, err: error }, 'command refused');
      const delayMs = Math.min(BACKOFF_CAP_MS, backoffMs * 2 ** (row.attempts - 1));
      return markFailed(db, { id: row.id, delayMs, error: line });
    }
    metrics.commands.inc({ kind: row.kind, result: 'poison' });
    log.error({ outbox: row.id, kind: row.kind, err: error }, 'outbox row is poison: its case stands still');
    await db.transaction(async (tx) => {
      await openIncident(tx, {
        ...{ id: `outbox:${row.id}`, reportId: row.reportId, element: row.kind, kind: 'outbox-poison' },
        message: line,
      });
    });
    await markPoison(db, { id: row.id, error: line });
  }

  /** Rows that end while an earlier flush is on its way share the next one. */
  async function flushDelivered(id: string): Promise<void> {
    delivered.push(id);
    while (delivered.includes(id)) {
      flushing ??= flush().finally(() => (flushing = undefined));
      await flushing;
    }
  }

  async function flush(): Promise<void> {
    const ids = delivered;
    delivered = [];
    try {
      await markDelivered(db, ids);
    } catch (error) {
      // The lease ends by itself and the rows come again; the engine answers a repeat as done.
      log.warn({ err: error, rows: ids.length }, 'delivered rows not marked');
    }
  }

  return Promise.resolve({
    async stop() {
      stopped = true;
      wake();
      await bell.stop();
      await loop;
      await Promise.all(underWay);
    },
  });
}

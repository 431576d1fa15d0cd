/** Rings when a transaction left something in the outbox. The relay also looks by itself, so a lost bell costs a moment only. */
import { OUTBOX_CHANNEL } from '@lampid/db/kernel/outbox';
import pg from 'pg';
import type { Log } from '../observability/log.js';

const RECONNECT_MS = 1_000;

export function listenToOutbox(options: { url: string; log: Log; ring: () => void }): {
  stop(): Promise<void>;
} {
  const { url, log, ring } = options;
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    if (stopped) return;
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'lampid-relay-bell',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client = fresh;
    fresh.on('notification', ring);
    fresh.on('error', () => again(fresh));
    fresh.on('end', () => again(fresh));
    try {
      await fresh.connect();
      await fresh.query(`listen ${OUTBOX_CHANNEL}`);
      ring();
    } catch (error) {
      log.warn({ err: error }, 'outbox bell cannot connect');
      again(fresh);
    }
  };
  const again = (broken: pg.Client) => {
    if (stopped || client !== broken) return;
    client = undefined;
    broken.removeAllListeners('end');
    void broken.end().catch(() => undefined);
    timer = setTimeout(() => void connect(), RECONNECT_MS);
  };

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

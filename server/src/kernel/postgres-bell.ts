/** Rings when PostgreSQL tells a channel. A bell that is cut is hung up again; what was told meanwhile is lost. */
import pg from 'pg';
import type { Log } from '../observability/log.js';

const RECONNECT_MS = 1_000;

export interface BellOptions {
  url: string;
  log: Log;
  channel: string;
  /** Names the connection in PostgreSQL. */
  name: string;
  /** What was told, and once after every (re)connection with an empty text: look for yourself, something may have been missed. */
  ring(payload: string): void;
}

export function hangBell(options: BellOptions): { stop(): Promise<void> } {
  const { url, log, channel, name, ring } = options;
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    if (stopped) return;
    const fresh = new pg.Client({
      connectionString: url,
      application_name: name,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client = fresh;
    fresh.on('notification', ({ payload }) => ring(payload ?? ''));
    fresh.on('error', () => again(fresh));
    fresh.on('end', () => again(fresh));
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      ring('');
    } catch (error) {
      log.warn({ err: error, bell: name }, 'bell cannot connect');
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

import { Client } from 'pg';

/** How long a wake-up waits for more to come, after the last one. */
const TOGETHER_MS = 15;

/**
 * Wakes at a notification of the engine's database and at least every `pollMs`. Notifications close together are one wake-up: under
 * load a reader that runs at each of them reads a row at a time. A lost connection is made again with back-off; meanwhile the
 * poll alone keeps things going.
 */
export async function watchFeed(options: {
  databaseUrl: string;
  pollMs: number;
  wake: () => void;
}): Promise<() => Promise<void>> {
  let stopped = false;
  let client: Client | null = null;
  let reconnect: NodeJS.Timeout | undefined;
  let backOffMs = 500;
  let lastWake = 0;
  let pending: NodeJS.Timeout | undefined;

  const wake = (): void => {
    clearTimeout(pending);
    pending = undefined;
    lastWake = Date.now();
    options.wake();
  };
  const notified = (): void => {
    const waitMs = lastWake + TOGETHER_MS - Date.now();
    if (waitMs <= 0) wake();
    else pending ??= setTimeout(wake, waitMs);
  };

  const listen = async (): Promise<void> => {
    if (stopped) return;
    const fresh = new Client({
      connectionString: options.databaseUrl,
      keepAlive: true,
      application_name: 'lampid-feed',
    });
    let ended = false;
    const again = (): void => {
      if (ended) return;
      ended = true;
      if (client === fresh) client = null;
      void fresh.end().catch(() => undefined);
      if (stopped) return;
      reconnect = setTimeout(() => void listen(), backOffMs);
      backOffMs = Math.min(backOffMs * 2, 10_000);
    };
    fresh.on('error', again);
    fresh.on('end', again);
    fresh.on('notification', notified);
    try {
      await fresh.connect();
      await fresh.query('listen lampid_feed');
      client = fresh;
      backOffMs = 500;
      if (stopped) await fresh.end().catch(() => undefined);
    } catch {
      again();
    }
  };

  await listen();
  const timer = setInterval(wake, options.pollMs);
  return async () => {
    stopped = true;
    clearInterval(timer);
    clearTimeout(reconnect);
    clearTimeout(pending);
    await client?.end().catch(() => undefined);
  };
}

import { removeWorker, reportWorker, type TopicTally } from '@lampid/db/kernel/workers';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

/** Three times within `STALE_SECONDS`. */
const EVERY_MS = 10_000;

export interface HeartbeatOptions {
  dataSource: DataSource;
  workerId: string;
  version: string;
  startedAt: Date;
  /** What it did so far. */
  read(): TopicTally[];
  logger: Logger;
  everyMs?: number;
}

/**
 * Says in our database that this process lives and what it serves, at once and again and again. A beat that fails is left
 * out: it is the next one that counts.
 */
export function startHeartbeat(options: HeartbeatOptions): { stop(): Promise<void> } {
  const { dataSource, workerId, version, startedAt, read, logger, everyMs = EVERY_MS } = options;
  let beating: Promise<void> | null = null;
  const beat = () => {
    // A slow database gets one beat at a time.
    beating ??= reportWorker(dataSource, { workerId, version, startedAt, topics: read() })
      .catch((error: unknown) => logger.warn({ err: error }, 'heart-beat not written'))
      .finally(() => (beating = null));
  };
  beat();
  const timer = setInterval(beat, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await beating;
      await removeWorker(dataSource, workerId).catch((error: unknown) =>
        logger.warn({ err: error }, 'heart-beat not taken back'),
      );
    },
  };
}

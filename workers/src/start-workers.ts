import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { createDukcapilClient } from '@lampid/db/integration/dukcapil/client';
import { createDataSource } from '@lampid/db/data-source';
import { connectEngine } from '@lampid/engine/connect-engine';
import { findEvents } from '@lampid/processes/find-events';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import type { WorkerConfig } from './config.js';
import { loadOfficeKey, publishOfficeKey } from '@lampid/db/registry/office-key';
import { observeDukcapil } from './dukcapil-metrics.js';
import { programVersion } from './program-version.js';
import { startMailLoop } from './notification/mail-loop.js';
import { startHeartbeat } from './runner/heartbeat.js';
import { ModelCache } from './runner/model-cache.js';
import { startRunner } from './runner/start-runner.js';
import { WorkMetrics } from './runner/work-metrics.js';
import { WorkTally } from './runner/work-tally.js';
import type { Services } from './services.js';
import { allHandlers } from './tasks/all-handlers.js';

export interface Workers {
  registry: Registry;
  running(): number;
  /** Takes no more work, lets running steps end, then closes what it opened. */
  stop(deadlineMs: number): Promise<void>;
}

/** Starts every handler of this installation in this process. */
export async function startWorkers(config: WorkerConfig, logger: Logger): Promise<Workers> {
  const dataSource = await createDataSource({
    url: config.DATABASE_URL,
    poolSize: config.DB_POOL_SIZE,
    applicationName: 'lampid-workers',
  });
  const engine = connectEngine({
    url: config.ENGINE_URL,
    user: config.ENGINE_USER,
    password: config.ENGINE_PASSWORD,
    databaseUrl: config.ENGINE_DATABASE_URL,
  });
  const dukcapil = createDukcapilClient({
    dukcapilUrl: config.DUKCAPIL_URL,
    ...(config.SIAK_URL === undefined ? {} : { siakUrl: config.SIAK_URL }),
    institutionId: config.DUKCAPIL_INSTITUTION,
    userId: config.DUKCAPIL_USER,
    password: config.DUKCAPIL_PASSWORD,
    clientIp: config.DUKCAPIL_CLIENT_IP,
    peers: config.CITY_PEERS,
    timeoutMs: config.DUKCAPIL_TIMEOUT_MS,
  });
  const registry = new Registry();
  observeDukcapil({ client: dukcapil, registry, logger });
  const metrics = new WorkMetrics(registry);
  const models = new ModelCache(engine);
  const officeKey = loadOfficeKey(config.officeKeyFile);
  await publishOfficeKey(dataSource, officeKey);
  const events = await findEvents(
    config.PROCESSES_DIR === undefined ? {} : { processesDir: config.PROCESSES_DIR },
  );
  const services: Services = {
    dukcapil,
    events: new Map(events.map((event) => [event.definition.id, event])),
    models,
    officeKey,
    city: config.CITY,
    resubmitDelaysMs: config.resubmitDelaysMs,
    acknowledgementMs: config.SIAK_ACK_MINUTES * 60_000,
    publicUrl: config.PUBLIC_URL.replace(/\/+$/, ''),
    now: () => new Date(),
  };
  const workerId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const tally = new WorkTally(allHandlers.map(({ contract }) => contract.topic));
  const runner = await startRunner({
    engine,
    dataSource,
    models,
    handlers: allHandlers,
    services,
    workerId,
    concurrency: config.WORKER_CONCURRENCY,
    logger,
    metrics,
    tally,
  });
  const heartbeat = startHeartbeat({
    ...{ dataSource, workerId, version: programVersion(), startedAt: services.now(), logger },
    read: () => tally.read(),
  });
  runner.subscription.onAnswer((work, _result, answer) => metrics.answered(work.topic, answer));
  const mail = startMailLoop({ dataSource, smtpUrl: config.SMTP_URL, from: config.MAIL_FROM, logger });
  return {
    registry,
    running: () => runner.subscription.running(),
    async stop(deadlineMs) {
      await Promise.all([runner.stop(deadlineMs), mail.stop()]);
      await heartbeat.stop();
      await engine.close();
      await dataSource.destroy();
    },
  };
}

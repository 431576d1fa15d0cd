/** Everything that use cases need of the world, made once per process and handed down. */
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { signingKeys, type PrivateJwk } from '@lampid/db/identity/signing-keys';
import { createDukcapilClient, type DukcapilClient } from '@lampid/db/integration/dukcapil/client';
import type { EnginePort } from '@lampid/engine/engine';
import { connectEngine } from '@lampid/engine/connect-engine';
import { findEvents, type EventType } from '@lampid/processes/find-events';
import type { Config } from './config.js';
import { Definitions } from './modeling/definitions.js';
import type { Log } from './observability/log.js';
import { createMetrics, type Metrics } from './observability/metrics.js';

export interface Deps {
  config: Config;
  log: Log;
  metrics: Metrics;
  db: DataSource;
  engine: EnginePort;
  dukcapil: DukcapilClient;
  definitions: Definitions;
  /** By id, in the register's order. */
  events: ReadonlyMap<string, EventType>;
  /** Of the embedded issuer; empty when another issuer is configured. */
  keys: PrivateJwk[];
  now(): Date;
}

/** The caller ends them with `closeDeps`. */
export async function createDeps(config: Config, log: Log): Promise<Deps> {
  const events = await findEvents(config.PROCESSES_DIR ? { processesDir: config.PROCESSES_DIR } : {});
  const db = await createDataSource({
    url: config.DATABASE_URL,
    poolSize: config.DB_POOL_SIZE,
    applicationName: 'lampid-server',
  });
  const engine = connectEngine({
    url: config.ENGINE_URL,
    user: config.ENGINE_USER,
    password: config.ENGINE_PASSWORD,
    databaseUrl: config.ENGINE_DATABASE_URL,
  });
  const dukcapil = createDukcapilClient({
    dukcapilUrl: config.DUKCAPIL_URL,
    institutionId: config.DUKCAPIL_INSTITUTION,
    userId: config.DUKCAPIL_USER,
    password: config.DUKCAPIL_PASSWORD,
    clientIp: config.DUKCAPIL_CLIENT_IP,
  });
  const metrics = createMetrics();
  dukcapil.listen((event) => {
    if (event.event !== 'breaker') return;
    log.warn({ service: event.service, state: event.state }, 'circuit breaker');
    metrics.breaker.set({ service: event.service }, { closed: 0, 'half-open': 0.5, open: 1 }[event.state]);
  });
  return {
    config,
    log,
    metrics,
    db,
    engine,
    dukcapil,
    definitions: new Definitions(engine, db),
    events: new Map(events.map((event) => [event.definition.id, event])),
    keys: config.embeddedIssuer ? await signingKeys(db) : [],
    now: () => new Date(),
  };
}

export async function closeDeps(deps: Deps): Promise<void> {
  await deps.engine.close();
  await deps.db.destroy();
}

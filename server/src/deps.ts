/** Everything that use cases need of the world, made once per process and handed down. */
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { signingKeys, type PrivateJwk } from '@lampid/db/identity/signing-keys';
import { createDukcapilClient, type DukcapilClient } from '@lampid/db/integration/dukcapil/client';
import { loadOfficeKey, publishOfficeKey, type OfficeKey } from '@lampid/db/registry/office-key';
import type { EnginePort } from '@lampid/engine/engine';
import { connectEngine } from '@lampid/engine/connect-engine';
import { findEvents, typesByProcess, type EventType } from '@lampid/processes/find-events';
import type { TypeOf } from '@lampid/processes/lint/type-of';
import { join } from 'node:path';
import { QueueWatch } from './approval/queue-watch.js';
import type { Config } from './config.js';
import type { DocumentSigner } from './documents/signing/document-signer.js';
import { loadFileSigner } from './documents/signing/file-signer.js';
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
  /** Of the reports of these types. */
  typeOf: TypeOf;
  /** Of the embedded issuer; empty when another issuer is configured. */
  keys: PrivateJwk[];
  /** Signs the content of what is printed on demand. */
  officeKey: OfficeKey;
  /** Signs PDF files. */
  signer: DocumentSigner;
  /** Who watches a queue live. */
  queueWatch: QueueWatch;
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
    peers: config.CITY_PEERS,
  });
  const metrics = createMetrics();
  dukcapil.listen((event) => {
    if (event.event !== 'breaker') return;
    log.warn({ service: event.service, state: event.state }, 'circuit breaker');
    metrics.breaker.set({ service: event.service }, { closed: 0, 'half-open': 0.5, open: 1 }[event.state]);
  });
  const officeKey = loadOfficeKey(config.OFFICE_KEY_FILE ?? join(config.DATA_DIR, 'office-key.pem'));
  await publishOfficeKey(db, officeKey);
  return {
    config,
    log,
    metrics,
    db,
    engine,
    dukcapil,
    definitions: new Definitions(engine, db),
    events: new Map(events.map((event) => [event.definition.id, event])),
    typeOf: typesByProcess(events),
    keys: config.embeddedIssuer ? await signingKeys(db) : [],
    officeKey,
    signer: await loadFileSigner(
      config.DOCUMENT_SIGNER_FILE ?? join(config.DATA_DIR, 'document-signer.pem'),
      new Date(),
    ),
    queueWatch: new QueueWatch({ db, url: config.DATABASE_URL, log }),
    now: () => new Date(),
  };
}

export async function closeDeps(deps: Deps): Promise<void> {
  await deps.engine.close();
  await deps.db.destroy();
}

import { Pool } from 'pg';
import type { EngineConnection } from '../connect-engine.js';
import type { EnginePort } from '../engine.js';
import { CaseDirectory } from './case-directory.js';
import { Cases } from './cases.js';
import { Deployments } from './deployments.js';
import { prepareFeed } from './feed-schema.js';
import { createFeed } from './feed.js';
import { Migrations } from './migrations.js';
import { createRestClient } from './rest-client.js';
import { subscribeWork } from './subscribe-work.js';
import { takeSnapshot } from './take-snapshot.js';

/**
 * Operaton 1.x behind the engine port: commands over REST, the change feed over its database. The engine's JVM must run in UTC
 * (`-Duser.timezone=UTC`).
 */
export function createOperatonEngine(options: EngineConnection): EnginePort {
  const rest = createRestClient(options);
  const pool = new Pool({
    connectionString: options.databaseUrl,
    max: options.poolSize ?? 6,
    application_name: 'lampid-engine-adapter',
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener a broken idle connection ends the process; the next query reports the trouble anyway.
  pool.on('error', () => undefined);
  const directory = new CaseDirectory(pool);
  const deployments = new Deployments(rest, pool);
  const cases = new Cases(rest, pool);
  const migrations = new Migrations(rest);

  return {
    async describe() {
      const { version } = await rest.call<{ version: string }>({ path: '/version', timeoutMs: 5_000 });
      return { name: 'Operaton', version };
    },
    prepare: () => prepareFeed(pool),
    async close() {
      rest.close();
      await pool.end();
    },

    deploy: (bundle) => deployments.deploy(bundle),
    latestDefinitions: () => deployments.latest(),
    definitions: (processKey) => deployments.ofKey(processKey),
    definition: (definitionId) => deployments.byId(definitionId),
    resources: (definitionId) => deployments.resources(definitionId),

    start: (command) => cases.start(command),
    complete: (command) => cases.complete(command),
    correlate: (command) => cases.correlate(command),
    retry: (command) => cases.retry(command),
    cancel: (command) => cases.cancel(command),
    migrate: (command) => migrations.migrate(command),
    migrationFaults: (plan) => migrations.faults(plan),
    isRunning: (businessKey) => cases.isRunning(businessKey),
    fireTimer: (command) => cases.fireTimer(command),

    subscribeWork: (subscription, handler) =>
      subscribeWork({ ...options, rest, directory }, subscription, handler),
    feed: createFeed({ pool, databaseUrl: options.databaseUrl, directory }),
    snapshot: (businessKey) => takeSnapshot(pool, businessKey),
  };
}

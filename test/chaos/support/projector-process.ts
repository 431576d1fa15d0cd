/**
 * The server's projector alone in a process, for a test that kills it. SIGTERM stops it in good order; it also ends when the
 * test that started it is gone.
 */
import { createDataSource } from '@lampid/db/data-source';
import { connectEngine } from '@lampid/engine/connect-engine';
import { Definitions } from '@lampid/server/modeling/definitions';
import { createLog } from '@lampid/server/observability/log';
import { createMetrics } from '@lampid/server/observability/metrics';
import { startProjector } from '@lampid/server/projector/start-projector';

const { env } = process;
const db = await createDataSource({
  url: env['PROJECTOR_DATABASE_URL']!,
  poolSize: 3,
  applicationName: 'lampid-chaos-projector',
});
const engine = connectEngine({
  url: env['ENGINE_URL']!,
  user: env['ENGINE_USER']!,
  password: env['ENGINE_PASSWORD']!,
  databaseUrl: env['ENGINE_DATABASE_URL']!,
});
const projector = await startProjector(
  {
    ...{ db, engine, definitions: new Definitions(engine, db) },
    ...{ log: createLog({ level: 'info', service: 'projector' }), metrics: createMetrics() },
  },
  // Small pages, so that a kill has many transactions to hit. Nothing of the feed is dropped: the stack reads it as well.
  { batch: 100, pollMs: 50, keepMs: 24 * 3_600_000 },
);

async function stop(): Promise<void> {
  await projector.stop();
  await engine.close();
  await db.destroy();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('disconnect', () => process.exit(1));

/** Prepares the engine and deploys every event type found and the practice: `npm start` and images run it before the server. */
import { createDataSource } from '@lampid/db/data-source';
import { connectEngine } from '@lampid/engine/connect-engine';
import { findEvents } from '@lampid/processes/find-events';
import { environmentOfRunningStack, readConfig } from '../config.js';
import { deployModels } from '../modeling/deploy-models.js';

try {
  const config = readConfig(environmentOfRunningStack(process.env));
  const events = await findEvents(config.PROCESSES_DIR ? { processesDir: config.PROCESSES_DIR } : {});
  const db = await createDataSource({
    url: config.DATABASE_URL,
    poolSize: 2,
    applicationName: 'lampid-deploy',
  });
  const engine = connectEngine({
    url: config.ENGINE_URL,
    user: config.ENGINE_USER,
    password: config.ENGINE_PASSWORD,
    databaseUrl: config.ENGINE_DATABASE_URL,
  });
  try {
    const { models, fresh } = await deployModels({ engine, db, events });
    console.log(`${models} models deployed${fresh < models ? ` (${models - fresh} unchanged)` : ''}`);
  } finally {
    await engine.close();
    await db.destroy();
  }
} catch (error) {
  console.error(`deploy: ${(error as Error).message}`);
  process.exitCode = 1;
}

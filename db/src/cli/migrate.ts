import { createDataSource } from '../data-source.js';
import { migrate } from '../migrations/migrate.js';
import { readConfig } from './config.js';

const config = readConfig();
try {
  const dataSource = await createDataSource({
    url: config.DATABASE_URL,
    poolSize: 2,
    applicationName: 'lampid-migrate',
    statementTimeoutMs: 0,
  });
  try {
    const ran = await migrate(dataSource);
    console.log(ran.length === 0 ? 'migrate: nothing to do' : `migrate: ${ran.join(', ')}`);
  } finally {
    await dataSource.destroy();
  }
} catch (error) {
  console.error(`migrate: ${(error as Error).message}`);
  process.exitCode = 1;
}

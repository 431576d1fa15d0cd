import { migrate } from '../migrations/migrate.js';
import { cliSchema, readConfig } from './config.js';
import { withDatabase } from './with-database.js';

const { DATABASE_URL: url } = readConfig(cliSchema);
await withDatabase({ name: 'migrate', url, poolSize: 2, statementTimeoutMs: 0 }, async (dataSource) => {
  const ran = await migrate(dataSource);
  console.log(ran.length === 0 ? 'migrate: nothing to do' : `migrate: ${ran.join(', ')}`);
});

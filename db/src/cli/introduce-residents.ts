/**
 * `introduce-residents`: makes the city's residents known to the simulated national database at `DUKCAPIL_URL`, as they would
 * be in the real one. Idempotent; needs both of them up.
 */
import { createDataSource } from '../data-source.js';
import { exportForDukcapil } from '../seed/export-for-dukcapil.js';
import { readConfig } from './config.js';

const config = readConfig();
try {
  if (!config.DUKCAPIL_URL) throw new Error('DUKCAPIL_URL is not set');
  const dataSource = await createDataSource({
    url: config.DATABASE_URL,
    poolSize: 1,
    applicationName: 'lampid-introduce-residents',
  });
  try {
    const added = await exportForDukcapil(dataSource.manager, { dukcapilUrl: config.DUKCAPIL_URL });
    console.log(`introduce-residents: ${added} people new there`);
  } finally {
    await dataSource.destroy();
  }
} catch (error) {
  console.error(`introduce-residents: ${(error as Error).message}`);
  process.exitCode = 1;
}

/**
 * `introduce-residents`: makes the city's residents known to the simulated national database at `DUKCAPIL_URL`, as they would
 * be in the real one. Idempotent; needs both of them up.
 */
import { z } from 'zod';
import { exportForDukcapil } from '../seed/export-for-dukcapil.js';
import { cliSchema, readConfig } from './config.js';
import { withDatabase } from './with-database.js';

const config = readConfig(cliSchema.extend({ DUKCAPIL_URL: z.url({ protocol: /^https?$/ }) }));
const program = { name: 'introduce-residents', url: config.DATABASE_URL, poolSize: 1 };
await withDatabase(program, async (dataSource) => {
  const added = await exportForDukcapil(dataSource.manager, { dukcapilUrl: config.DUKCAPIL_URL });
  console.log(`introduce-residents: ${added} people new there`);
});

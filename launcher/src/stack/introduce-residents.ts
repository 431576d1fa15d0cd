import { createDataSource } from '@lampid/db/data-source';
import { exportForDukcapil } from '@lampid/db/seed/export-for-dukcapil';

/** Makes the city's residents known to the simulated national database, as they would be in the real one. Both must be up. */
export async function introduceResidents(input: { databaseUrl: string; dukcapilUrl: string }): Promise<void> {
  const dataSource = await createDataSource({
    url: input.databaseUrl,
    poolSize: 1,
    applicationName: 'lampid-introduce-residents',
  });
  try {
    await exportForDukcapil(dataSource.manager, { dukcapilUrl: input.dukcapilUrl });
  } finally {
    await dataSource.destroy();
  }
}

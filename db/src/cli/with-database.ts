import { createDataSource, type DataSource } from '../data-source.js';

/** Runs a command line program's work on a data source of its own; a failure is one line and the exit code 1. */
export async function withDatabase(
  program: { name: string; url: string; poolSize: number; statementTimeoutMs?: number },
  work: (dataSource: DataSource) => Promise<void>,
): Promise<void> {
  const { name, ...connection } = program;
  try {
    const dataSource = await createDataSource({ ...connection, applicationName: `lampid-${name}` });
    try {
      await work(dataSource);
    } finally {
      await dataSource.destroy();
    }
  } catch (error) {
    console.error(`${name}: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

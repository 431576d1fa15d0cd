import { parseArgs } from 'node:util';

export interface MigrationBenchOptions {
  /** Running cases that are moved. */
  cases: number;
}

export const USAGE = `npm run bench:migration -- [options]
  --cases N      running cases (200)`;

const MOST = 1_000;

/** @throws Error with one line that says what is wrong */
export function readOptions(args: string[]): MigrationBenchOptions {
  const { values } = parseArgs({ args, options: { cases: { type: 'string' } } });
  const cases = Number(values.cases ?? 200);
  if (!Number.isInteger(cases) || cases < 10 || cases > MOST)
    throw new Error(`--cases must be a whole number from 10 to ${MOST}, not '${values.cases}'`);
  return { cases };
}

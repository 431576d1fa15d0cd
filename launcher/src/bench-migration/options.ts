import { parseArgs } from 'node:util';
import { wholeNumber } from '../bench/whole-number.js';

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
  return { cases: wholeNumber('cases', values.cases, { otherwise: 200, least: 10, most: MOST }) };
}

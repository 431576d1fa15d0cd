import { parseArgs } from 'node:util';

export interface WhatIfBenchOptions {
  /** Cases that the candidate is tried on; as many as one what-if takes at most. */
  cases: number;
}

export const USAGE = `npm run bench:what-if -- [options]
  --cases N      cases that ran (10000)`;

const MOST = 20_000;

/** @throws Error with one line that says what is wrong */
export function readOptions(args: string[]): WhatIfBenchOptions {
  const { values } = parseArgs({ args, options: { cases: { type: 'string' } } });
  const cases = Number(values.cases ?? 10_000);
  if (!Number.isInteger(cases) || cases < 50 || cases > MOST)
    throw new Error(`--cases must be a whole number from 50 to ${MOST}, not '${values.cases}'`);
  return { cases };
}

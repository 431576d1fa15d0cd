import { parseArgs } from 'node:util';
import { wholeNumber } from '../bench/whole-number.js';

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
  return { cases: wholeNumber('cases', values.cases, { otherwise: 10_000, least: 50, most: MOST }) };
}

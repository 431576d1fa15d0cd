import { parseArgs } from 'node:util';
import { wholeNumber } from '../bench/whole-number.js';

export interface QueuePageBenchOptions {
  /** Open tasks of one supervisor. */
  tasks: number;
  /** Turns of each filter, search and sign-in. */
  samples: number;
  /** Forgets the kecamatan of the last run and makes it anew. */
  reset: boolean;
}

export const USAGE = `npm run bench:queue-page -- [options]
  --tasks N      open tasks of one supervisor (100000)
  --samples N    turns of each question (10)
  --reset        make the kecamatan anew; otherwise that of the last run is opened again`;

/** @throws Error with one line that says what is wrong */
export function readOptions(args: string[]): QueuePageBenchOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { tasks: text, samples: text, reset: { type: 'boolean' } } });
  return {
    tasks: wholeNumber('tasks', values.tasks, { otherwise: 100_000, least: 2_000 }),
    samples: wholeNumber('samples', values.samples, { otherwise: 10, least: 3 }),
    reset: values.reset ?? false,
  };
}

import { parseArgs } from 'node:util';
import { wholeNumber } from '../bench/whole-number.js';

export interface HistoryBenchOptions {
  residents: number;
  /** Ended reports of this year, each with its case. */
  reports: number;
  /** Calls of each question. */
  samples: number;
  /** Forgets the history of the last run and makes it anew. */
  reset: boolean;
  /** Also prints PostgreSQL's costliest statements (pg_stat_statements: some percent slower). */
  profile: boolean;
}

export const USAGE = `npm run bench:history -- [options]
  --residents N  people in the register (150000)
  --reports N    reports of this year that ended, each with its case (100000)
  --samples N    calls of each question (20)
  --reset        make the history anew; otherwise that of the last run is asked again
  --profile      also the costliest SQL statements`;

/** @throws Error with one line that says what is wrong */
export function readOptions(args: string[]): HistoryBenchOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args,
    options: { residents: text, reports: text, samples: text, reset: flag, profile: flag },
  });
  return {
    residents: wholeNumber('residents', values.residents, { otherwise: 150_000, least: 5_000 }),
    reports: wholeNumber('reports', values.reports, { otherwise: 100_000, least: 1_000 }),
    samples: wholeNumber('samples', values.samples, { otherwise: 20, least: 3 }),
    reset: values.reset ?? false,
    profile: values.profile ?? false,
  };
}

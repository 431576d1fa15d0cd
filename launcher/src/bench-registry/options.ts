import { parseArgs } from 'node:util';
import { wholeNumber } from '../bench/whole-number.js';

export interface RegistryBenchOptions {
  residents: number;
  reports: number;
  /** Measured calls per question. */
  samples: number;
  /** Calls under way at a time. */
  atOnce: number;
  /** Forgets the city of the last run and makes it anew. */
  reset: boolean;
  /** Also prints PostgreSQL's costliest statements (pg_stat_statements: some percent slower). */
  profile: boolean;
}

export const USAGE = `npm run bench:registry -- [options]
  --residents N  people in the register (2500000)
  --reports N    reports of the last 36 months (1200000)
  --samples N    measured calls per question (300)
  --at-once N    calls under way at a time (2)
  --reset        make the city anew; otherwise that of the last run is asked again
  --profile      also the costliest SQL statements`;

/** @throws Error with one line that says what is wrong */
export function readOptions(args: string[]): RegistryBenchOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args,
    options: { residents: text, reports: text, samples: text, 'at-once': text, reset: flag, profile: flag },
  });
  return {
    residents: wholeNumber('residents', values.residents, { otherwise: 2_500_000, least: 1_000 }),
    reports: wholeNumber('reports', values.reports, { otherwise: 1_200_000, least: 1_000 }),
    samples: wholeNumber('samples', values.samples, { otherwise: 300, least: 10 }),
    atOnce: wholeNumber('at-once', values['at-once'], { otherwise: 2, least: 1 }),
    reset: values.reset ?? false,
    profile: values.profile ?? false,
  };
}

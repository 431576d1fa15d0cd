import { parseArgs } from 'node:util';

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
  const count = (name: 'residents' | 'reports' | 'samples' | 'at-once', otherwise: number, least: number) => {
    const given = values[name];
    if (given === undefined) return otherwise;
    const value = Number(given);
    if (given === '' || !Number.isInteger(value) || value < least) {
      throw new Error(`--${name} must be a whole number >= ${least}, not '${given}'`);
    }
    return value;
  };
  return {
    residents: count('residents', 2_500_000, 1_000),
    reports: count('reports', 1_200_000, 1_000),
    samples: count('samples', 300, 10),
    atOnce: count('at-once', 2, 1),
    reset: values.reset ?? false,
    profile: values.profile ?? false,
  };
}

import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Length of the measurement through the HTTP face. */
  minutes: number;
  /** Cases before it; the JVM needs some 3,000 until it is warm. */
  warmupCases: number;
  /** Open loop: reports an hour; null = closed loop at saturation. */
  rate: number | null;
  /** Length of the phase at `FLOOR_RATE` before the measurement; 0 = none. Left out with `rate`. */
  floorMinutes: number;
  /** Cases under way at a time in the closed loop. */
  inFlight: number;
  /** Length of the bare engine's measurement; 0 = none. */
  bareMinutes: number;
  /** Size of every uploaded scan. */
  attachmentBytes: number;
  /** Also prints PostgreSQL's costliest statements (pg_stat_statements: some percent slower). */
  profile: boolean;
  /** Only the engine, no HTTP face. */
  bareOnly: boolean;
}

/** What has to be reached: reports an hour with 95 % of the API's answers within so many ms. */
export const FLOOR = { reportsPerHour: 10_000, p95Ms: 500 };

export const USAGE = `npm run bench -- [options]
  --minutes N        measurement through the HTTP face (5)
  --warmup N         cases before it (3000)
  --rate N           open loop: N reports an hour; without it closed loop at saturation
  --floor-minutes N  phase at ${FLOOR.reportsPerHour} reports/h before the measurement (2)
  --in-flight N      cases under way at a time in the closed loop (160)
  --bare-minutes N   measurement of the bare engine (1.5)
  --attachment-kb N  size of each uploaded scan (40)
  --profile          also the costliest SQL statements
  --bare             only the bare engine
  --quick            a smoke run of about two minutes: nothing it prints is a result`;

const QUICK = { minutes: 0.25, warmup: 40, floorMinutes: 0.25, bareMinutes: 0.1, inFlight: 40 };

/** @throws Error with one line that says what is wrong */
export function readOptions(args: string[]): BenchOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ minutes: text, warmup: text, rate: text, 'floor-minutes': text, 'in-flight': text },
      ...{ 'bare-minutes': text, 'attachment-kb': text, profile: flag, bare: flag, quick: flag },
    },
  });
  const number = (name: keyof typeof values, otherwise: number, least: number) => {
    const given = values[name];
    if (given === undefined) return otherwise;
    const value = Number(given);
    if (given === '' || !Number.isFinite(value) || value < least) {
      throw new Error(`--${name} must be a number >= ${least}, not '${String(given)}'`);
    }
    return value;
  };
  const quick = values.quick ? QUICK : null;
  return {
    minutes: number('minutes', quick?.minutes ?? 5, 0.05),
    warmupCases: number('warmup', quick?.warmup ?? 3_000, 0),
    rate: values.rate === undefined ? null : number('rate', 0, 1),
    floorMinutes: number('floor-minutes', quick?.floorMinutes ?? 2, 0),
    inFlight: number('in-flight', quick?.inFlight ?? 160, 1),
    bareMinutes: number('bare-minutes', quick?.bareMinutes ?? 1.5, 0),
    attachmentBytes: number('attachment-kb', 40, 1) * 1024,
    profile: values.profile ?? false,
    bareOnly: values.bare ?? false,
  };
}

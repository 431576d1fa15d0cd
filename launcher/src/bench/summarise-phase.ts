import type pg from 'pg';
import type { GeneratorResults } from './generator/protocol.js';
import { summarise } from './latencies.js';
import type { Measured } from './measurement.js';
import type { ApiTimes, PhaseResult } from './result.js';
import type { MeasuredPhase } from './through-http.js';
import { stepTimes, waitingTimes } from './waiting-times.js';

export async function summarisePhase(
  client: pg.Client,
  { name, ended, measured, madeMeanwhile }: MeasuredPhase,
  results: GeneratorResults,
): Promise<PhaseResult> {
  const samples = results.phases[name] ?? { calls: {}, seenAfterMs: [] };
  const ids = results.cases.filter(({ phase }) => phase === name).map(({ id }) => id);
  const perSecond = ended / measured.seconds;
  return {
    ...{ name, cases: ended, casesPerSecond: perSecond, reportsPerHour: perSecond * 3600, madeMeanwhile },
    seconds: measured.seconds,
    api: apiTimes(samples.calls),
    seenInList: summarise(samples.seenAfterMs),
    waiting: await waitingTimes(client, ids),
    steps: await stepTimes(client, ids),
    cpuPerCase: perCase(measured.cpuMs, ended),
    postgresPerCase: {
      cpuMs: perCase(measured.postgres.cpuMs, ended),
      commits: perCase(measured.postgres.commits, ended),
      walBytes: measured.postgres.walBytes / Math.max(1, ended),
    },
    machine: measured.machine,
  };
}

export function perCase(values: Measured['cpuMs'], cases: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value / Math.max(1, cases)]),
  );
}

function apiTimes(calls: Record<string, number[]>): ApiTimes {
  return {
    all: summarise(Object.values(calls).flat()),
    calls: Object.fromEntries(
      Object.entries(calls)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([call, ms]) => [call, summarise(ms)]),
    ),
  };
}

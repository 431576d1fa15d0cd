import type { CaseShape } from './case-shape.js';
import type { LossReport } from './check-nothing-lost.js';
import type { LatencySummary } from './latencies.js';
import type { MachineFacts } from './machine.js';
import type { Measured } from './measurement.js';
import type { BenchOptions } from './options.js';
import type { Statement } from './statements.js';
import type { StepTime, WaitingTimes } from './waiting-times.js';

export interface ApiTimes {
  all: LatencySummary;
  calls: Record<string, LatencySummary>;
}

export interface PhaseResult {
  name: 'floor' | 'main';
  seconds: number;
  cases: number;
  casesPerSecond: number;
  reportsPerHour: number;
  api: ApiTimes;
  /** From the answer to a report until its task was seen in the supervisor's list, polls included. */
  seenInList: LatencySummary;
  waiting: WaitingTimes;
  steps: StepTime[];
  /** CPU ms for each case that ended. */
  cpuPerCase: Record<string, number>;
  postgresPerCase: { cpuMs: Record<string, number>; commits: Record<string, number>; walBytes: number };
  machine: Measured['machine'];
  madeMeanwhile: number;
}

export interface BareResult {
  cases: number;
  seconds: number;
  casesPerSecond: number;
  troubles: number;
  cpuPerCase: Record<string, number>;
  machine: Measured['machine'];
  /** Where the shapes of its cases come from. */
  shapes: 'run' | 'usual';
  example: CaseShape[];
}

/** What `.lampid-bench/last.json` holds. */
export interface BenchResult {
  machine: MachineFacts;
  options: BenchOptions;
  simulator: { p50Ms: number; p99Ms: number; acknowledgementMs: number };
  phases: PhaseResult[];
  bare: BareResult | null;
  /** Cases/s of the bare engine for one through the HTTP face. */
  ratio: number | null;
  loss: LossReport | null;
  unfinished: number;
  /** Calls that were not answered as they should, and cases that went another way. */
  faults: { what: string; count: number; example: string }[];
  /** Worker runs that did not complete. */
  failures: { what: string; count: number }[];
  floorReached: boolean | null;
  statements: Statement[] | null;
}

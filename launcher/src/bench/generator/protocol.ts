/** What the benchmark and its load generator, a process of its own, tell each other (Node's IPC channel). */

export interface OfficerAccount {
  username: string;
  role: string;
  areaCode: string;
  /** Bearer token. */
  token: string;
}

export type ReportData = Record<string, unknown> & { documents: { kind: string; attachmentId: string }[] };

/** One report that an operator will make. */
export interface PlannedReport {
  type: string;
  /** Username of the operator. */
  operator: string;
  /** As it is right; `attachmentId`s are filled in when the files are uploaded. */
  data: ReportData;
  /** As it is sent first, with a real error; comes back as `returned`. */
  wrong?: ReportData;
  /** Has a finding of severity L or A: a second decision. */
  special: boolean;
  /** A move to another city: has ended for us when `registered`. */
  leaves: boolean;
}

export type Drive =
  /** So many cases under way at any time. */
  | { kind: 'closed'; inFlight: number }
  /** So many reports an hour, whatever becomes of them. */
  | { kind: 'open'; perHour: number }
  /** No new reports; what is under way goes on. */
  | { kind: 'none' };

export interface GeneratorSettings {
  baseUrl: string;
  databaseUrl: string;
  officers: OfficerAccount[];
  attachmentBytes: number;
  /** Pause between two looks of a decider at their list. */
  pollMs: number;
  /** Decisions that one desk makes at a time (a kecamatan has several officers). */
  decisionsAtOnce: number;
}

export type ToGenerator =
  | { kind: 'settings'; settings: GeneratorSettings }
  | { kind: 'reports'; reports: PlannedReport[] }
  | { kind: 'phase'; name: string; drive: Drive }
  | { kind: 'results' }
  | { kind: 'stop' };

export interface Progress {
  /** Reports that wait to be made. */
  left: number;
  /** Cases under way. */
  inFlight: number;
  /** Cases that have come to their end since the beginning. */
  ended: number;
  submitted: number;
  /** Calls that were not answered as they should, and cases that went another way. */
  faults: number;
}

/** Everything that was answered 201. */
export interface SubmittedCase {
  id: string;
  type: string;
  phase: string;
  leaves: boolean;
  returned: boolean;
  special: boolean;
}

export interface PhaseSamples {
  /** Milliseconds per call, by name such as `POST /reports`. */
  calls: Record<string, number[]>;
  /** From the answer to a submission to the first sight of its task in the decider's list. */
  seenAfterMs: number[];
}

export interface GeneratorResults {
  phases: Record<string, PhaseSamples>;
  cases: SubmittedCase[];
  /** First of each kind, with how often it happened. */
  faults: { what: string; count: number; example: string }[];
  /** CPU time of the generator in ms since it began. */
  cpuMs: number;
}

export type FromGenerator =
  | { kind: 'ready' }
  | { kind: 'progress'; progress: Progress }
  | { kind: 'results'; results: GeneratorResults };

/** Which worker processes are alive: each says so itself every few seconds, and takes its word back when it stops in good order. */
import type { DataSource } from 'typeorm';
import { rows } from './rows.js';

/** What a worker did for one topic since it started. */
export interface TopicTally {
  topic: string;
  /** Steps under way now. */
  running: number;
  /** Steps answered, BPMN errors included. */
  finished: number;
  /** Attempts that failed technically. */
  failed: number;
}

export interface WorkerRow {
  workerId: string;
  version: string;
  topics: TopicTally[];
  startedAt: Date;
  seenAt: Date;
  /** Not heard of for `STALE_SECONDS`: killed, frozen, or without a line to the database. */
  stale: boolean;
}

/** Workers tell again three times within this time. */
export const STALE_SECONDS = 30;
/** As long a worker that fell silent is shown. */
const KEEP_HOURS = 24;
const MOST_SHOWN = 200;

/** `startedAt` is the worker's own clock; when it was seen is the database's. */
export async function reportWorker(
  dataSource: DataSource,
  worker: { workerId: string; version: string; topics: TopicTally[]; startedAt: Date },
): Promise<void> {
  await dataSource.query(
    `insert into kernel.worker (worker_id, version, topics, started_at) values ($1, $2, $3::jsonb, $4)
     on conflict (worker_id) do update set topics = excluded.topics, seen_at = now()`,
    [worker.workerId, worker.version, JSON.stringify(worker.topics), worker.startedAt],
  );
}

export async function removeWorker(dataSource: DataSource, workerId: string): Promise<void> {
  await dataSource.query('delete from kernel.worker where worker_id = $1', [workerId]);
}

/** Those that live first, the youngest of them on top; `MOST_SHOWN` at most. */
export async function listWorkers(dataSource: DataSource): Promise<WorkerRow[]> {
  return rows(
    dataSource.manager,
    `select worker_id as "workerId", version, topics, started_at as "startedAt", seen_at as "seenAt",
       seen_at < now() - $1 * interval '1 second' as stale
     from kernel.worker order by stale, started_at desc, worker_id limit $2`,
    [STALE_SECONDS, MOST_SHOWN],
  );
}

/** Those that fell silent long ago. */
export async function forgetWorkers(dataSource: DataSource): Promise<void> {
  await dataSource.query(`delete from kernel.worker where seen_at < now() - $1 * interval '1 hour'`, [
    KEEP_HOURS,
  ]);
}

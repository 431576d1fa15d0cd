/** What a stretch of time cost: CPU by process, PostgreSQL's work, and whether anybody else used the machine. */
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { difference, readProcess, treeCpu } from './process-cpu.js';

/** The clients of PostgreSQL that we know by name; the rest of its CPU is its own housekeeping. */
export interface PostgresWork {
  /** CPU ms of backends by client (`application_name`), and of `checkpointer`, `walwriter`, ... */
  cpuMs: Record<string, number>;
  /** Committed transactions by database. */
  commits: Record<string, number>;
  walBytes: number;
}

export interface Measured {
  seconds: number;
  /** CPU ms by process of the stack; `generator` and `bench` are the load. */
  cpuMs: Record<string, number>;
  postgres: PostgresWork;
  /** Share of all cores that was busy, and that neither the stack nor the load used, 0..1. */
  machine: { busy: number; others: number };
}

export interface MeasureOptions {
  /** pids of process trees by name. */
  processes: () => Record<string, number>;
  postgresPid: number;
  /** Connected to any database of the cluster. */
  client: pg.Client;
  cores: number;
}

interface Reading {
  at: number;
  cpu: Record<string, number>;
  backends: Record<string, number>;
  commits: Record<string, number>;
  walBytes: number;
  busyMs: number;
}

/** Starts the clock; the function that it answers stops it. */
export async function measure(options: MeasureOptions): Promise<() => Promise<Measured>> {
  const before = await read(options);
  return async () => {
    const after = await read(options);
    const seconds = (after.at - before.at) / 1000;
    const cpuMs = difference(before.cpu, after.cpu);
    const ours = Object.values(cpuMs).reduce((sum, ms) => sum + ms, 0);
    const wholeMs = seconds * 1000 * options.cores;
    const busyMs = after.busyMs - before.busyMs;
    return {
      seconds,
      cpuMs,
      postgres: {
        cpuMs: grouped(difference(before.backends, after.backends)),
        commits: difference(before.commits, after.commits),
        walBytes: after.walBytes - before.walBytes,
      },
      machine: { busy: busyMs / wholeMs, others: Math.max(0, busyMs - ours) / wholeMs },
    };
  };
}

async function read({ processes, postgresPid, client }: MeasureOptions): Promise<Reading> {
  const activity = await client.query<{ pid: number; client: string }>(
    'select pid, application_name as client from pg_stat_activity where application_name <> $1',
    [''],
  );
  const names = new Map(activity.rows.map(({ pid, client: name }) => [pid, name]));
  const { rows } = await client.query<{ name: string; commits: string }>(
    'select datname as name, xact_commit as commits from pg_stat_database where datname is not null',
  );
  const wal = await client.query<{ bytes: string }>(`select pg_current_wal_lsn() - '0/0' as bytes`);
  const { user, system } = process.cpuUsage();
  return {
    at: performance.now(),
    cpu: { ...treeCpu(processes()), bench: (user + system) / 1000 },
    backends: backends(postgresPid, names),
    commits: Object.fromEntries(rows.map(({ name, commits }) => [name, Number(commits)])),
    walBytes: Number(wal.rows[0]!.bytes),
    busyMs: machineBusyMs(),
  };
}

/** CPU of each child of the postmaster, keyed `pid name`. */
function backends(postmaster: number, names: ReadonlyMap<number, string>): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const times = readProcess(pid);
    if (times?.parent === postmaster) found[`${pid} ${names.get(pid) ?? titleOf(pid)}`] = times.ownMs;
  }
  return found;
}

/** `postgres: checkpointer ` -> `checkpointer`. Sessions without a name are told by their database. */
function titleOf(pid: number): string {
  try {
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replace(/\0/g, ' ').trim();
    return /^postgres: ([a-z]+(?: (?:writer|worker|launcher))?)/.exec(title)?.[1] ?? 'other';
  } catch {
    return 'other';
  }
}

function grouped(byBackend: Record<string, number>): Record<string, number> {
  const groups: Record<string, number> = {};
  for (const [key, ms] of Object.entries(byBackend)) {
    const name = key.slice(key.indexOf(' ') + 1);
    groups[name] = (groups[name] ?? 0) + ms;
  }
  return Object.fromEntries(
    Object.entries(groups)
      .filter(([, ms]) => ms > 0)
      .sort(([, a], [, b]) => b - a),
  );
}

/** Everything that was not idle, waiting or stolen, since the machine started. */
function machineBusyMs(): number {
  const line = readFileSync('/proc/stat', 'utf8').split('\n')[0]!;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) * 10;
}

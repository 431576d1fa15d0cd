/** CPU time of process trees, from /proc (Linux). */
import { readdirSync, readFileSync } from 'node:fs';

/** `getconf CLK_TCK`; 100 on every Linux that Node runs on. */
const MS_PER_TICK = 10;

export interface ProcessTimes {
  pid: number;
  parent: number;
  /** User and system time of the process itself, all threads. */
  ownMs: number;
  /** The same of its children that ended and were waited for. */
  reapedMs: number;
}

/** One line of /proc/<pid>/stat. */
export function parseStat(line: string): ProcessTimes {
  // The command (field 2) may hold spaces and brackets: count from the last one. `rest[0]` is field 3.
  const end = line.lastIndexOf(')');
  const rest = line.slice(end + 2).split(' ');
  const ticks = (field: number) => Number(rest[field - 3]);
  return {
    pid: Number.parseInt(line, 10),
    parent: ticks(4),
    ownMs: (ticks(14) + ticks(15)) * MS_PER_TICK,
    reapedMs: (ticks(16) + ticks(17)) * MS_PER_TICK,
  };
}

export function readProcesses(): ProcessTimes[] {
  const processes: ProcessTimes[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const found = readProcess(Number(name));
    if (found) processes.push(found);
  }
  return processes;
}

/** Null when there is no such process (any more). */
export function readProcess(pid: number): ProcessTimes | null {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null;
  }
}

/** CPU time of each root and of everything below it, children that ended included, in ms since they began. */
export function treeCpu<Name extends string>(
  roots: Record<Name, number>,
  processes: ProcessTimes[] = readProcesses(),
): Record<Name, number> {
  const byPid = new Map(processes.map((process) => [process.pid, process]));
  const children = new Map<number, number[]>();
  for (const { pid, parent } of processes) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(pid);
    else children.set(parent, [pid]);
  }
  const sum = (pid: number): number => {
    const process = byPid.get(pid);
    if (!process) return 0;
    const below = (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
    return process.ownMs + process.reapedMs + below;
  };
  return Object.fromEntries(Object.entries<number>(roots).map(([name, pid]) => [name, sum(pid)])) as Record<
    Name,
    number
  >;
}

export function difference<Name extends string>(
  before: Record<Name, number>,
  after: Record<Name, number>,
): Record<Name, number> {
  return Object.fromEntries(
    Object.entries<number>(after).map(([name, value]) => [name, value - (before[name as Name] ?? 0)]),
  ) as Record<Name, number>;
}

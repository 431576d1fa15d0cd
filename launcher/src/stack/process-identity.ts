import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process that we may have to stop later, perhaps after this launcher was killed. A pid alone is not enough: the
 * system gives it to somebody else one day, and a stranger must never be killed.
 */
export interface ProcessIdentity {
  pid: number;
  /** Start time as the system tells it (with the boot's id on Linux); equal means: the very same process. */
  startedAt: string;
}

/** Null when no such process lives (a zombie does not live). */
export function identify(pid: number): ProcessIdentity | null {
  const startedAt = process.platform === 'linux' ? linuxStartTime(pid) : psStartTime(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function isStillAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

function linuxStartTime(pid: number): string | null {
  try {
    // The command (field 2) may hold spaces and brackets: count from the last one. State is field 3, start time 22.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${bootId()}:${fields[19]}`;
  } catch {
    return null;
  }
}

let knownBootId: string | undefined;
function bootId(): string {
  knownBootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return knownBootId;
}

function psStartTime(pid: number): string | null {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    if (line === '' || line.startsWith('Z')) return null;
    return line.replace(/^\S+\s+/, '');
  } catch {
    return null;
  }
}

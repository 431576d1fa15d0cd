import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

export interface MachineFacts {
  cores: number;
  cpu: string;
  memoryGiB: number;
  node: string;
  java: string;
  system: string;
  /** Commit of the working tree, with `+` when files differ from it. */
  commit: string;
  startedAt: string;
}

export function machineFacts(root: string): MachineFacts {
  const processors = cpus();
  const java = process.env['JAVA_HOME'] ? `${process.env['JAVA_HOME']}/bin/java` : 'java';
  const version = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return {
    cores: processors.length,
    cpu: processors[0]?.model.trim() || 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    java: /version "([^"]+)"/.exec(`${version.stderr}${version.stdout}`)?.[1] ?? 'none',
    system: `${process.platform} ${process.arch}`,
    commit: commitOf(root),
    startedAt: new Date().toISOString(),
  };
}

function commitOf(root: string): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  const head = git('rev-parse', '--short=12', 'HEAD');
  if (head.status !== 0) return 'unknown';
  return head.stdout.trim() + (git('status', '--porcelain').stdout.trim() === '' ? '' : '+');
}

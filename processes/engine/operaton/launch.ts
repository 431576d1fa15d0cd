import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { delimiter, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { checkJava, type EngineJars } from './fetch-jars.js';
import { findAsset } from './find-asset.js';
import { EngineLaunchError } from './launch-error.js';

/**
 * `peak` compiles what is hot as well as it can: fewest CPU per case after some 3,000 cases, twice the CPU before.
 * `quick` compiles lightly: the right one for tests and for a machine that serves few cases a day.
 */
export type EngineCompiler = 'peak' | 'quick';

export interface LaunchOptions {
  jars: EngineJars;
  /** Loopback port for REST. Must be free. */
  port: number;
  /** The one service user. Nothing of it is kept: every start may name another. */
  user: string;
  password: string;
  /** `postgres://user:password@host:port/database`; the database must exist. */
  databaseUrl: string;
  /** Everything that the engine prints is appended here. */
  logFile: string;
  /** How long the start may take, default 90 s. */
  timeoutMs?: number;
  /** JVM heap limit in MiB, default 640. */
  heapMb?: number;
  /** Default `peak`. */
  compiler?: EngineCompiler;
  signal?: AbortSignal;
}

export interface RunningEngine {
  /** Base address of REST, e.g. `http://127.0.0.1:8085/engine-rest`. */
  url: string;
  pid: number;
  /** SIGTERM, then SIGKILL when it is still there after `deadlineMs` (default 8 s). Safe to call twice. */
  stop(deadlineMs?: number): Promise<void>;
  /** Resolves when the process has ended, whoever ended it. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/**
 * Starts Operaton as a child process on 127.0.0.1 and waits until its REST interface answers with the given password.
 * The database is created or upgraded by the engine itself.
 * @throws EngineLaunchError java-missing, java-too-old, port-taken, start-failed, start-timeout
 */
export async function launchEngine(options: LaunchOptions): Promise<RunningEngine> {
  const { command } = await checkJava();
  await refuseTakenPort(options.port);
  await mkdir(dirname(options.logFile), { recursive: true });

  const child = spawn(command, javaArguments(options), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...engineEnvironment(options) },
    // Its own process group: a Ctrl-C at the terminal reaches only the launcher, which stops things in order.
    detached: true,
  });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', () => resolve({ code: -1, signal: null }));
    child.once('close', (code, signal) => {
      log.end();
      resolve({ code, signal });
    });
  });

  const url = `http://127.0.0.1:${options.port}/engine-rest`;
  try {
    await waitUntilAnswers({ url, options, child });
  } catch (error) {
    await stopChild(child, exited, 2_000);
    throw error;
  }
  return { url, pid: child.pid!, exited, stop: (deadlineMs = 8_000) => stopChild(child, exited, deadlineMs) };
}

/**
 * The process that `launchEngine` starts, for a supervisor that starts, watches and restarts it itself. `env` comes on
 * top of the caller's environment.
 * @throws EngineLaunchError java-missing, java-too-old
 */
export async function engineCommand(
  options: LaunchOptions,
): Promise<{ command: string; args: string[]; env: Record<string, string> }> {
  const { command } = await checkJava();
  return { command, args: javaArguments(options), env: engineEnvironment(options) };
}

function javaArguments({ jars, heapMb = 640, compiler = 'peak' }: LaunchOptions): string[] {
  return [
    ...(jars.archive ? [`-XX:SharedArchiveFile=${jars.archive}`] : []),
    ...(compiler === 'quick' ? ['-XX:TieredStopAtLevel=1'] : []),
    `-Xmx${heapMb}m`,
    // One service on two shared cores: the simplest collector costs the least.
    '-XX:+UseSerialGC',
    '-XX:+ExitOnOutOfMemoryError',
    // The engine's columns are `timestamp without time zone`, in the zone of the JVM: the feed reads them as UTC.
    '-Duser.timezone=UTC',
    '-Dfile.encoding=UTF-8',
    `-Dspring.main.sources=${pathToFileURL(findAsset('beans.xml')).href}`,
    `-Dspring.config.location=${pathToFileURL(findAsset('application.yaml')).href}`,
    '-cp',
    jars.classPath.join(delimiter),
    'org.springframework.boot.SpringApplication',
  ];
}

/** Passwords travel by environment: a command line is readable by every user of the machine. */
function engineEnvironment(options: LaunchOptions): Record<string, string> {
  const database = new URL(options.databaseUrl);
  const query = database.searchParams.toString();
  return {
    ENGINE_JDBC_URL: `jdbc:postgresql://${database.hostname}:${database.port || 5432}${database.pathname}${query && `?${query}`}`,
    ENGINE_JDBC_USER: decodeURIComponent(database.username),
    ENGINE_JDBC_PASSWORD: decodeURIComponent(database.password),
    ENGINE_HOST: '127.0.0.1',
    ENGINE_PORT: String(options.port),
    ENGINE_BASIC_PATTERN: basicCredentials(options).replaceAll('+', '\\+'),
  };
}

function basicCredentials({ user, password }: { user: string; password: string }): string {
  return Buffer.from(`${user}:${password}`).toString('base64');
}

async function refuseTakenPort(port: number): Promise<void> {
  const taken = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
  if (!taken) return;
  throw new EngineLaunchError('port-taken', `Port ${port} is in use; the engine needs it`, {
    id: `Hentikan program yang memakai port ${port}, atau pilih port lain untuk mesin proses.`,
    en: `Stop the program that uses port ${port}, or choose another port for the engine.`,
  });
}

async function waitUntilAnswers({
  url,
  options,
  child,
}: {
  url: string;
  options: LaunchOptions;
  child: ChildProcess;
}): Promise<void> {
  const timeoutMs = options.timeoutMs ?? 90_000;
  const deadline = Date.now() + timeoutMs;
  const authorization = `Basic ${basicCredentials(options)}`;
  const remedy = {
    id: `Lihat catatan mesin proses: ${options.logFile}`,
    en: `See the engine's log: ${options.logFile}`,
  };
  for (;;) {
    options.signal?.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      const why = await lastError(options.logFile);
      throw new EngineLaunchError('start-failed', `The engine stopped while starting${why}`, remedy);
    }
    const answer = await fetch(`${url}/version`, {
      headers: { authorization },
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null);
    if (answer?.ok) return void (await answer.body?.cancel());
    await answer?.body?.cancel();
    if (Date.now() > deadline) {
      throw new EngineLaunchError(
        'start-timeout',
        `The engine did not answer within ${timeoutMs / 1000} s`,
        remedy,
      );
    }
    await sleep(100);
  }
}

async function lastError(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).split('\n').slice(-300);
  const cause = lines.filter((line) => /^Caused by:|^Error|\bERROR\b|FATAL/.test(line)).at(-1);
  return cause ? `: ${cause.slice(0, 300)}` : '';
}

async function stopChild(child: ChildProcess, exited: Promise<unknown>, deadlineMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
  await exited;
  clearTimeout(killer);
}

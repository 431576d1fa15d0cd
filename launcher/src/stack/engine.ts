import { fetchEngineJars, type EngineJars } from '@lampid/engine/operaton/fetch-jars';
import { engineCommand, type EngineCompiler } from '@lampid/engine/operaton/launch';
import { EngineLaunchError } from '@lampid/engine/operaton/launch-error';
import type { ChildSpec } from './child.js';
import { StackError } from './stack-error.js';
import { answersOk } from './wait-until.js';

export interface EmbeddedEngineOptions {
  port: number;
  user: string;
  password: string;
  databaseUrl: string;
  logFile: string;
  compiler: EngineCompiler;
}

/** Fetches Operaton's jars into `cacheDir`, once. */
export async function fetchEngine(cacheDir: string, signal: AbortSignal): Promise<EngineJars> {
  return await asStackError(() => fetchEngineJars({ cacheDir, signal }));
}

/** The embedded Operaton as a child of the stack: loopback, with a password. */
export async function embeddedEngine(jars: EngineJars, options: EmbeddedEngineOptions): Promise<ChildSpec> {
  const { command, args, env } = await asStackError(() => engineCommand({ jars, ...options }));
  const authorization = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString('base64')}`;
  return {
    name: 'engine',
    command,
    args,
    cwd: '/',
    env: { ...process.env, ...env },
    logFile: options.logFile,
    ready: () => answersOk(`http://127.0.0.1:${options.port}/engine-rest/version`, { authorization }),
    readyTimeoutMs: 120_000,
  };
}

async function asStackError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EngineLaunchError)) throw error;
    throw new StackError(`${error.message}. ${error.remedy.id} / ${error.remedy.en}`);
  }
}

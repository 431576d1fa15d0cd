import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removePostgresData } from './postgres.js';
import { isStillAlive } from './process-identity.js';
import { type Stack, type StackOptions, startStack } from './start-stack.js';
import { StateFolder } from './state.js';
import { waitUntil } from './wait-until.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

let dataDir: string;
const up: Stack[] = [];

beforeEach(() => {
  dataDir = mkdtempSync('/tmp/lampid-start-stack-');
});

afterEach(async () => {
  for (const stack of up.splice(0)) await stack.stop();
  removePostgresData(join(dataDir, 'pg'));
});

const options = (): StackOptions => ({
  root,
  dataDir,
  upTo: 'database',
  ports: { postgres: 'free' },
  env: {},
});

async function start(more: Partial<StackOptions> = {}): Promise<Stack> {
  const stack = await startStack({ ...options(), ...more });
  up.push(stack);
  return stack;
}

async function query(stack: Stack, sql: string): Promise<unknown[]> {
  const client = new pg.Client(stack.env['DATABASE_URL']);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('data survive a stop and a start, in a database that sorts as Indonesians do', async () => {
  const first = await start();
  await query(
    first,
    "create table warga (nama text); insert into warga values ('Zaenab'), ('ayu'), ('Budi')",
  );
  await first.stop();
  expect(existsSync(join(dataDir, 'stack.json'))).toBe(false);

  const second = await start();
  const rows = await query(second, 'select nama from warga order by nama');
  expect(rows).toEqual([{ nama: 'ayu' }, { nama: 'Budi' }, { nama: 'Zaenab' }]);
  expect(await query(second, "select current_setting('fsync') as fsync, current_user as me")).toEqual([
    { fsync: 'on', me: 'lampid' },
  ]);
});

test('after a kill -9 of the launcher the next start ends what was left and finds every committed row', async () => {
  const script = `
    const { startStack } = await import(${JSON.stringify(join(root, 'launcher/src/stack/start-stack.ts'))});
    await startStack(${JSON.stringify(options())});
    console.log('up');
    setInterval(() => {}, 1000);`;
  const launcher = spawn(
    process.execPath,
    ['--conditions=source', '--import=tsx', '--input-type=module', '-e', script],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise((resolve) => launcher.stdout.once('data', resolve));
  const state = new StateFolder(dataDir).read()!;
  const left = state.children.find(({ name }) => name === 'postgres')!;
  const client = new pg.Client(state.env['DATABASE_URL']);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table kept as select 42 as answer');
  launcher.kill('SIGKILL');
  await new Promise((resolve) => launcher.once('exit', resolve));
  expect(isStillAlive(left)).toBe(true);

  const stack = await start();
  expect(isStillAlive(left)).toBe(false);
  expect(await query(stack, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await client.end().catch(() => undefined);
});

test('PostgreSQL that is killed comes back, and the rest of the world can connect again', async () => {
  const stack = await start();
  const postgres = stack.process('postgres');
  const killed = postgres.identity!;
  postgres.crash();
  const back = () => postgres.state === 'up' && postgres.identity?.pid !== killed.pid;
  expect(await waitUntil(back, { timeoutMs: 15_000 })).toBe(true);
  expect(await query(stack, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('secrets and state are for the owner only, and the log holds no parameter of a statement', async () => {
  const stack = await start();
  for (const name of ['secrets.json', 'stack.json']) {
    expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
  }
  await query(stack, 'create table penduduk (nik text primary key)');
  const client = new pg.Client(stack.env['DATABASE_URL']);
  await client.connect();
  const insert = () => client.query('insert into penduduk values ($1)', ['3273020101909001']);
  await insert();
  await expect(insert()).rejects.toThrow(/duplicate key/);
  await client.end();
  await stack.stop();
  const log = readFileSync(join(dataDir, 'logs', 'postgres.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('3273020101909001');
});

test('a taken web port is refused in one line with the remedy, before anything is started', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(start({ upTo: 'all', env: { PORT: String(port) } })).rejects.toThrow(
    new RegExp(`port ${port} .* / port ${port} is taken .*PORT=`),
  );
  expect(existsSync(join(dataDir, 'pg'))).toBe(false);
  server.close();
});

test('an inner port that is taken is no trouble: the part moves', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const stack = await start({ ports: { postgres: port } });
  expect(stack.ports.postgres).not.toBe(port);
  server.close();
});

test('giving up during the start leaves nothing behind', async () => {
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(), 600);
  await expect(start({ signal: stopping.signal, upTo: 'engine' })).rejects.toThrow();
  expect(new StateFolder(dataDir).read()).toBeNull();
  expect(existsSync(join(dataDir, 'pg', 'postmaster.pid'))).toBe(false);
});

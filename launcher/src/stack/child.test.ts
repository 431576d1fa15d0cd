import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Child, type ChildSpec } from './child.js';
import { answers, freePort } from './ports.js';
import { identify, isStillAlive } from './process-identity.js';
import { waitUntil } from './wait-until.js';

let dir: string;
let children: Child[];
let notes: string[];
let gaveUp: string[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lampid-child-'));
  children = [];
  notes = [];
  gaveUp = [];
});

afterEach(async () => {
  await Promise.all(children.map((child) => child.kill()));
  rmSync(dir, { recursive: true });
});

/** A real process that listens at `port`; `script` runs beside it. */
async function child(script = '', overrides: Partial<ChildSpec> = {}): Promise<Child> {
  const port = await freePort();
  const made = new Child(
    {
      name: 'sample',
      command: process.execPath,
      args: ['-e', `require('node:net').createServer().listen(${port}, '127.0.0.1'); ${script}`],
      cwd: dir,
      env: process.env,
      logFile: join(dir, 'sample.log'),
      ready: () => answers(port),
      readyTimeoutMs: 5_000,
      ...overrides,
    },
    {
      changed: () => undefined,
      note: (line) => notes.push(line),
      gaveUp: (_, reason) => gaveUp.push(reason),
    },
  );
  children.push(made);
  return made;
}

const upAgain = (made: Child, after: number) =>
  waitUntil(() => made.state === 'up' && made.identity?.pid !== after, { timeoutMs: 5_000, everyMs: 20 });

test('a child that dies is started again, and said so', async () => {
  const made = await child();
  await made.start();
  const first = made.identity!;
  made.crash();
  expect(await upAgain(made, first.pid)).toBe(true);
  expect(isStillAlive(first)).toBe(false);
  expect(notes.join('\n')).toContain('starting again');
});

test('one that dies too often is given up, with the end of its log', async () => {
  const made = await child("setTimeout(() => { console.log('no key found'); process.exit(3) }, 150)", {
    restartLimit: 1,
  });
  await made.start();
  expect(await waitUntil(() => gaveUp.length > 0, { timeoutMs: 8_000 })).toBe(true);
  expect(gaveUp[0]).toContain('exit code 3');
  expect(gaveUp[0]).toContain('no key found');
  expect(made.identity).toBeNull();
});

test('one that cannot start says why, at once, and is not tried again', async () => {
  const made = await child("console.error('bad environment: CITY'); process.exit(1)");
  await expect(made.start()).rejects.toMatchObject({
    message: expect.stringContaining('exit code 1'),
    details: [expect.stringContaining('bad environment: CITY')],
  });
  expect(made.state).toBe('down');
});

test('one that stays silent is ended', async () => {
  const made = await child('', { ready: () => Promise.resolve(false), readyTimeoutMs: 300 });
  await expect(made.start()).rejects.toThrow('not ready within');
  expect(made.identity).toBeNull();
});

test('stopping waits for the work in hand, and forces who does not listen', async () => {
  const script =
    "process.on('SIGTERM', () => setTimeout(() => { console.log('drained'); process.exit(0) }, 200))";
  const polite = await child(script);
  await polite.start();
  await polite.stop(5_000);
  expect(readFileSync(polite.spec.logFile, 'utf8')).toContain('drained');

  const deaf = await child("process.on('SIGTERM', () => undefined)");
  await deaf.start();
  const identity = deaf.identity!;
  await deaf.stop(300);
  expect(isStillAlive(identity)).toBe(false);
  expect(notes.join('\n')).toContain('forced');
});

test('a child that was killed on purpose stays down until it is started, with other settings if wished', async () => {
  const made = await child("console.log('mode ' + process.env.MODE)");
  await made.start();
  await made.kill();
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(made.state).toBe('down');
  await made.start({ MODE: 'crash-here' });
  expect(made.state).toBe('up');
  await waitUntil(() => readFileSync(made.spec.logFile, 'utf8').includes('crash-here'), { timeoutMs: 2_000 });
  expect(readFileSync(made.spec.logFile, 'utf8')).toContain('mode crash-here');
});

test('an old pid that now belongs to somebody else is not taken for ours', () => {
  const me = identify(process.pid)!;
  expect(isStillAlive(me)).toBe(true);
  expect(isStillAlive({ ...me, startedAt: 'another boot:1' })).toBe(false);
});

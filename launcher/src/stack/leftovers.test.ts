import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearLeftovers } from './leftovers.js';
import { identify, isStillAlive, type ProcessIdentity } from './process-identity.js';
import { StateFolder } from './state.js';

let dir: string;
let folder: StateFolder;
const started: number[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lampid-leftovers-'));
  folder = new StateFolder(dir);
});

afterEach(() => {
  for (const pid of started.splice(0)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // gone, as it should be
    }
  }
  rmSync(dir, { recursive: true });
});

function sleeper(): ProcessIdentity {
  const { pid } = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    stdio: 'ignore',
    detached: true,
  });
  started.push(pid!);
  return identify(pid!)!;
}

function remember(options: { launcher: ProcessIdentity; children: (ProcessIdentity & { name: string })[] }) {
  folder.write({ ...options, stopping: false, addresses: { web: 'http://localhost:3000' }, env: {} });
}

const dead: ProcessIdentity = { pid: 2 ** 22 - 1, startedAt: 'long ago' };

test('ends what a killed launcher left, and spares a stranger that got an old pid', async () => {
  const ours = sleeper();
  const stranger = sleeper();
  remember({
    launcher: dead,
    children: [
      { name: 'server', ...ours },
      { name: 'workers', pid: stranger.pid, startedAt: 'another start time' },
    ],
  });
  expect(await clearLeftovers(folder)).toEqual(['server']);
  expect(isStillAlive(ours)).toBe(false);
  expect(isStillAlive(stranger)).toBe(true);
  expect(folder.read()).toBeNull();
});

test('leaves a launcher that lives, and all that is its own, alone', async () => {
  const launcher = sleeper();
  const child = sleeper();
  remember({ launcher, children: [{ name: 'server', ...child }] });
  await expect(clearLeftovers(folder)).rejects.toThrow(/already running at http:\/\/localhost:3000/);
  expect(isStillAlive(child)).toBe(true);
});

test('a state file that cannot be read is no state', async () => {
  folder.write({ nonsense: true } as never);
  expect(await clearLeftovers(folder)).toEqual([]);
});

test('secrets are made once and readable by the owner only', () => {
  const first = folder.secrets();
  expect(new StateFolder(dir).secrets()).toEqual(first);
  expect(new Set(Object.values(first)).size).toBe(6);
  expect(statSync(folder.file('secrets.json')).mode & 0o777).toBe(0o600);
});

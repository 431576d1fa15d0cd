import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `stack.json` says of the stack that this test may use. */
export interface TestStack {
  /** `http://localhost:41234`: give it to supertest. */
  baseUrl: string;
  /** Page and JSON of the mail catcher: `GET {mailUrl}/api/mails?to=...`. */
  mailUrl: string;
  simulatorUrl: string;
  databaseUrl: string;
  engine: { url: string; user: string; password: string; databaseUrl: string };
  /** The whole environment of the stack's processes: start a process of your own with it. */
  env: Record<string, string>;
}

export const repositoryRoot = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Where `npm run test:stack` and `npm test` leave word of their stack. */
export const sharedStackFile = join(repositoryRoot, '.lampid-test', 'stack', 'stack.json');

interface State {
  launcher: { pid: number };
  addresses: Record<string, string>;
  env: Record<string, string>;
}

/** The global set-up of the vitest project has made sure that a stack is there. */
function readState(): State {
  const file = process.env['LAMPID_STACK_FILE'] ?? sharedStackFile;
  if (!existsSync(file)) throw new Error(`no test stack: ${file} is missing; run this file through vitest`);
  return JSON.parse(readFileSync(file, 'utf8')) as State;
}

export function testStack(): TestStack {
  const { addresses, env } = readState();
  return {
    baseUrl: env['PUBLIC_URL']!,
    mailUrl: addresses['mail']!,
    simulatorUrl: addresses['simulator']!,
    databaseUrl: env['DATABASE_URL']!,
    engine: {
      url: env['ENGINE_URL']!,
      user: env['ENGINE_USER']!,
      password: env['ENGINE_PASSWORD']!,
      databaseUrl: env['ENGINE_DATABASE_URL']!,
    },
    env,
  };
}

export type ProcessName = 'postgres' | 'engine' | 'simulator' | 'mail' | 'server' | 'workers';

/**
 * Rough treatment of one process of the shared stack. Leave it running and thawed at the end of a test: the next test
 * needs it.
 */
export function stackProcess(name: ProcessName) {
  return {
    /** In good order (SIGTERM); stays down. Resolves when it is gone. */
    stop: () => control(name, 'stop'),
    /** SIGKILL; stays down. Resolves when it is gone. */
    kill: () => control(name, 'kill'),
    /** SIGKILL; the launcher starts it again by itself after half a second or more. */
    crash: () => control(name, 'crash'),
    /** Starts it when it is down, with `env` on top of its own. Resolves when it is ready. */
    start: (env: Record<string, string> = {}) => control(name, 'start', { env }),
    /** SIGSTOP: alive, silent. */
    freeze: () => control(name, 'freeze'),
    /** SIGCONT. */
    thaw: () => control(name, 'thaw'),
  };
}

async function control(name: ProcessName, verb: string, body?: object): Promise<void> {
  const address = readState().addresses['control'];
  if (!address) throw new Error('this stack has no control port');
  const { password, origin } = new URL(address);
  const response = await fetch(`${origin}/${name}/${verb}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${password}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${verb} ${name}: ${response.status} ${await response.text()}`);
}

import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot, testStack } from './stack.js';

const run = promisify(execFile);

export type DemoUser =
  | 'operator.dago'
  | 'operator2.dago'
  | 'supervisor.coblong'
  | 'supervisor2.coblong'
  | 'verif.bandung'
  | 'kadis.bandung'
  | 'admin.bandung'
  | 'analyst'
  | 'analyst2'
  | 'auditor'
  | 'rt01.dago'
  | 'rw01.dago'
  | 'rs.hasan-sadikin'
  | 'warga.dago'
  | 'supervisor.sukasari'
  | 'operator.cigadung'
  | 'operator.cipaganti';

/** A token must be good for at least this long, or a new one is made. */
const NEEDED_MS = 5 * 60_000;

/**
 * A bearer token of a demo account, from the same program that stands behind `npm run token -- USER`. Kept for the other
 * test files of this stack: making one costs a second.
 */
export async function getToken(user: DemoUser): Promise<string> {
  const { env, baseUrl } = testStack();
  const kept = join(env['DATA_DIR']!, 'tokens', `${new URL(baseUrl).port}-${user}`);
  const known = await readFile(kept, 'utf8').catch(() => '');
  if (known !== '' && expiresAt(known) - Date.now() > NEEDED_MS) return known;

  const program = join(repositoryRoot, 'server', 'dist', 'cli', 'token.js');
  const { stdout } = await run(process.execPath, [program, user], {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
  });
  const token = stdout.trim().split('\n').at(-1) ?? '';
  if (token.split('.').length !== 3) throw new Error(`no token for ${user}: ${stdout.slice(0, 200)}`);
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(`${kept}.${process.pid}`, token, { mode: 0o600 });
  await rename(`${kept}.${process.pid}`, kept);
  return token;
}

function expiresAt(token: string): number {
  const payload = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8')) as {
    exp?: number;
  };
  return (payload.exp ?? 0) * 1000;
}

import { spawn } from 'node:child_process';
import { refuse } from './refuse.mjs';

/** Runs a tool, prints one line with its name and time, and what it said only when it failed. */
export async function runQuietly({ name, command, args, cwd, env }) {
  const begin = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const keep = (chunk) => (said = (said + chunk).slice(-16_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const end = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? null : (signal ?? `exit code ${code}`)));
  });
  const elapsed = `${((performance.now() - begin) / 1000).toFixed(1)} s`.padStart(8);
  if (end === null) return void console.log(`  ✓ ${elapsed}  ${name}`);
  console.error(`  ✗ ${elapsed}  ${name}`);
  refuse({ id: `${name}: gagal (${end})`, en: 'failed' }, said.trimEnd().split('\n').slice(-40));
}

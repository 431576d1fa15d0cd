// Installs and builds what is needed, then runs a benchmark on a stack of its own.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { requireJava, requireMaven, requireNode } from './requirements.mjs';

/**
 * `program` is its folder among the compiled programs of `from`; the arguments of this process are its own. `without` names workspaces that it
 * does not need.
 */
export async function runBench(program, { from = 'launcher/dist', without = ['@lampid/test'] } = {}) {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  requireNode();
  requireJava();
  requireMaven(join(root, '.lampid', 'engine-lib'));
  if (!isInstalled(root)) await install(root);
  await build(root, { except: without });

  const bench = spawn(process.execPath, [join(root, from, program, 'main.js'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.on('SIGINT', () => undefined); // the terminal tells the benchmark as well
  process.on('SIGTERM', () => bench.kill('SIGTERM'));
  bench.once('exit', (code) => process.exit(code ?? 1));
}

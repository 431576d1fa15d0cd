// `npm run bench`: installs and builds what is needed, then runs the benchmark on a stack of its own.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, isInstalled } from './bootstrap/install.mjs';
import { requireJava, requireMaven, requireNode } from './bootstrap/requirements.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
requireNode();
requireJava();
requireMaven(join(root, '.lampid', 'engine-lib'));
if (!isInstalled(root)) await install(root);
await build(root, { except: ['@lampid/test'] });

const bench = spawn(
  process.execPath,
  [join(root, 'launcher', 'dist', 'bench', 'main.js'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
process.on('SIGINT', () => undefined); // the terminal tells the benchmark as well
process.on('SIGTERM', () => bench.kill('SIGTERM'));
bench.once('exit', (code) => process.exit(code ?? 1));

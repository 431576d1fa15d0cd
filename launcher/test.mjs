// `npm test`: plain JavaScript, because nothing is installed yet in a fresh clone.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, isInstalled } from './bootstrap/install.mjs';
import { requireJava, requireMaven, requireNode } from './bootstrap/requirements.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
requireNode();
requireJava();
requireMaven(join(root, '.lampid', 'engine-lib'));
if (!isInstalled(root)) await install(root);

// From its source, so that the runner runs and reports also when something does not compile.
const runner = spawn(
  process.execPath,
  [
    '--conditions=source',
    '--import=tsx',
    join(root, 'launcher', 'src', 'test', process.argv[2] ?? 'main.ts'),
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
process.on('SIGINT', () => undefined); // the terminal tells the runner as well
process.on('SIGTERM', () => runner.kill('SIGTERM'));
runner.once('exit', (code) => process.exit(code ?? 1));

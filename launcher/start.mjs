// `npm start`: from a fresh clone to a running e-LAMPID. Plain JavaScript, because nothing is installed yet.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { install, isInstalled } from './bootstrap/install.mjs';
import { requireJava, requireMaven, requireNode, requirePort } from './bootstrap/requirements.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dataDir = resolve(root, process.env.DATA_DIR || '.lampid');

requireNode();
if (!process.env.ENGINE_URL) {
  requireJava();
  requireMaven(join(dataDir, 'engine-lib'));
}
// With a state file the port may be held by what a killed launcher left behind: the launcher clears that up first.
if (!existsSync(join(dataDir, 'stack.json'))) await requirePort(Number(process.env.PORT || 3000));

console.log('e-LAMPID');
if (!isInstalled(root)) await install(root);
await build(root, { except: ['@lampid/test'] });

// In this very process: one less between the terminal's Ctrl-C and the children.
const { main } = await import('./dist/main.js');
await main({ root, dataDir, arguments: process.argv.slice(2) });

// Runs a program of ours with the environment of the running stack: `node launcher/with-stack.mjs server/dist/cli/token.js USER`.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse } from './bootstrap/refuse.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stateFile = join(resolve(root, process.env.DATA_DIR || '.lampid'), 'stack.json');
const [program, ...args] = process.argv.slice(2);

if (!program || !existsSync(join(root, program))) {
  refuse({ id: `program tidak ada: ${program}`, en: `no such program: ${program}; run npm run build` });
}
if (!existsSync(stateFile) && !process.env.DATABASE_URL) {
  refuse({
    id: 'e-LAMPID belum berjalan: jalankan npm start dahulu',
    en: 'e-LAMPID is not running: npm start first',
  });
}
const env = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, 'utf8')).env : {};
// What the person set by hand wins, e.g. DATABASE_URL for another installation.
const child = spawn(process.execPath, [join(root, program), ...args], {
  cwd: root,
  env: { ...env, ...process.env },
  stdio: 'inherit',
});
child.once('exit', (code) => process.exit(code ?? 1));

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './run-quietly.mjs';

/**
 * True when node_modules holds what package-lock.json names. npm keeps a list of what it installed in a hidden lockfile:
 * comparing both also notices a pull that changed the lockfile, and costs no start of npm.
 */
export function isInstalled(root) {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true; // the workspaces themselves
    const found = installed[path];
    if (!found) return entry.optional === true || entry.devOptional === true; // another platform's binary
    return found.version === entry.version && existsSync(join(root, path));
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Installs exactly what the lockfile says. Ends the program when npm fails. */
export async function install(root) {
  await runQuietly({
    name: 'Paket npm / npm packages',
    // Under `npm start` this is the very npm that started us, also where no `npm` is on the path.
    command: process.env.npm_execpath ? process.execPath : 'npm',
    args: [
      ...(process.env.npm_execpath ? [process.env.npm_execpath] : []),
      ...['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    ],
    cwd: root,
    env: {
      ...process.env,
      IBM_TELEMETRY_DISABLED: 'true',
      SCARF_ANALYTICS: 'false',
      NODE_ENV: 'development',
    },
  });
}

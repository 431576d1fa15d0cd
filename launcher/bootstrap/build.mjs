import { join } from 'node:path';
import { runQuietly } from './run-quietly.mjs';

/** Builds what changed since the last build; turbo knows by content. `except` names workspaces to leave out. */
export async function build(root, { except = [] } = {}) {
  await runQuietly({
    name: 'Kompilasi / build',
    command: process.execPath,
    args: [
      join(root, 'node_modules', 'turbo', 'bin', 'turbo'),
      ...['run', 'build', '--output-logs=errors-only', '--no-color'],
      ...except.map((workspace) => `--filter=!${workspace}`),
    ],
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  });
}

import { join } from 'node:path';
import { type CommandResult, runCommand } from './run-command.js';

export interface Check {
  name: string;
  /** Path of the program under the root, and its arguments. */
  program: string;
  args: string[];
}

/** What must hold before anything is started, in this order. */
export const CHECKS: Check[] = [
  {
    name: 'format (prettier)',
    program: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '--log-level=warn', '.'],
  },
  { name: 'lint (eslint)', program: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings=0'] },
  {
    name: 'types (tsc)',
    program: 'node_modules/typescript/bin/tsc',
    args: ['-b', 'tsconfig.json', '--pretty', 'false'],
  },
  {
    name: 'build (turbo)',
    program: 'node_modules/turbo/bin/turbo',
    args: ['run', 'build', '--output-logs=errors-only'],
  },
  { name: 'models (bpmnlint and our rules)', program: 'processes/dist/src/lint/cli.js', args: [] },
];

export async function runCheck(check: Check, root: string, signal: AbortSignal): Promise<CommandResult> {
  return await runCommand({
    command: process.execPath,
    args: [join(root, check.program), ...check.args],
    cwd: root,
    env: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1' },
    quiet: true,
    timeoutMs: 480_000,
    signal,
  });
}

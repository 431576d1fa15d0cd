import { spawn } from 'node:child_process';

export interface CommandResult {
  ok: boolean;
  /** What it printed, the last 30,000 characters; empty when it printed straight to the terminal. */
  output: string;
}

/** Runs a tool to its end. `quiet` keeps its output back, to be shown only when it failed. */
export async function runCommand(options: {
  command: string;
  args: string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
  quiet: boolean;
  timeoutMs: number;
  signal?: AbortSignal;
}): Promise<CommandResult> {
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    timeout: options.timeoutMs,
    killSignal: 'SIGKILL',
    ...(options.signal ? { signal: options.signal } : {}),
  });
  let output = '';
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-30_000));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return await new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: `${output}\n${error.message}` }));
    child.once('close', (code, signal) =>
      resolve({ ok: code === 0, output: signal ? `${output}\n(${signal})` : output }),
    );
  });
}

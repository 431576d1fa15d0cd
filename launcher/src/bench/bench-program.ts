/** What every bench is around its measurement: it reads its options, tells the time, keeps its result and ends in good order. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StackError } from '../stack/stack-error.js';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const began = performance.now();

export function say(text: string): void {
  console.log(`  ${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}`);
}

/** Answers where the result is kept: the last run's is replaced. */
export function keep(result: object, name: string): string {
  const folder = join(root, '.lampid-bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

/** Runs the bench and ends the process: `work` answers the exit code; a signal aborts `stopping`, which ends what goes on. */
export async function runBench<Options>(program: {
  /** @throws Error with one line that says what is wrong */
  readOptions: (args: string[]) => Options;
  usage: string;
  stopping: AbortController;
  work: (options: Options) => Promise<number>;
}): Promise<never> {
  const { readOptions, usage, stopping, work } = program;
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(1);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) return;
      console.log(`\n${signal}: menghentikan / stopping …`);
      stopping.abort(new StackError(signal));
    });
  }
  try {
    process.exit(await work(options));
  } catch (error) {
    fail(stopping.signal.aborted ? stopping.signal.reason : error);
  }
}

function fail(cause: unknown): never {
  console.error(`✗ ${cause instanceof Error ? cause.message : String(cause)}`);
  if (cause instanceof StackError) for (const detail of cause.details) console.error(detail);
  else if (cause instanceof Error) console.error(cause.stack);
  process.exit(1);
}

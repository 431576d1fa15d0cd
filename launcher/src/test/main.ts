import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StackError } from '../stack/stack-error.js';
import { consoleReporter } from '../stack/steps.js';
import { CHECKS, runCheck } from './checks.js';
import { checkCoverage } from './coverage-check.js';
import { add, NOTHING, oneCheck, type Tally } from './tally.js';
import { startTestStack } from './test-stack.js';
import { coverageDir, type Project, runVitest } from './vitest-run.js';

// `npm test`: every proof in one run. A stage that fails does not hide what the later ones would say.

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const workDir = join(root, '.lampid-test');
const resultsDir = join(workDir, 'results');
const processCoverage = join(resultsDir, 'coverage-processes');
const stackDir = join(workDir, 'stack');

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort(signal));

rmSync(resultsDir, { recursive: true, force: true });
mkdirSync(processCoverage, { recursive: true });

const begin = performance.now();
let total = NOTHING;

/** One line before and one after; a stage that throws counts as one failure. */
async function stage(name: string, work: () => Promise<Tally>): Promise<void> {
  if (interrupt.signal.aborted) return;
  const since = performance.now();
  console.log(`\n▶ ${name}`);
  let tally: Tally;
  try {
    tally = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof StackError) for (const line of error.details) console.error(line);
    tally = oneCheck(false);
  }
  total = add(total, tally);
  const mark = tally.failed === 0 ? '✓' : '✗';
  console.log(`${mark} ${name}: ${tally.passed} passed, ${tally.failed} failed  ${seconds(since)}`);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function vitestStage(project: Project, timeoutMs: number, env: NodeJS.ProcessEnv = {}): Promise<void> {
  return stage(project, () =>
    runVitest({ project, root, resultsDir, env, timeoutMs, signal: interrupt.signal }),
  );
}

for (const check of CHECKS) {
  await stage(check.name, async () => {
    const { ok, output } = await runCheck(check, root, interrupt.signal);
    if (!ok) console.log(output.trim());
    return oneCheck(ok);
  });
}
await vitestStage('unit', 180_000, { LAMPID_COVERAGE: 'all' });
await vitestStage('contract', 300_000);

let stack: Awaited<ReturnType<typeof startTestStack>> | undefined;
await stage('start of the test stack', async () => {
  const watched = { NODE_V8_COVERAGE: processCoverage };
  stack = await startTestStack({
    root,
    dataDir: stackDir,
    reporter: consoleReporter(),
    signal: interrupt.signal,
    childEnv: { migrate: watched, seed: watched, deploy: watched, server: watched, workers: watched },
    onGaveUp: (reason) => console.error(reason),
  });
  return oneCheck(true);
});
const onStack = { LAMPID_STACK_FILE: join(stackDir, 'stack.json') };
for (const project of ['api', 'chaos', 'browser'] as const) {
  // Without a stack they cannot run: each counts as a failure, none is silently left out.
  if (stack) await vitestStage(project, 480_000, onStack);
  else await stage(project, () => Promise.reject(new Error('the test stack did not start')));
}
if (stack) {
  const running = stack;
  await stage('stop of the test stack', async () => {
    await running.stop();
    return oneCheck(true);
  });
}
await stage('coverage of domain, db, workers, server', async () => {
  const vitestDirs = (['unit', 'contract', 'api', 'chaos', 'browser'] as const).map((project) =>
    coverageDir(resultsDir, project),
  );
  return oneCheck(await checkCoverage({ root, vitestDirs, processDir: processCoverage, print: console.log }));
});

// An interrupted run skipped its stages, but never leaves processes behind.
if (interrupt.signal.aborted) await stack?.stop();
console.log(`\n${seconds(begin)}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
if (interrupt.signal.aborted) total = add(total, oneCheck(false));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchParent } from '../parent.js';
import { PROGRAMS } from '../stack/apps.js';
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

const interrupt = new AbortController();
// `on`, not `once`: a signal to the whole group arrives twice, and the second must not end us in the middle of stopping.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt.abort(signal));
watchParent(() => interrupt.abort('npm'));

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

/**
 * Starts a stack, lets the stages run on it and stops it. Without a stack its stages fail by themselves, one by one: none
 * is silently left out.
 */
async function withStack(
  upTo: 'engine' | 'all',
  stages: (env: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
  const dataDir = join(workDir, upTo === 'all' ? 'stack' : 'engine');
  const watched = { NODE_V8_COVERAGE: processCoverage };
  let stop = async (): Promise<void> => undefined;
  await stage(upTo === 'all' ? 'start of the whole stack' : 'start of database and engine', async () => {
    const started = await startTestStack({
      ...{ root, dataDir, upTo },
      reporter: consoleReporter(),
      signal: interrupt.signal,
      childEnv: Object.fromEntries(
        [...Object.keys(PROGRAMS), 'server', 'workers'].map((name) => [name, watched]),
      ),
      onGaveUp: (reason) => console.error(reason),
    });
    stop = started.stop;
    return oneCheck(true);
  });
  try {
    await stages({ LAMPID_STACK_FILE: join(dataDir, 'stack.json') });
  } finally {
    await stop();
  }
}

for (const check of CHECKS) {
  await stage(check.name, async () => {
    const { ok, output } = await runCheck(check, root, interrupt.signal);
    if (!ok) console.log(output.trim());
    return oneCheck(ok);
  });
}
await vitestStage('unit', 180_000, { LAMPID_COVERAGE: 'all' });
// The contract suite stops and floods its engine: it gets one for itself.
await withStack('engine', async (env) => {
  await vitestStage('contract', 1_200_000, env);
});
await withStack('all', async (env) => {
  for (const project of ['api', 'chaos', 'browser'] as const) await vitestStage(project, 1_200_000, env);
});
await stage('coverage of domain, db, workers, server', async () => {
  const vitestDirs = (['unit', 'contract', 'api', 'chaos', 'browser'] as const).map((project) =>
    coverageDir(resultsDir, project),
  );
  return oneCheck(await checkCoverage({ root, vitestDirs, processDir: processCoverage, print: console.log }));
});

console.log(`\n${seconds(begin)}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
if (interrupt.signal.aborted) total = add(total, oneCheck(false));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

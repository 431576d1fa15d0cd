import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchParent } from '../parent.js';
import { PROGRAMS } from '../stack/apps.js';
import { StackError } from '../stack/stack-error.js';
import { consoleReporter } from '../stack/steps.js';
import { CHECKS, runCheck } from './checks.js';
import { checkCoverage } from './coverage-check.js';
import { from } from './shifted-date.js';
import { add, NOTHING, oneCheck, type Tally } from './tally.js';
import { startTestStack } from './test-stack.js';
import { coverageDir, type Project, runVitest } from './vitest-run.js';

// `npm test`: every proof in one run. A stage that fails does not hide what the later ones would say.

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const workDir = join(root, '.lampid-test');
const resultsDir = join(workDir, 'results');
const processCoverage = join(resultsDir, 'coverage-processes');

/** Of one stage, said again at the end. */
const MOST_REASONS = 40;

const interrupt = new AbortController();
// `on`, not `once`: a signal to the whole group arrives twice, and the second must not end us in the middle of stopping.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt.abort(signal));
watchParent(() => interrupt.abort('npm'));

rmSync(resultsDir, { recursive: true, force: true });
mkdirSync(processCoverage, { recursive: true });

const begin = performance.now();
let total = NOTHING;
/** Said once more at the end: whoever reads only the last page of a long log must find out why. */
const recap: { name: string; reasons: string[] }[] = [];

/** One line before and one after; a stage that throws counts as one failure. */
async function stage(name: string, work: () => Promise<Tally>): Promise<void> {
  if (interrupt.signal.aborted) return;
  const since = performance.now();
  console.log(`\n▶ ${name}`);
  let tally: Tally;
  try {
    tally = await work();
  } catch (error) {
    const lines = linesOf(error);
    for (const line of lines) console.error(line);
    tally = oneCheck(false, lines);
  }
  total = add(total, tally);
  if (tally.reasons.length > 0) recap.push({ name: `✗ ${name}`, reasons: tally.reasons });
  const mark = tally.failed === 0 ? '✓' : '✗';
  console.log(`${mark} ${name}: ${tally.passed} passed, ${tally.failed} failed  ${seconds(since)}`);
}

function linesOf(error: unknown): string[] {
  return [
    error instanceof Error ? error.message : String(error),
    ...(error instanceof StackError ? error.details : []),
  ];
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function vitestStage(project: Project, timeoutMs: number, env: NodeJS.ProcessEnv = {}): Promise<void> {
  return stage(project, () =>
    runVitest({ project, root, resultsDir, env, timeoutMs, signal: interrupt.signal }),
  );
}

/** Starts a stack, lets the projects run on it and stops it. Without a stack each of them fails, without running for nothing. */
async function withStack(upTo: 'engine' | 'all', projects: readonly Project[]): Promise<void> {
  const dataDir = join(workDir, upTo === 'all' ? 'stack' : 'engine');
  const watched = { NODE_V8_COVERAGE: processCoverage };
  let stop: (() => Promise<void>) | undefined;
  const start = async (): Promise<void> => {
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
  };
  const name = upTo === 'all' ? 'start of the whole stack' : 'start of database and engine';
  await stage(name, async () => {
    try {
      await start();
    } catch (error) {
      // A machine that was busy for a minute should not cost the proof of everything else; that it happened is told at the end.
      if (interrupt.signal.aborted) throw error;
      recap.push({ name: `! ${name}: only at the second try`, reasons: linesOf(error) });
      await start();
    }
    return oneCheck(true);
  });
  for (const project of projects) {
    if (stop) await vitestStage(project, 1_800_000, { LAMPID_STACK_FILE: join(dataDir, 'stack.json') });
    else await stage(project, async () => Promise.reject(new Error('not run: its stack did not start')));
  }
  await stop?.();
}

for (const check of CHECKS) {
  await stage(check.name, async () => {
    const { ok, output } = await runCheck(check, root, interrupt.signal);
    if (!ok) console.log(output.trim());
    return oneCheck(ok, output.trim().split('\n'));
  });
}
await vitestStage('unit', 300_000, { LAMPID_COVERAGE: 'all' });
await stage('unit, as a leap day begins in Jakarta', () =>
  runVitest({
    ...{ project: 'unit', again: 'unit-leap-day', root, resultsDir, timeoutMs: 300_000 },
    // In California, and by UTC, it is the day before.
    env: { ...from('2028-02-29T00:10:00+07:00'), TZ: 'America/Los_Angeles' },
    signal: interrupt.signal,
  }),
);
// The contract suite stops and floods its engine: it gets one for itself.
await withStack('engine', ['contract']);
await withStack('all', ['api', 'chaos', 'browser']);
await stage('coverage of domain, db, workers, server', async () => {
  const vitestDirs = (['unit', 'contract', 'api', 'chaos', 'browser'] as const).map((project) =>
    coverageDir(resultsDir, project),
  );
  const said: string[] = [];
  const print = (line: string) => {
    console.log(line);
    said.push(line);
  };
  return oneCheck(await checkCoverage({ root, vitestDirs, processDir: processCoverage, print }), said);
});

for (const { name, reasons } of recap) {
  console.log(`\n${name}`);
  for (const reason of reasons.slice(-MOST_REASONS)) console.log(`    ${reason}`);
}
console.log(`\n${seconds(begin)}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
if (interrupt.signal.aborted) total = add(total, oneCheck(false));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

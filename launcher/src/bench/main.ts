/** `npm run bench`: its own stack, the measurement through the HTTP face, the check that nothing was lost, the bare engine. */
import { createDataSource } from '@lampid/db/data-source';
import { createDukcapilClient } from '@lampid/db/integration/dukcapil/client';
import { connectEngine } from '@lampid/engine/connect-engine';
import { findEvents } from '@lampid/processes/find-events';
import { StackError } from '../stack/stack-error.js';
import { runBareEngine } from './bare-engine.js';
import { keep, root, runBench, say } from './bench-program.js';
import { type BenchStack, SIMULATOR, startBenchStack } from './bench-stack.js';
import { type CaseShape, repeat, usualShapes } from './case-shape.js';
import { checkNothingLost } from './check-nothing-lost.js';
import { LoadGenerator } from './load-generator.js';
import { machineFacts } from './machine.js';
import { makeReports, type ReportMaker } from './make-reports.js';
import { measure } from './measurement.js';
import { caseMix } from './mix.js';
import { signInOfficers } from './officers.js';
import { type BenchOptions, FLOOR, readOptions, USAGE } from './options.js';
import { printMachine, printResult } from './print-result.js';
import type { BareResult, BenchResult } from './result.js';
import { shapesOf } from './shapes-of-cases.js';
import { costliestStatements, forgetStatements } from './statements.js';
import { perCase, summarisePhase } from './summarise-phase.js';
import { runThroughHttp } from './through-http.js';
import { failures } from './waiting-times.js';

/** Looks of a decider at their list, and decisions of one desk at a time. */
const POLL_MS = 500;
const DECISIONS_AT_ONCE = 8;
const BARE = { inFlight: 64, workers: 32, warmupCases: 200, coldWarmupCases: 3_000 };

const stopping = new AbortController();

async function bench(options: BenchOptions): Promise<BenchResult> {
  const machine = machineFacts(root);
  console.log('e-LAMPID bench');
  printMachine({ machine, options, simulator: SIMULATOR });
  const running = await startBenchStack({
    ...{ root, bench: options, signal: stopping.signal },
    onGaveUp: (reason) => stopping.abort(new StackError(reason)),
  });
  const result: BenchResult = {
    ...{ machine, options, simulator: SIMULATOR, phases: [], bare: null, ratio: null, loss: null },
    ...{ unfinished: 0, faults: [], failures: [], floorReached: null, statements: null },
  };
  try {
    const shapes = options.bareOnly ? null : await throughHttp(running, options, result);
    if (options.bareMinutes > 0) result.bare = await bareEngine(running, options, shapes);
    const main = result.phases.find(({ name }) => name === 'main');
    if (main && result.bare) result.ratio = result.bare.casesPerSecond / main.casesPerSecond;
    return result;
  } finally {
    await running.stop();
  }
}

function measuring(
  { stack, client }: BenchStack,
  machine: { cores: number },
  more: Record<string, number> = {},
) {
  const processes = () => ({
    ...Object.fromEntries(stack.processes().map(({ name, pid }) => [name, pid])),
    ...more,
  });
  const postgresPid = stack.process('postgres').identity!.pid;
  return () => measure({ processes, postgresPid, client, cores: machine.cores });
}

/** Fills in the phases and what was lost; answers the shapes of the measured cases. */
async function throughHttp(
  running: BenchStack,
  options: BenchOptions,
  result: BenchResult,
): Promise<CaseShape[]> {
  const { stack, client } = running;
  const { env } = stack;
  const dataSource = await createDataSource({
    url: env['DATABASE_URL']!,
    poolSize: 4,
    applicationName: 'lampid-bench',
    statementTimeoutMs: 0,
  });
  let generator: LoadGenerator | undefined;
  try {
    const officers = await signInOfficers({ root, dataSource, env });
    const events = await findEvents();
    const maker: ReportMaker = {
      dataSource,
      dukcapil: createDukcapilClient({
        dukcapilUrl: env['DUKCAPIL_URL']!,
        institutionId: env['DUKCAPIL_INSTITUTION']!,
        userId: env['DUKCAPIL_USER']!,
        password: env['DUKCAPIL_PASSWORD']!,
        clientIp: '127.0.0.1',
      }),
      dukcapilUrl: env['DUKCAPIL_URL']!,
      events: new Map(events.map(({ definition }) => [definition.id, definition])),
      operators: officers.filter(({ role }) => role === 'operator'),
      mix: caseMix(),
      made: 0,
    };
    generator = await LoadGenerator.start({
      ...{ baseUrl: env['PUBLIC_URL']!, databaseUrl: env['DATABASE_URL']!, officers },
      ...{ attachmentBytes: options.attachmentBytes, pollMs: POLL_MS, decisionsAtOnce: DECISIONS_AT_ONCE },
    });
    const measureNow = measuring(running, result.machine, { generator: generator.pid });
    const run = await runThroughHttp({
      ...{ options, generator, say, signal: stopping.signal },
      make: (count) => makeReports(maker, count),
      async measure() {
        if (options.profile) await forgetStatements(client);
        const stop = await measureNow();
        return async () => {
          const measured = await stop();
          // Of the last phase: each begins anew.
          if (options.profile) result.statements = await costliestStatements(client);
          return measured;
        };
      },
    });
    say('looking for what was lost');
    for (const phase of run.phases) result.phases.push(await summarisePhase(client, phase, run.results));
    result.loss = await checkNothingLost(client, run.results.cases);
    result.failures = await failures(client);
    result.faults = run.results.faults;
    result.unfinished = run.unfinished;
    const floor = result.phases.find(({ name }) => name === 'floor');
    result.floorReached = floor ? floor.api.all.p95 < FLOOR.p95Ms : null;
    const measured = run.results.cases.filter(({ phase }) => phase === 'main');
    return await shapesOf(
      client,
      measured.slice(0, 2_000).map(({ id }) => id),
    );
  } finally {
    await generator?.stop();
    await dataSource.destroy();
  }
}

async function bareEngine(
  running: BenchStack,
  options: BenchOptions,
  shapes: CaseShape[] | null,
): Promise<BareResult> {
  const { stack } = running;
  const { env } = stack;
  const engine = connectEngine({
    url: env['ENGINE_URL']!,
    user: env['ENGINE_USER']!,
    password: env['ENGINE_PASSWORD']!,
    databaseUrl: env['ENGINE_DATABASE_URL']!,
  });
  try {
    if (shapes) {
      // Same engine, same deployed models, nobody else at work.
      say('bare engine: server, workers and simulator are stopped');
      for (const name of ['workers', 'server', 'simulator', 'mail']) await stack.process(name).stop(10_000);
    } else {
      await engine.prepare();
      for (const event of await findEvents()) await engine.deploy(await event.bundle());
    }
    const warmupCases = shapes ? BARE.warmupCases : Math.max(BARE.warmupCases, options.warmupCases);
    say(`bare engine: ${warmupCases} cases, then ${options.bareMinutes * 60} s`);
    const measureNow = measuring(running, machineFacts(root));
    let stop: Awaited<ReturnType<typeof measureNow>> | undefined;
    let measured: Awaited<ReturnType<NonNullable<typeof stop>>> | undefined;
    const used = shapes && shapes.length > 0 ? shapes : usualShapes();
    const bare = await runBareEngine({
      engine,
      shapes: repeat(used),
      ...{ inFlight: BARE.inFlight, workers: BARE.workers, warmupCases },
      durationMs: options.bareMinutes * 60_000,
      signal: stopping.signal,
      async onMeasure(edge) {
        if (edge === 'begin') stop = await measureNow();
        else measured = await stop!();
      },
    });
    return {
      ...bare,
      cpuPerCase: perCase(measured!.cpuMs, bare.cases),
      machine: measured!.machine,
      shapes: shapes ? 'run' : 'usual',
      example: used.slice(0, 3),
    };
  } finally {
    await engine.close();
  }
}

await runBench({
  ...{ readOptions, usage: USAGE, stopping },
  async work(options) {
    const result = await bench(options);
    printResult(result);
    console.log(`\n${keep(result, 'last.json')}`);
    const { loss } = result;
    return loss !== null && (loss.right < loss.submitted || loss.faults.length > 0) ? 1 : 0;
  },
});

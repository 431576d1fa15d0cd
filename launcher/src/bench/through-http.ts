/** The measurement through the HTTP face: warm-up, floor, saturation (or a given rate), drain. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { GeneratorResults, PlannedReport } from './generator/protocol.js';
import type { LoadGenerator } from './load-generator.js';
import type { Measured } from './measurement.js';
import { FLOOR, type BenchOptions } from './options.js';

export interface HttpRunOptions {
  options: BenchOptions;
  generator: LoadGenerator;
  /** Makes so many more reports. */
  make: (count: number) => Promise<PlannedReport[]>;
  measure: () => Promise<() => Promise<Measured>>;
  /** One line about what goes on. */
  say: (line: string) => void;
  signal: AbortSignal;
}

export interface MeasuredPhase {
  name: 'floor' | 'main';
  /** Cases that came to their end within it. */
  ended: number;
  measured: Measured;
  /** Reports had to be made while the clock ran: their cost is in it. */
  madeMeanwhile: number;
}

export interface HttpRun {
  phases: MeasuredPhase[];
  results: GeneratorResults;
  /** Cases that had not ended when patience did. */
  unfinished: number;
}

/** How long the last cases may take. */
const DRAIN_MS = 120_000;
const TICK_MS = 250;
/** A cold engine on a busy machine needs long for the first cases; longer than this nothing moves at all. */
const STUCK_MS = 180_000;
/** Reports in reserve below which more are made in the middle of a phase. */
const RESERVE = 400;

export async function runThroughHttp(input: HttpRunOptions): Promise<HttpRun> {
  const { options, generator, say } = input;
  const phases: MeasuredPhase[] = [];
  await provide(input, options.warmupCases + options.inFlight);
  const perSecond = await warmUp(input);

  const floorSeconds = options.rate === null ? options.floorMinutes * 60 : 0;
  const seconds = options.minutes * 60;
  const mainPerSecond = options.rate === null ? perSecond * 1.3 : options.rate / 3600;
  const floorPerSecond = FLOOR.reportsPerHour / 3600;
  await provide(
    input,
    Math.ceil(floorSeconds * floorPerSecond + seconds * mainPerSecond) + options.inFlight + RESERVE,
  );

  if (floorSeconds > 0) {
    // What the warm-up left under way is no part of the floor: it would be measured with a backlog.
    generator.phase('pause', { kind: 'none' });
    await drain(input);
    const drive = { kind: 'open', perHour: FLOOR.reportsPerHour } as const;
    say(`${FLOOR.reportsPerHour} reports/h for ${floorSeconds} s`);
    phases.push(await phase(input, { name: 'floor', drive, seconds: floorSeconds }));
  }
  const drive =
    options.rate === null
      ? ({ kind: 'closed', inFlight: options.inFlight } as const)
      : ({ kind: 'open', perHour: options.rate } as const);
  say(
    drive.kind === 'closed'
      ? `saturation: ${drive.inFlight} cases at a time for ${seconds} s`
      : `${drive.perHour} reports/h for ${seconds} s`,
  );
  if (drive.kind === 'closed') await fill(input, drive);
  phases.push(await phase(input, { name: 'main', drive, seconds }));

  say('waiting for the last cases');
  generator.phase('drain', { kind: 'none' });
  const unfinished = await drain(input);
  return { phases, results: await generator.results(), unfinished };
}

/** Makes what is missing for the coming phase, while no clock runs. */
async function provide({ generator, make, say }: HttpRunOptions, wanted: number): Promise<void> {
  const missing = wanted - generator.progress.left;
  if (missing <= 0) return;
  const begin = performance.now();
  generator.phase('pause', { kind: 'none' });
  // In parts: one transaction of thousands of families would hold its locks and its memory for long.
  for (let left = missing; left > 0; left -= 2_000) generator.add(await make(Math.min(left, 2_000)));
  say(`${missing} reports made in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
}

/** Answers cases/s of its second half. */
async function warmUp({ options, generator, say, signal }: HttpRunOptions): Promise<number> {
  if (options.warmupCases === 0) return 20;
  say(`warm-up: ${options.warmupCases} cases`);
  generator.phase('warm-up', { kind: 'closed', inFlight: options.inFlight });
  const start = generator.progress.ended;
  const done = () => generator.progress.ended - start;
  let half: { at: number; cases: number } | undefined;
  let told = performance.now();
  let moved = { at: performance.now(), cases: 0 };
  while (done() < options.warmupCases) {
    await sleep(TICK_MS, undefined, { signal });
    generator.check();
    const now = performance.now();
    if (done() > moved.cases) moved = { at: now, cases: done() };
    if (now - moved.at > STUCK_MS)
      throw new Error(`no case ended for ${STUCK_MS / 1000} s (${faultsOf(generator)})`);
    if (done() >= options.warmupCases / 2) half ??= { at: now, cases: done() };
    if (now - told > 15_000) {
      told = now;
      say(`  ${done()} cases, ${generator.progress.inFlight} under way, ${faultsOf(generator)}`);
    }
  }
  if (!half) return 20;
  return (done() - half.cases) / Math.max(1, (performance.now() - half.at) / 1000);
}

/** Until as many cases are under way as will be, and the first of them have ended. */
async function fill(
  { generator, signal }: HttpRunOptions,
  drive: { kind: 'closed'; inFlight: number },
): Promise<void> {
  generator.phase('fill', drive);
  const before = generator.progress.ended;
  const until = performance.now() + 20_000;
  while (generator.progress.ended - before < drive.inFlight && performance.now() < until) {
    await sleep(TICK_MS, undefined, { signal });
    generator.check();
  }
}

async function phase(
  input: HttpRunOptions,
  {
    name,
    drive,
    seconds,
  }: { name: 'floor' | 'main'; drive: Parameters<LoadGenerator['phase']>[1]; seconds: number },
): Promise<MeasuredPhase> {
  const { generator, make, say, signal } = input;
  const stop = await input.measure();
  const before = generator.progress.ended;
  generator.phase(name, drive);
  const until = performance.now() + seconds * 1000;
  let told = performance.now();
  let madeMeanwhile = 0;
  while (performance.now() < until) {
    await sleep(Math.min(TICK_MS, until - performance.now()), undefined, { signal });
    generator.check();
    if (generator.progress.left < RESERVE / 2) {
      generator.add(await make(RESERVE));
      madeMeanwhile += RESERVE;
    }
    if (performance.now() - told > 30_000) {
      told = performance.now();
      say(
        `  ${generator.progress.ended - before} cases ended, ${generator.progress.inFlight} under way, ${faultsOf(generator)}`,
      );
    }
  }
  const ended = generator.progress.ended - before;
  return { name, ended, measured: await stop(), madeMeanwhile };
}

/** Answers how many are left when nothing has ended for a while. */
async function drain({ generator, signal }: HttpRunOptions): Promise<number> {
  const until = performance.now() + DRAIN_MS;
  while (generator.progress.inFlight > 0 && performance.now() < until) {
    await sleep(TICK_MS, undefined, { signal });
    generator.check();
  }
  return generator.progress.inFlight;
}

function faultsOf(generator: LoadGenerator): string {
  const { faults } = generator.progress;
  return faults === 0 ? 'no faults' : `${faults} faults`;
}

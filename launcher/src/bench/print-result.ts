import type { LatencySummary } from './latencies.js';
import { FLOOR } from './options.js';
import type { BenchResult, PhaseResult } from './result.js';

/** Processes of the stack in the order of a report's way; the load is told apart. */
const STACK = ['server', 'workers', 'engine', 'postgres', 'simulator', 'mail'];
const LOAD = ['generator', 'bench'];

export function printMachine({
  machine,
  options,
  simulator,
}: Pick<BenchResult, 'machine' | 'options' | 'simulator'>): void {
  const { cores, cpu, memoryGiB, node, java, system, commit } = machine;
  line(
    `${cores} cores · ${cpu} · ${memoryGiB} GiB · ${system} · Node ${node} · Java ${java} · commit ${commit}`,
  );
  if (options.bareOnly) return;
  line(
    `mix birth/death/move/arrival 40/20/20/20, 10 % returned once, 5 % severity L or A, half of the moves leave the city`,
  );
  line(
    `simulator p50 ${simulator.p50Ms} ms, p99 ${simulator.p99Ms} ms, acknowledgement after ${simulator.acknowledgementMs} ms; ` +
      `uploads of ${options.attachmentBytes / 1024} kB`,
  );
  line(
    'reports are drawn in bulk from new demo families of the seed, not by GET /event-types (which makes one example a call ' +
      'and would be most of the load); everything else goes through the HTTP face',
  );
}

export function printResult(result: BenchResult): void {
  for (const phase of result.phases) printPhase(phase);
  if (result.bare) printBare(result);
  printLoss(result);
  if (result.statements) printStatements(result.statements);
}

function printPhase(phase: PhaseResult): void {
  line();
  const title =
    phase.name === 'floor' ? `Floor: ${FLOOR.reportsPerHour} reports/h` : 'Measurement through the HTTP face';
  line(`${title} (${phase.seconds.toFixed(0)} s)`);
  line(
    `  ${phase.casesPerSecond.toFixed(2)} cases/s end to end = ${Math.round(phase.reportsPerHour)} an hour (${phase.cases} cases)`,
  );
  if (phase.name === 'floor') {
    const { p95 } = phase.api.all;
    line(`  API p95 ${ms(p95)} against ${FLOOR.p95Ms} ms: ${p95 < FLOOR.p95Ms ? 'reached' : 'NOT REACHED'}`);
  }
  if (phase.madeMeanwhile > 0)
    line(`  ! ${phase.madeMeanwhile} reports were made while the clock ran: their cost is in these figures`);
  table(
    ['', 'count', 'p50', 'p95', 'p99', 'max'],
    [
      ...Object.entries(phase.api.calls).map(([name, times]) => row(name, times)),
      row('API, all calls', phase.api.all),
      row('submit -> task open', phase.waiting.submitToTask),
      row('submit -> seen in the list', phase.seenInList),
      row('approve -> registered', phase.waiting.approveToRegistered),
    ],
  );
  const cpu = STACK.filter((name) => phase.cpuPerCase[name] !== undefined);
  const sum = cpu.reduce((total, name) => total + phase.cpuPerCase[name]!, 0);
  line(
    `  CPU ms a case: ${cpu.map((name) => `${name} ${phase.cpuPerCase[name]!.toFixed(1)}`).join(' · ')} = ${sum.toFixed(1)}` +
      `; load ${LOAD.map((name) => `${name} ${(phase.cpuPerCase[name] ?? 0).toFixed(1)}`).join(' · ')}`,
  );
  const { cpuMs, commits, walBytes } = phase.postgresPerCase;
  line(
    `  PostgreSQL a case: ${Object.entries(cpuMs)
      .slice(0, 8)
      .map(([name, value]) => `${name} ${value.toFixed(1)}`)
      .join(' · ')}`,
  );
  line(
    `  commits a case: ${Object.entries(commits)
      .filter(([, value]) => value >= 0.1)
      .map(([name, value]) => `${name} ${value.toFixed(1)}`)
      .join(' · ')}; WAL ${(walBytes / 1024).toFixed(0)} kB`,
  );
  line(
    `  machine ${percent(phase.machine.busy)} busy` +
      (phase.machine.others > 0.05
        ? `; ! ${percent(phase.machine.others)} of it by others: the figures suffer`
        : ''),
  );
  table(
    ['step', 'a case', 'handler p50', 'p95', 'step p50'],
    phase.steps.map((step) => [
      step.element,
      step.perCase.toFixed(2),
      ms(step.handler.p50),
      ms(step.handler.p95),
      ms(step.stepP50),
    ]),
  );
}

function printBare({ bare, ratio }: BenchResult): void {
  if (!bare) return;
  line();
  line(`Bare engine: same models, empty handlers, decisions at once (${bare.seconds.toFixed(0)} s)`);
  line(
    `  ${bare.casesPerSecond.toFixed(2)} cases/s (${bare.cases} cases${bare.troubles > 0 ? `, ${bare.troubles} troubles` : ''})`,
  );
  line(
    `  CPU ms a case: ${Object.entries(bare.cpuPerCase)
      .map(([name, value]) => `${name === 'bench' ? 'driver' : name} ${value.toFixed(1)}`)
      .join(' · ')}`,
  );
  if (bare.machine.others > 0.05)
    line(`  ! ${percent(bare.machine.others)} of the machine was used by others`);
  if (ratio !== null) line(`  ratio bare engine : whole system = ${ratio.toFixed(2)}`);
}

function printLoss({ loss, unfinished, faults, failures }: BenchResult): void {
  if (!loss) return;
  line();
  const lost = loss.submitted - loss.right;
  line(
    lost === 0 && loss.faults.length === 0
      ? `Nothing lost: ${loss.right} of ${loss.submitted} reports at their end, each with one registration, one set of postings, its deed or letter`
      : `LOST OR WRONG: ${lost} of ${loss.submitted} reports`,
  );
  if (unfinished > 0) line(`  ! ${unfinished} cases had not ended after two minutes`);
  for (const { what, count, example } of loss.faults)
    line(`  ! ${count} x ${what}${example ? `: ${example}` : ''}`);
  for (const { what, count, example } of faults) line(`  ! ${count} x ${what}: ${example.slice(0, 300)}`);
  for (const { what, count } of failures) line(`  worker runs repeated: ${count} x ${what.slice(0, 160)}`);
}

function printStatements(statements: NonNullable<BenchResult['statements']>): void {
  line();
  line('Costliest statements');
  table(
    ['database', 'total s', 'calls', 'mean ms', 'statement'],
    statements
      .slice(0, 25)
      .map((statement) => [
        statement.database,
        (statement.totalMs / 1000).toFixed(1),
        String(statement.calls),
        statement.meanMs.toFixed(2),
        statement.query.slice(0, 110),
      ]),
  );
}

function row(name: string, times: LatencySummary): string[] {
  return [name, String(times.count), ms(times.p50), ms(times.p95), ms(times.p99), ms(times.max)];
}

/** The first column is text, the others are numbers; a last column of free text is not padded. */
function table(head: string[], rows: string[][]): void {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => (cells[column] ?? '').length)),
  );
  for (const cells of [head, ...rows]) {
    const [first = '', ...rest] = cells.map((cell, column) =>
      column === 0
        ? cell.padEnd(widths[column]!)
        : head[column] === 'statement'
          ? cell
          : cell.padStart(widths[column]!),
    );
    line(`    ${[first, ...rest].join('  ')}`);
  }
}

function ms(value: number): string {
  if (!Number.isFinite(value)) return '-';
  return value < 10_000
    ? `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`
    : `${(value / 1000).toFixed(1)} s`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function line(text = ''): void {
  console.log(text);
}

/** `npm run bench:registry`: how fast the server answers about 2.5 million residents and 1.2 million reports. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDataSource } from '@lampid/db/data-source';
import type { LatencySummary } from '../bench/latencies.js';
import { machineFacts } from '../bench/machine.js';
import { signInOfficers } from '../bench/officers.js';
import { costliestStatements, forgetStatements } from '../bench/statements.js';
import { StackError } from '../stack/stack-error.js';
import { measure } from './measure.js';
import { readOptions, type RegistryBenchOptions, USAGE } from './options.js';
import { questionKinds } from './questions.js';
import { type RegistryStack, startRegistryStack } from './registry-stack.js';

interface Measured extends LatencySummary {
  name: string;
  limitMs: number | null;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const began = performance.now();
const stopping = new AbortController();

function say(text: string): void {
  console.log(`  ${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}`);
}

async function bench(options: RegistryBenchOptions): Promise<Measured[]> {
  const machine = machineFacts(root);
  console.log('e-LAMPID bench:registry');
  console.log(
    `  ${machine.cores} cores · ${machine.cpu} · ${machine.memoryGiB} GiB · Node ${machine.node} · commit ${machine.commit}`,
  );
  const running = await startRegistryStack({ root, bench: options, signal: stopping.signal, say });
  try {
    const measured = await askAll(running, options);
    save({ machine, options, measured });
    return measured;
  } finally {
    await running.stop();
  }
}

async function askAll({ stack, client }: RegistryStack, options: RegistryBenchOptions): Promise<Measured[]> {
  const { env } = stack;
  const { signal } = stopping;
  const dataSource = await createDataSource({
    ...{ url: env['DATABASE_URL']!, poolSize: options.atOnce, applicationName: 'lampid-bench' },
  });
  try {
    const officers = await signInOfficers({ root, dataSource, env });
    const baseUrl = env['PUBLIC_URL']!;
    const kinds = await questionKinds({ client, dataSource, officers, baseUrl, signal });
    await printCity(client);
    if (options.profile) await forgetStatements(client);
    console.log(`\n  ${'milliseconds'.padEnd(28)}${columns(['p50', 'p95', 'max', 'to beat', ''])}`);
    const measured: Measured[] = [];
    for (const kind of kinds) {
      const summary = await measure(kind, { ...options, signal });
      measured.push({ name: kind.name, limitMs: kind.limitMs, ...summary });
      printMeasured(measured.at(-1)!);
    }
    if (options.profile) await printStatements(client);
    return measured;
  } finally {
    await dataSource.destroy();
  }
}

async function printStatements(client: RegistryStack['client']): Promise<void> {
  for (const { query, calls, meanMs } of await costliestStatements(client, 12))
    console.log(`  ${meanMs.toFixed(1).padStart(8)} ms × ${calls}  ${query.slice(0, 160)}`);
}

async function printCity(client: RegistryStack['client']): Promise<void> {
  const { rows } = await client.query<Record<string, string>>(
    `select (select count(*) from registry.resident)::text as residents, (select count(*) from reporting.report)::text as reports,
       (select count(*) from registry.posting)::text as "ledger lines",
       (select count(*) from approval.task where state = 'open')::text as "open tasks",
       pg_size_pretty(pg_database_size(current_database())) as database`,
  );
  const facts = Object.entries(rows[0]!).map(([name, value]) => `${name} ${value}`);
  console.log(`  ${facts.join(' · ')}`);
}

const columns = (values: string[]) => values.map((value) => value.padStart(10)).join('');

function printMeasured({ name, p50, p95, max, limitMs }: Measured): void {
  const verdict = limitMs === null ? '' : p95 < limitMs ? 'ok' : 'MISSED';
  const numbers = [p50, p95, max].map((value) => value.toFixed(1));
  console.log(
    `  ${name.padEnd(28)}${columns([...numbers, limitMs === null ? '-' : String(limitMs), verdict])}`,
  );
}

function save(result: object): void {
  const folder = join(root, '.lampid-bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'registry-last.json'), `${JSON.stringify(result, null, 2)}\n`);
}

function fail(error: unknown): never {
  const cause = stopping.signal.aborted ? (stopping.signal.reason as unknown) : error;
  console.error(`✗ ${cause instanceof Error ? cause.message : String(cause)}`);
  if (cause instanceof StackError) for (const detail of cause.details) console.error(detail);
  process.exit(1);
}

let options: RegistryBenchOptions;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping.signal.aborted) stopping.abort(new StackError(signal));
  });
}
try {
  const measured = await bench(options);
  process.exit(measured.some(({ limitMs, p95 }) => limitMs !== null && p95 >= limitMs) ? 1 : 0);
} catch (error) {
  fail(error);
}

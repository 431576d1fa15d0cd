/** `npm run bench:registry`: how fast the server answers about 2.5 million residents and 1.2 million reports. */
import { createDataSource } from '@lampid/db/data-source';
import { keep, root, runBench, say } from '../bench/bench-program.js';
import type { LatencySummary } from '../bench/latencies.js';
import { machineFacts } from '../bench/machine.js';
import { signInOfficers } from '../bench/officers.js';
import { costliestStatements, forgetStatements } from '../bench/statements.js';
import { measure } from './measure.js';
import { readOptions, type RegistryBenchOptions, USAGE } from './options.js';
import { questionKinds } from './questions.js';
import { type RegistryStack, startRegistryStack } from './registry-stack.js';

interface Measured extends LatencySummary {
  name: string;
  limitMs: number | null;
}

const MOST_UNDER_WAY = 100_000;

const stopping = new AbortController();

async function bench(options: RegistryBenchOptions): Promise<Measured[]> {
  const machine = machineFacts(root);
  console.log('e-LAMPID bench:registry');
  console.log(
    `  ${machine.cores} cores · ${machine.cpu} · ${machine.memoryGiB} GiB · Node ${machine.node} · commit ${machine.commit}`,
  );
  const running = await startRegistryStack({
    root,
    bench: {
      ...options,
      folder: 'registry',
      underWay: Math.min(MOST_UNDER_WAY, Math.floor(options.reports / 12)),
    },
    ...{ signal: stopping.signal, say },
  });
  try {
    const measured = await askAll(running, options);
    keep({ machine, options, measured }, 'registry-last.json');
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

await runBench({
  ...{ readOptions, usage: USAGE, stopping },
  async work(options) {
    const measured = await bench(options);
    return measured.some(({ limitMs, p95 }) => limitMs !== null && p95 >= limitMs) ? 1 : 0;
  },
});

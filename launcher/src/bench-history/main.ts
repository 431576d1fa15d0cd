/** `npm run bench:history`: how fast the pages over many cases answer. */
import { keep, root, runBench, say } from '../bench/bench-program.js';
import type { OfficerAccount } from '../bench/generator/protocol.js';
import { summarise, type LatencySummary } from '../bench/latencies.js';
import { machineFacts } from '../bench/machine.js';
import { costliestStatements, forgetStatements } from '../bench/statements.js';
import { startHistoryStack, type HistoryStack } from './history-stack.js';
import { readOptions, USAGE, type HistoryBenchOptions } from './options.js';
import { findSubject, questionsAbout, type HistoryQuestion } from './questions.js';

interface Measured extends LatencySummary {
  name: string;
  limitMs: number;
  kilobytes: number;
}

const TIMEOUT_MS = 120_000;
const stopping = new AbortController();

async function bench(options: HistoryBenchOptions): Promise<Measured[]> {
  const machine = machineFacts(root);
  console.log('e-LAMPID bench:history');
  console.log(`  ${machine.cores} cores · ${machine.cpu} · Node ${machine.node} · commit ${machine.commit}`);
  const running = await startHistoryStack({ root, bench: options, signal: stopping.signal, say });
  try {
    const measured = await askAll(running, options);
    keep({ machine, options, measured }, 'history-last.json');
    return measured;
  } finally {
    await running.stop();
  }
}

async function askAll(running: HistoryStack, { samples, profile }: HistoryBenchOptions): Promise<Measured[]> {
  const { stack, client, officers } = running;
  await printHistory(client);
  if (profile) await forgetStatements(client);
  console.log(`\n  ${'milliseconds'.padEnd(58)}${columns(['p50', 'p95', 'max', 'limit', 'kB', ''])}`);
  const measured: Measured[] = [];
  for (const question of questionsAbout(await findSubject(client))) {
    const { token } = officers.find(({ username }) => username === question.username)!;
    const times: number[] = [];
    // The first question plans its statements and reads from the disk.
    let bytes = await ask(stack.env['PUBLIC_URL']!, token, question);
    for (let turn = 0; turn < samples; turn++) {
      const began = performance.now();
      bytes = await ask(stack.env['PUBLIC_URL']!, token, question);
      times.push(performance.now() - began);
    }
    measured.push({
      ...{ name: question.name, limitMs: question.limitMs, kilobytes: Math.round(bytes / 1024) },
      ...summarise(times),
    });
    print(measured.at(-1)!);
  }
  if (profile)
    for (const { query, calls, meanMs } of await costliestStatements(client, 20))
      console.log(`  ${meanMs.toFixed(1).padStart(8)} ms × ${calls}  ${query.slice(0, 160)}`);
  return measured;
}

/** Read to its end; answers its size. @throws Error for an answer that is not 200 */
async function ask(
  baseUrl: string,
  token: OfficerAccount['token'],
  question: HistoryQuestion,
): Promise<number> {
  const { path, body } = question;
  const response = await fetch(`${baseUrl}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  const content = await response.arrayBuffer();
  if (response.status !== 200)
    throw new Error(`${question.name}: ${response.status} ${Buffer.from(content).toString('utf8', 0, 500)}`);
  return content.byteLength;
}

async function printHistory(client: HistoryStack['client']): Promise<void> {
  const counted = [
    'registry.resident',
    'reporting.report',
    'approval.case_step',
    'approval.task',
    'kernel.audit',
    'kernel.attempt',
  ];
  const { rows } = await client.query<{ facts: string }>(
    `select string_agg(name || ' ' || (xpath('/row/c/text()', query_to_xml('select count(*) as c from ' || name, false, true, '')))[1]::text, ' · ')
       || ' · database ' || pg_size_pretty(pg_database_size(current_database())) as facts
     from unnest($1::text[]) as name`,
    [counted],
  );
  console.log(`  ${rows[0]!.facts}`);
}

const columns = (values: string[]) => values.map((value) => value.padStart(9)).join('');

function print({ name, p50, p95, max, limitMs, kilobytes }: Measured): void {
  const numbers = [p50, p95, max].map((value) => value.toFixed(0));
  console.log(
    `  ${name.padEnd(58)}${columns([...numbers, String(limitMs), String(kilobytes), p95 < limitMs ? 'ok' : 'MISSED'])}`,
  );
}

await runBench({
  ...{ readOptions, usage: USAGE, stopping },
  async work(options) {
    const measured = await bench(options);
    return measured.some(({ limitMs, p95 }) => p95 >= limitMs) ? 1 : 0;
  },
});

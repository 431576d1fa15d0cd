/** `npm run bench:what-if`: the deployed tables and changed ones over cases that ran, through the HTTP face. */
import { join } from 'node:path';
import { createDataSource } from '@lampid/db/data-source';
import pg from 'pg';
import { asker, until, type Ask } from '../bench/ask.js';
import { keep, root, runBench, say } from '../bench/bench-program.js';
import { machineFacts } from '../bench/machine.js';
import { signInOfficers } from '../bench/officers.js';
import { startTestStack } from '../test/test-stack.js';
import { consoleReporter } from '../stack/steps.js';
import { AGES, multiplyCase } from './multiply-case.js';
import { readOptions, USAGE, type WhatIfBenchOptions } from './options.js';
import { registeredBirth } from './registered-birth.js';

/** For ten thousand cases. */
const LIMIT_SECONDS = 60;
/** The candidate calls a birth late after so many days. */
const LATE_AFTER = 40;

const stopping = new AbortController();

interface Tried {
  name: string;
  seconds: number;
  same: number;
  otherWay: number;
  expected: { same: number; otherWay: number };
}

async function bench({ cases }: WhatIfBenchOptions): Promise<Tried[]> {
  const machine = machineFacts(root);
  console.log('e-LAMPID bench:what-if');
  console.log(`  ${machine.cores} cores · ${machine.cpu} · Node ${machine.node} · commit ${machine.commit}`);
  const { stack, stop } = await startTestStack({
    ...{ root, dataDir: join(root, '.lampid-bench', 'what-if') },
    ...{ reporter: consoleReporter(), signal: stopping.signal, restartLimit: 0 },
  });
  try {
    const { env } = stack;
    const dataSource = await createDataSource({
      ...{ url: env['DATABASE_URL']!, poolSize: 2, applicationName: 'lampid-bench' },
    });
    const officers = await signInOfficers({
      root,
      dataSource,
      env,
      roles: ['operator', 'supervisor', 'analyst'],
    });
    await dataSource.destroy();
    const as = (username: string): Ask => {
      const { token } = officers.find((officer) => officer.username === username)!;
      return asker(env['PUBLIC_URL']!, token, stopping.signal);
    };
    const reportId = await registeredBirth(as('operator.dago'), as('supervisor.coblong'));
    say('one birth is registered');
    const url = new URL(env['DATABASE_URL']!);
    url.username = 'postgres';
    const client = new pg.Client({ connectionString: url.href, application_name: 'lampid-bench' });
    await client.connect();
    await multiplyCase(client, reportId, cases);
    await client.end();
    say(`${cases} cases are made of it`);
    const tried = await tryBoth(as('analyst'), cases);
    keep({ machine, cases, tried }, 'what-if-last.json');
    return tried;
  } finally {
    await stop();
  }
}

async function tryBoth(analyst: Ask, cases: number): Promise<Tried[]> {
  const { items } = await analyst<{ items: { key: string; latest: { definitionId: string } }[] }>(
    ...(['GET', '/api/v1/processes'] as const),
  );
  const base = items.find(({ key }) => key === 'birth')!.latest.definitionId;
  const { resources } = await analyst<{ resources: { name: string; content: string }[] }>(
    ...(['GET', `/api/v1/processes/definitions/${encodeURIComponent(base)}`] as const),
  );
  const rules = resources.find(({ name }) => name === 'rules.dmn')!.content;
  const stricter = rules.replace(/(<rule id="birth_L01">[\s\S]*?)&gt; 60/, `$1&gt; ${LATE_AFTER}`);
  const late = Array.from({ length: cases }, (_, n) => 1 + ((n + 1) % AGES)).filter(
    (age) => age > LATE_AFTER,
  ).length;
  return [
    await tryOne(analyst, { name: 'as deployed', base, files: [], expected: { same: cases, otherWay: 0 } }),
    await tryOne(analyst, {
      ...{ name: `late after ${LATE_AFTER} days`, base, files: [{ name: 'rules.dmn', content: stricter }] },
      expected: { same: cases - late, otherWay: late },
    }),
  ];
}

async function tryOne(
  analyst: Ask,
  asked: {
    name: string;
    base: string;
    files: { name: string; content: string }[];
    expected: Tried['expected'];
  },
): Promise<Tried> {
  const { name, base, files, expected } = asked;
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const began = performance.now();
  const { id } = await analyst<{ id: string }>('POST', '/api/v1/what-if', {
    ...{ base, resources: files, from: day(-2), until: day(2) },
  });
  const summary = await until(async () => {
    const found = await analyst<{ state: string; summary: { same: number; otherWay: number } }>(
      ...(['GET', `/api/v1/what-if/${id}`] as const),
    );
    return found.state === 'running' ? undefined : found.summary;
  });
  const seconds = (performance.now() - began) / 1000;
  const { same, otherWay } = summary;
  console.log(
    `  ${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s   same ${same}   another way ${otherWay}`,
  );
  return { name, seconds, same, otherWay, expected };
}

await runBench({
  ...{ readOptions, usage: USAGE, stopping },
  async work(options) {
    const tried = await bench(options);
    const limit = (LIMIT_SECONDS * options.cases) / 10_000;
    const wrong = tried.filter(
      ({ seconds, same, otherWay, expected }) =>
        seconds >= limit || same !== expected.same || otherWay !== expected.otherWay,
    );
    for (const { name } of wrong) console.error(`  MISSED: ${name}`);
    return wrong.length > 0 ? 1 : 0;
  },
});

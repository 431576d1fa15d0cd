/** `npm run bench:migration`: births that wait for their supervisor, moved to a version in which that step has another id. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource } from '@lampid/db/data-source';
import { asker, until, type Ask } from '../bench/ask.js';
import { keep, root, runBench, say } from '../bench/bench-program.js';
import { machineFacts } from '../bench/machine.js';
import { signInOfficers } from '../bench/officers.js';
import { waitingBirth } from '../bench/waiting-birth.js';
import { consoleReporter } from '../stack/steps.js';
import { startTestStack } from '../test/test-stack.js';
import { readOptions, USAGE, type MigrationBenchOptions } from './options.js';

const AT_ONCE = 4;
const ROOT = '/api/v1/migrations';

const stopping = new AbortController();

interface Moved {
  moved: number;
  seconds: number;
}

async function bench({ cases }: MigrationBenchOptions): Promise<Moved> {
  const machine = machineFacts(root);
  console.log('e-LAMPID bench:migration');
  console.log(`  ${machine.cores} cores · ${machine.cpu} · Node ${machine.node} · commit ${machine.commit}`);
  const { stack, stop } = await startTestStack({
    ...{ root, dataDir: join(root, '.lampid-bench', 'migration') },
    ...{ reporter: consoleReporter(), signal: stopping.signal, restartLimit: 0 },
  });
  try {
    const { env } = stack;
    const dataSource = await createDataSource({
      ...{ url: env['DATABASE_URL']!, poolSize: 2, applicationName: 'lampid-bench' },
    });
    const roles = ['operator', 'supervisor', 'analyst'];
    const officers = await signInOfficers({ root, dataSource, env, roles });
    await dataSource.destroy();
    const as = (username: string): Ask => {
      const { token } = officers.find((officer) => officer.username === username)!;
      return asker(env['PUBLIC_URL']!, token, stopping.signal);
    };
    const analysts: Analysts = { proposes: as('analyst'), approves: as('analyst2') };
    const source = await deployBirth(analysts, drawn);
    for (let made = 0; made < cases; made += AT_ONCE)
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, cases - made) }, () =>
          waitingBirth(as('operator.dago'), as('supervisor.coblong')),
        ),
      );
    say(`${cases} births wait for their supervisor`);
    const target = await deployBirth(analysts, renamed(drawn));
    const moved = await move(analysts, { source, target });
    console.log(
      `  ${moved.moved} cases moved in ${moved.seconds.toFixed(1)} s: ${(moved.moved / moved.seconds).toFixed(1)} a second`,
    );
    keep({ machine, cases, ...moved }, 'migration-last.json');
    return moved;
  } finally {
    await stop();
  }
}

interface Analysts {
  proposes: Ask;
  approves: Ask;
}

const drawn = readFileSync(join(root, 'processes', 'birth', 'birth.bpmn'), 'utf8');

function renamed(xml: string): string {
  return xml
    .replaceAll('"review"', '"judge"')
    .replaceAll('>review<', '>judge<')
    .replaceAll('review_outcome', 'judge_outcome');
}

/** Answers the id of its version. Every deployment must be new content, also in a folder that is used again. */
async function deployBirth({ proposes, approves }: Analysts, xml: string): Promise<string> {
  const { items } = await proposes<{ items: { key: string; latest: { definitionId: string } }[] }>(
    ...(['GET', '/api/v1/processes'] as const),
  );
  const content = xml.replace('<bpmn:collaboration', `<!-- ${Date.now()} --><bpmn:collaboration`);
  const { draft } = await proposes<{ draft: { id: string } }>('POST', '/api/v1/processes', {
    base: items.find(({ key }) => key === 'birth')!.latest.definitionId,
    ...{ resources: [{ name: 'birth.bpmn', content }], why: 'bench:migration' },
  });
  const { definitions } = await approves<{ definitions: { processKey: string; definitionId: string }[] }>(
    ...(['POST', `/api/v1/model-drafts/${draft.id}/decide`, { outcome: 'approve' }] as const),
  );
  return definitions.find(({ processKey }) => processKey === 'birth')!.definitionId;
}

/** From the approval until the last case is written down. */
async function move(
  { proposes, approves }: Analysts,
  versions: { source: string; target: string },
): Promise<Moved> {
  const { mapping } = await proposes<{ mapping: object }>('POST', `${ROOT}/plan`, versions);
  const { id } = await proposes<{ id: string }>('POST', ROOT, {
    ...{ ...versions, mapping, reason: 'bench:migration' },
  });
  const began = performance.now();
  await approves('POST', `${ROOT}/${id}/approve`);
  const { moved } = await until(async () => {
    const batch = await proposes<{ state: string; counts: { moved: number } }>('GET', `${ROOT}/${id}`);
    return batch.state === 'done' ? batch.counts : undefined;
  });
  return { moved, seconds: (performance.now() - began) / 1000 };
}

await runBench({
  ...{ readOptions, usage: USAGE, stopping },
  async work(options) {
    const { moved } = await bench(options);
    if (moved === options.cases) return 0;
    console.error(`  MISSED: ${options.cases - moved} cases were not moved`);
    return 1;
  },
});

/** A server that is killed in the middle of an import costs a repetition and nothing else. */
import { cellsOf, IMPORT_HEAD, importFamily } from '@lampid/domain/testing/import-lines';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { as } from '../src/support/api.js';
import { eventually } from '../src/support/eventually.js';
import { stackProcess } from '../src/support/stack.js';
import { appQuery } from './support/register.js';

vi.setConfig({ testTimeout: 180_000 });

const FAMILIES = 4_000;
const PATIENCE = { timeoutMs: 90_000 };

interface Progress {
  state: string;
  rowsRead: number;
  rowsWritten: number;
  errors: number;
}

async function census(): Promise<Record<string, number>> {
  const [found] = await appQuery<Record<string, number>>(
    `select (select count(*) from registry.resident)::int as people, (select count(*) from registry.family_card)::int as cards,
       (select count(*) from registry.membership)::int as memberships, (select count(*) from registry.posting)::int as postings`,
  );
  return found!;
}

it('an import is read and written once, whatever is killed on the way', async () => {
  // What the server ran so far is only counted (coverage) when it ends in good order.
  await stackProcess('server').stop();
  await stackProcess('server').start();
  const before = await census();
  // Families that no earlier run on the same stack has imported, of a kecamatan of their own: other tests count on in Coblong's.
  const first = (Math.floor(Date.now() / 60_000) % 440) * FAMILIES;
  const lines = Array.from({ length: FAMILIES }, (_, index) =>
    importFamily(first + index, '32.73.01.1002'),
  ).flat();
  const rows = [IMPORT_HEAD, ...lines.map(cellsOf)].map((row) => row.map((value) => ({ value })));
  const content = await writeXlsxFile([{ data: rows as never }]).toBuffer();
  const agent = await as('admin.bandung');
  const { body } = await agent
    .post('/api/v1/imports')
    .attach('file', content, { filename: 'x.xlsx' })
    .expect(201);
  const look = async () => (await agent.get(`/api/v1/imports/${body.id}`).expect(200)).body as Progress;
  const until = (what: string, holds: (progress: Progress) => boolean) =>
    eventually(
      what,
      async () => {
        const progress = await look();
        return holds(progress) && progress;
      },
      { ...PATIENCE, everyMs: 20 },
    );

  await until('some lines are read', ({ rowsRead }) => rowsRead > 1_000);
  await stackProcess('server').crash();
  await sleep(1_000);
  const ready = await until('all lines are read', ({ state }) => state !== 'reading' && state !== 'checking');
  expect(ready).toMatchObject({ state: 'ready', rowsRead: 3 * FAMILIES, errors: 0 });
  expect(await census()).toEqual(before);

  await agent.post(`/api/v1/imports/${body.id}/commit`).expect(202);
  await until('some lines are written', ({ rowsWritten }) => rowsWritten > 0);
  await stackProcess('server').crash();
  expect(await census()).toEqual(before);
  await sleep(1_000);
  const done = await until('the import has ended', ({ state }) => state !== 'writing');
  expect(done).toMatchObject({ state: 'done', rowsWritten: 3 * FAMILIES });
  expect(await census()).toEqual({
    people: before['people']! + 3 * FAMILIES,
    cards: before['cards']! + FAMILIES,
    memberships: before['memberships']! + 3 * FAMILIES,
    postings: before['postings']! + 4 * FAMILIES,
  });
});

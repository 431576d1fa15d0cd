/** A returned report is judged by the tables of its own case, at the desk and at the check, also after an analyst has changed them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, readReport, submitExample, untilStatus } from '../src/support/case-pilot.js';
import { deployBundle, latestVersion } from '../src/support/deploy-model.js';
import { repositoryRoot } from '../src/support/stack.js';

vi.setConfig({ testTimeout: 180_000 });

const drawn = readFileSync(join(repositoryRoot, 'processes', 'birth', 'rules.dmn'), 'utf8');
const BEFORE = 'Birth letter or F-2.03 needed';
const AFTER = 'Birth letter or F-2.03 needed, as of late';
/** Every deployment of a run is new content. */
const deploy = async (content: string, note: string) => {
  const { definitionId: base } = await latestVersion('birth');
  await deployBundle({
    base,
    resources: [{ name: 'rules.dmn', content: `${content}\n<!-- ${note} ${Date.now()} -->\n` }],
  });
};

it('by its own version, a new one by the latest', async () => {
  await deploy(drawn, 'as drawn');
  const { id } = await submitExample('birth');
  await decide({
    ...{ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'return' },
    note: 'Periksa lampiran.',
  });
  await untilStatus(id, 'returned');
  const { data, definitionId } = (await readReport(id)) as unknown as {
    data: { documents: { kind: string }[] };
    definitionId: string;
  };
  // Nothing that the rule accepts is attached.
  const without = {
    ...data,
    documents: data.documents.filter(({ kind }) => !['surat-kelahiran', 'f-2-03'].includes(kind)),
  };
  const operator = await as('operator.dago');
  const check = async (reportId?: string) => {
    const body = { type: 'birth', data: without, ...(reportId && { reportId }) };
    const { findings } = (await operator.post('/api/v1/reports/check').send(body).expect(200)).body;
    return findings.find(({ code }: { code: string }) => code === 'L18').message.en;
  };
  const rules = async (query = '') =>
    JSON.stringify((await operator.get(`/api/v1/event-types/birth/rules${query}`).expect(200)).body.tables);
  const own = `?definitionId=${encodeURIComponent(definitionId)}`;

  await deploy(drawn.replace(`"${BEFORE}"`, `"${AFTER}"`), 'changed');
  try {
    await expect.poll(() => check(), { timeout: 15_000 }).toBe(AFTER);
    expect(await check(id)).toBe(BEFORE);
    expect(await rules()).toContain(AFTER);
    expect(await rules(own)).toContain(BEFORE);
    expect(await rules(own)).not.toContain(AFTER);
  } finally {
    await deploy(drawn, 'as drawn again');
  }
  // A version is one of its own process.
  await operator.get(`/api/v1/event-types/death/rules${own}`).expect(404);
  await operator.get('/api/v1/event-types/birth/rules?definitionId=nothing').expect(404);
});

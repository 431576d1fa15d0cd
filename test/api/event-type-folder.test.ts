/**
 * A new event type is one folder: `test/fixtures/event-types/repatriation` is named by PROCESSES_DIR of the built test stack, and
 * nothing else knows of it. It has its own rule, its own decision step, its own effect and its own document.
 */
import { execFileSync } from 'node:child_process';
import { compileSources } from '@lampid/domain/rules/evaluate';
import type { TableSource } from '@lampid/domain/rules/decision-table';
import { knownFactsOf, type FormFacts } from '@lampid/domain/rules/form-facts';
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, exampleOf, pathOf, submit, untilStatus } from '../src/support/case-pilot.js';
import { repositoryRoot, testStack } from '../src/support/stack.js';

let db: DataSource;
beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 2, applicationName: 'lampid-test' });
});
afterAll(() => db.destroy());

describe('an event type in a second folder', () => {
  it('is known to no room of the product', () => {
    const rooms = [...['domain', 'processes', 'db', 'server', 'workers', 'web'], ':!*.test.ts'];
    const knows = () =>
      execFileSync('git', ['grep', '-il', 'repatriation', '--', ...rooms], { cwd: repositoryRoot });
    expect(knows).toThrow(); // git grep exits 1 when nothing matches
  });

  it('is in the menu of those who may report it', async () => {
    const { body } = await (await as('operator.dago')).get('/api/v1/event-types').expect(200);
    const type = (body.items as { id: string; names: { id: string }; schema: object }[]).find(
      ({ id }) => id === 'repatriation',
    );
    expect(type?.names.id).toBe('Kedatangan dari luar negeri');
    expect(JSON.stringify(type?.schema)).toContain('passportNumber');
  });

  it('is judged at the desk by its own tables and its own code, without a build', async () => {
    const operator = await as('operator.dago');
    const { body } = await operator.get('/api/v1/event-types/repatriation/rules').expect(200);
    expect(body.decisions).toContain('repatriation');
    const module = await operator.get(body.formFacts as string).expect(200);
    expect(module.headers['content-type']).toContain('javascript');
    const { formFacts } = (await import(`data:text/javascript,${encodeURIComponent(module.text)}`)) as {
      formFacts: FormFacts<unknown>;
    };
    const judge = (passportNumber: string) => {
      const input = {
        data: { passportNumber },
        attachments: [],
        ...{ today: '2026-11-27', reportedOn: '2026-11-27' },
        config: body.configuration,
      };
      return compileSources(body.tables as TableSource[]).evaluateSoFar(['repatriation'], {
        ...knownFactsOf(formFacts, input),
        lawDate: '2026-11-27',
      });
    };
    expect(judge('12345').findings.map(({ code }) => code)).toEqual(['RP01']);
    expect(judge('X9000001').findings).toEqual([]);
    expect([...judge('').undecided]).toEqual(['RP02']);
  });

  it('is returned by its own rule, corrected, decided twice, registered once and documented', async () => {
    const example = await exampleOf('repatriation');
    const name = `Rina Uji ${'abcdefghij'.charAt(Date.now() % 10)}${Date.now().toString(36).replace(/\d/g, 'x')}`;
    const data = { ...example, passportNumber: '12345', person: { ...(example.person as object), name } };
    const { id } = await submit('repatriation', data);

    const returned = await untilStatus(id, 'returned');
    expect(returned.findings.map(({ code, field }) => [code, field])).toEqual([['RP01', 'passportNumber']]);

    await decide({
      ...{ reportId: id, step: 'fix', user: 'operator.dago', outcome: 'resubmit' },
      data: { ...data, passportNumber: 'X9000001' },
    });
    await decide({ reportId: id, step: 'immigration', user: 'verif.bandung', outcome: 'approve' });
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    const done = await untilStatus(id, 'completed');

    expect(done.documents.map(({ kind }) => kind)).toEqual(['surat-keterangan-kembali']);
    const pdf = await (
      await as('operator.dago')
    )
      .get(`/api/v1/documents/${done.documents[0]!.id}`)
      .expect(200);
    expect(pdf.headers['content-type']).toContain('pdf');

    const postings: { kind: string; sign: number; unit: string }[] = await db.query(
      'select kind, sign, unit from registry.posting where report_id = $1',
      [id],
    );
    expect(postings).toEqual([{ kind: 'arrival', sign: 1, unit: 'person' }]);

    const path = await pathOf(id);
    expect(path.filter((element) => element === 'validate')).toHaveLength(2);
    expect(path).toEqual(
      expect.arrayContaining(['fix', 'immigration', 'review', 'register', 'issue', 'completed']),
    );

    const found = await (
      await as('operator.dago')
    )
      .get(`/api/v1/reports?q=${encodeURIComponent(name)}`)
      .expect(200);
    expect((found.body.items as { id: string }[]).map((item) => item.id)).toEqual([id]);
  });

  it('counts in the recap', async () => {
    const month = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7);
    const operator = await as('operator.dago');
    const arrivals = async () =>
      JSON.stringify(
        (await operator.get(`/api/v1/recap?month=${month}&area=32.73.02.1004`).expect(200)).body,
      );
    const before = await arrivals();
    const { id } = await submit('repatriation', await exampleOf('repatriation'));
    await decide({ reportId: id, step: 'immigration', user: 'verif.bandung', outcome: 'approve' });
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await untilStatus(id, 'completed');
    expect(await arrivals()).not.toBe(before);
  });
});

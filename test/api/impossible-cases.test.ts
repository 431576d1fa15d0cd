/** What cannot be: each case is taken in, comes back with its rule's own words in both languages, and nothing is registered. */
import { addDays, todayJakarta } from '@lampid/domain/dates';
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, exampleOf, submit, untilStatus } from '../src/support/case-pilot.js';
import { testStack } from '../src/support/stack.js';

vi.setConfig({ testTimeout: 180_000 });

interface Finding {
  code: string;
  severity: string;
  field: string | null;
  message: { id: string; en: string };
}

type Data = Record<string, unknown>;
type Person = { nik: string; name: string; relation?: number };

let db: DataSource;
beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 1, applicationName: 'lampid-test' });
});
afterAll(() => db?.destroy());

/** What the register and its ledger hold because of a report. */
async function registeredBy(reportId: string): Promise<{ lines: number; registrations: number }> {
  const [found] = await db.query<{ lines: number; registrations: number }[]>(
    `select (select count(*)::int from registry.posting where report_id = $1) as lines,
       (select count(*)::int from registry.registration where report_id = $1) as registrations`,
    [reportId],
  );
  return found!;
}

/** Checked or submitted it is the same finding; the case waits with its operator. */
async function expectReturned(
  type: string,
  data: Data,
  rule: { code: string; id: string | RegExp; en: string | RegExp },
): Promise<void> {
  const finding = {
    code: rule.code,
    severity: 'E',
    message: { id: expect.stringMatching(rule.id) as string, en: expect.stringMatching(rule.en) as string },
  };
  const operator = await as('operator.dago');
  const checked = await operator.post('/api/v1/reports/check').send({ type, data }).expect(200);
  expect(checked.body.verdict).toBe('error');
  expect(checked.body.findings).toContainEqual(expect.objectContaining(finding));

  const { id } = await submit(type, data);
  const returned = (await untilStatus(id, 'returned')) as unknown as { findings: Finding[] };
  expect(returned.findings).toContainEqual(expect.objectContaining(finding));
  expect(await registeredBy(id)).toEqual({ lines: 0, registrations: 0 });
}

async function approved(type: string, data: Data): Promise<string> {
  const { id } = await submit(type, data);
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(id, 'completed');
  return id;
}

describe('is returned', () => {
  it('a death before the birth, and one that is still to come', async () => {
    const data = await exampleOf('death');
    await expectReturned(
      'death',
      { ...data, deathDate: '1899-12-31' },
      { code: 'M02', id: 'Tanggal meninggal sebelum lahir', en: 'Death before birth' },
    );
    await expectReturned(
      'death',
      { ...(await exampleOf('death')), deathDate: addDays(todayJakarta(new Date()), 1) },
      { code: 'U18', id: 'Tanggal peristiwa di masa depan', en: 'Event date in the future' },
    );
  });

  it('a new family card that no adult would head', async () => {
    const data = await arrivalWithChildren();
    const arrivals = (data['arrivals'] as (Person & { ktpSurrendered: boolean })[]).filter(
      ({ ktpSurrendered }) => !ktpSurrendered,
    );
    await expectReturned(
      'arrival',
      { ...data, arrivals, headNik: arrivals[0]!.nik },
      { code: 'D12', id: 'KK baru harus memiliki kepala ≥17 tahun', en: 'New KK needs an adult head' },
    );
  });

  it('a family with two heads', async () => {
    const [data, family] = [await exampleOf('correction'), await exampleOf('move')];
    const documents = data['documents'] as { kind: string; attachmentId: string }[];
    const members = (family['movers'] as Person[]).slice(0, 2).map((member) => ({ ...member, relation: 1 }));
    await expectReturned(
      'correction',
      {
        ...{ ...data, documents, subject: 'family', resident: null, elements: null, members },
        familyCardNumber: family['familyCardNumber'],
      },
      { code: 'K05', id: /tepat satu kepala keluarga/, en: /exactly one head/ },
    );
  });

  it('a witness who is dead', async () => {
    const death = await exampleOf('death');
    await approved('death', death);
    const data = await exampleOf('birth');
    const [first, second] = data['witnesses'] as Person[];
    const { nik, name } = death['deceased'] as Person;
    await expectReturned(
      'birth',
      { ...data, witnesses: [first, { ...second, nik, name }] },
      { code: 'U14', id: 'Saksi tidak memenuhi syarat', en: 'Witness not eligible' },
    );
  });

  it('a move letter that was used', async () => {
    const data = await exampleOf('arrival');
    await approved('arrival', data);
    await expectReturned('arrival', data, {
      ...{ code: 'D02', id: 'SKPWNI sudah digunakan', en: 'Move letter already used' },
    });
  });
});

describe('is refused at the door', () => {
  it('a month that is not over, or that nobody has closed, in words of both languages', async () => {
    const admin = await as('admin.bandung');
    const lines = async () =>
      (await db.query('select count(*)::int as count from statistics.closed_month'))[0];
    const before = await lines();
    const early = await admin.post('/api/v1/closings').send({ month: '2999-01' });
    expect(early.body).toMatchObject({
      status: 409,
      details: { id: 'Bulan ini belum mulai', en: 'The month has not begun' },
    });
    const reason = 'Perbaikan data pindah';
    const reopened = await admin
      .post('/api/v1/closings/reopen')
      .send({ month: '1999-01', area: '32.73.02.1004', reason });
    expect(reopened.body).toMatchObject({
      status: 409,
      details: { id: 'Bulan ini tidak tertutup', en: 'The month is not closed' },
    });
    expect(await lines()).toEqual(before);
  });
});

/** Letters of other cities are about families of all kinds: the first one that has minors. */
async function arrivalWithChildren(): Promise<Data> {
  for (let attempt = 0; attempt < 12; attempt++) {
    const data = await exampleOf('arrival');
    const arrivals = data['arrivals'] as { ktpSurrendered: boolean }[];
    if (arrivals.some(({ ktpSurrendered }) => !ktpSurrendered)) return data;
  }
  throw new Error('no letter is about a family with children');
}

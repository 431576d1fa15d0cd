/** A sheet of residents through the HTTP face: looked at, refused, corrected, written. */
import { cellsOf, IMPORT_HEAD, importFamily, type Line } from '@lampid/domain/testing/import-lines';
import { readSheet } from 'read-excel-file/node';
import { afterEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { as } from '../src/support/api.js';
import { eventually } from '../src/support/eventually.js';
import type { DemoUser } from '../src/support/token.js';

const ADMIN: DemoUser = 'admin.bandung';
/** Families that no earlier run on the same stack has imported. */
const first = 100 + (Math.floor(Date.now() / 1_000) % 1_500_000);
const family = (index: number) => importFamily(first + index);
const FULL_NUMBER = /(?<!\d)\d{16}(?!\d)/;

interface ImportView {
  id: string;
  state: string;
  rowsRead: number;
  rowsWritten: number;
  families: number;
  errors: number;
  postingKind: string | null;
  preview: { nik: string; name: string }[];
}

async function sheetOf(lines: Line[]): Promise<Buffer> {
  const rows = [IMPORT_HEAD, ...lines.map(cellsOf)].map((row) => row.map((value) => ({ value })));
  return writeXlsxFile([{ data: rows as never }]).toBuffer();
}

const send = async (content: Buffer, user: DemoUser = ADMIN) =>
  (await as(user)).post('/api/v1/imports').attach('file', content, { filename: 'penduduk.xlsx' });

async function upload(lines: Line[]): Promise<string> {
  const answer = await send(await sheetOf(lines));
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id as string;
}

const untilState = (id: string, state: string) =>
  eventually(`import becomes ${state}`, async () => {
    const { body } = await (await as(ADMIN)).get(`/api/v1/imports/${id}`).expect(200);
    const found = body as ImportView;
    return found.state === state && found;
  });

async function populationOfDago(): Promise<number> {
  const { body } = await (await as(ADMIN)).get('/api/v1/recap?area=32.73.02.1004').expect(200);
  const rows = body.rows as { id: string; totals: { all: number } }[];
  expect((body.checks as { holds: boolean | null }[]).every(({ holds }) => holds !== false)).toBe(true);
  return rows.find(({ id }) => id === 'closing')!.totals.all;
}

afterEach(async () => {
  const agent = await as(ADMIN);
  const { body } = await agent.get('/api/v1/imports?limit=1').expect(200);
  const [newest] = body.items as ImportView[];
  if (newest) await agent.post(`/api/v1/imports/${newest.id}/cancel`);
});

describe('an import', () => {
  it('is looked at, then written whole, and counted by the monthly report', async () => {
    const before = await populationOfDago();
    const id = await upload([0, 1, 2].flatMap((index) => family(index)));
    const ready = await untilState(id, 'ready');
    expect(ready).toMatchObject({ rowsRead: 9, families: 3, errors: 0 });
    expect(ready.preview[0]).toMatchObject({ name: 'KEPALA CONTOH', nik: expect.stringContaining('*') });
    expect(JSON.stringify(ready)).not.toMatch(FULL_NUMBER);
    expect(await populationOfDago()).toBe(before);
    const agent = await as(ADMIN);
    await agent.post(`/api/v1/imports/${id}/commit`).expect(202);
    expect(await untilState(id, 'done')).toMatchObject({
      rowsWritten: 9,
      postingKind: 'adjustment',
      preview: [],
    });
    expect(await populationOfDago()).toBe(before + 9);
    const [head] = family(0);
    const search = await (await as('operator.dago')).post('/api/v1/residents/search').send({ nik: head.nik });
    expect(search.body.items).toEqual([expect.objectContaining({ name: 'KEPALA CONTOH' })]);
    await agent.post(`/api/v1/imports/${id}/cancel`).expect(409);
  });

  it('with one bad line is refused whole; the errors come as a list and as a workbook', async () => {
    const before = await populationOfDago();
    const lines = [10, 11].flatMap((index) => family(index));
    lines[4] = { ...lines[4]!, birthDate: '30-02-1990' };
    const id = await upload(lines);
    expect(await untilState(id, 'faulty')).toMatchObject({ errors: 1 });
    const agent = await as(ADMIN);
    await agent.post(`/api/v1/imports/${id}/commit`).expect(409);
    const { body } = await agent.get(`/api/v1/imports/${id}/errors`).expect(200);
    expect(body).toMatchObject({
      items: [
        { row: 6, column: 'Tanggal lahir', code: 'DATE_IMPOSSIBLE', message: { id: expect.any(String) } },
      ],
      next: null,
    });
    const book = await agent.get(`/api/v1/imports/${id}/errors.xlsx`).responseType('blob').expect(200);
    expect((await readSheet(book.body as Buffer))[1]!.slice(0, 2)).toEqual([6, 'Tanggal lahir']);
    expect((await send(await sheetOf(family(12)))).status).toBe(409);
    await agent.post(`/api/v1/imports/${id}/cancel`).expect(200);
    expect((await agent.get(`/api/v1/imports/${id}/errors`).expect(200)).body.items).toEqual([]);
    expect(await populationOfDago()).toBe(before);
  });
});

describe('imports', () => {
  it('are for the admin alone', async () => {
    for (const user of ['operator.dago', 'supervisor.coblong', 'auditor'] as DemoUser[]) {
      expect((await send(await sheetOf([]), user)).status).toBe(403);
      expect((await (await as(user)).get('/api/v1/imports')).status).toBe(403);
    }
  });

  it('take no other file than a workbook, whatever its name', async () => {
    const answer = await send(Buffer.from('No KK;NIK\n1;2'));
    expect(answer.body).toMatchObject({ status: 422, errors: [{ code: 'NOT_A_SHEET', field: 'file' }] });
    expect((await (await as(ADMIN)).post('/api/v1/imports').field('note', 'x')).status).toBe(422);
  });

  it('begin with a template that has all columns and the official codes', async () => {
    const answer = await (await as(ADMIN)).get('/api/v1/imports/template').responseType('blob').expect(200);
    expect((await readSheet(answer.body as Buffer))[0]).toEqual(IMPORT_HEAD);
    expect(await readSheet(answer.body as Buffer, 'Kode')).toContainEqual(['SHDK', 1, 'KEPALA KELUARGA']);
  });
});

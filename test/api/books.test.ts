/** The books of a month: the same numbers on the screen, as a sheet, on paper, and as names. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import { as } from '../src/support/api.js';
import { decide, exampleOf, submit, submitExample, untilStatus } from '../src/support/case-pilot.js';
import type { DemoUser } from '../src/support/token.js';

vi.setConfig({ testTimeout: 120_000 });

const DAGO = '32.73.02.1004';

interface Table {
  lines: { cells: (string | number)[]; strong?: boolean }[];
}

const get = async (path: string, user: DemoUser = 'operator.dago') =>
  (await as(user)).get(`/api/v1/recap${path}`);
const tablesOf = async (book: string, query = '', user: DemoUser = 'operator.dago') => {
  const { body } = await get(`/books/${book}${query}`, user);
  return body.tables as Table[];
};

async function file(path: string): Promise<Buffer> {
  const agent = await as('operator.dago');
  const answer = await agent
    .get(`/api/v1/recap${path}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  return answer.body as Buffer;
}

beforeAll(async () => {
  const reports = await Promise.all(['birth', 'death'].map((type) => submitExample(type)));
  for (const { id } of reports) {
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await untilStatus(id, 'completed');
  }
}, 120_000);

describe('the books', () => {
  it('agree: the A-9 is the total of the B.3, of the sheets per RT, and of the areas above', async () => {
    const [a9] = await tablesOf('a9');
    const closing = a9!.lines.at(-1)!.cells;
    const people = closing[8];
    const [b3] = await tablesOf('b3');
    const total = b3!.lines.at(-1)!.cells;
    expect(total).toHaveLength(33);
    expect(total[31]).toBe(people);
    expect(total[29]).toBe(closing[11]);
    const [rt] = await tablesOf('rt');
    expect(rt!.lines.at(-1)!.cells[10]).toBe(people);
    const [areas] = await tablesOf('areas', '?area=32.73.02', 'supervisor.coblong');
    expect(areas!.lines.find(({ cells }) => cells[1] === 'Dago')!.cells[10]).toBe(people);
    const parts = areas!.lines.slice(0, -1).reduce((sum, { cells }) => sum + Number(cells[10]), 0);
    expect(areas!.lines.at(-1)!.cells[10]).toBe(parts);
  });

  it('follow a move between RT: each RT has whom it has, the kelurahan the same as before', async () => {
    const RT = 'RT 098 / RW 012';
    const read = async () => {
      const [[sheet], [a9], [b2]] = [await tablesOf('rt'), await tablesOf('a9'), await tablesOf('b2')];
      return {
        rtOf: (name: string) =>
          sheet!.lines.find(({ cells }) => cells[1] === name)?.cells.slice(2) ?? Array<number>(10).fill(0),
        // Demo families may come in meanwhile: they are in the opening and in the closing, and in no other row.
        moved: a9!.lines.slice(1, -1).map(({ cells }) => cells),
        inside: sheet!.lines.at(-1)!.cells[8],
        named: b2!.lines.length,
      };
    };
    const data = (await exampleOf('move')) as { destination: object; movers: unknown[] };
    const before = await read();
    const destination = { ...data.destination, areaCode: DAGO, rt: '098', rw: '012' };
    const { id } = await submit('move', { ...data, destination, statusKkMoving: 3 });
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await untilStatus(id, 'registered', 'completed');

    const after = await read();
    const people = data.movers.length;
    const gained = after.rtOf(RT).map((cell, index) => Number(cell) - Number(before.rtOf(RT)[index]));
    // Opening, births, deaths, arrivals, departures, missing, moves inside, adjustments, closing; families.
    expect(gained).toEqual([0, 0, 0, 0, 0, 0, people, 0, people, 1]);
    expect({ ...after, rtOf: null }).toEqual({ ...before, rtOf: null });
    expect(after.inside).toBe(0);
  });

  it('name in the B.2 everybody who was counted in the month', async () => {
    const [a9] = await tablesOf('a9');
    const [b2] = await tablesOf('b2');
    const deaths = b2!.lines.filter(({ cells }) => cells[11] !== '');
    const counted = Number(a9!.lines[2]!.cells[8]);
    // A reversed death stands twice: with its line and with the one that takes it back.
    const reversed = deaths.filter(({ cells }) => String(cells[12]).includes('dibatalkan')).length;
    expect(deaths.length - 2 * reversed).toBe(counted);
    expect(deaths.at(-1)!.cells[10]).toContain('RSUP');
  });

  it('are kept by kelurahan where the law keeps them so', async () => {
    expect((await get('/books/b3?area=32.73.02', 'supervisor.coblong')).status).toBe(422);
    expect((await get('/books/areas')).status).toBe(422);
    expect((await get('/books/a9?area=32.73.02.1001')).status).toBe(404);
    expect((await get('/books/a9', 'analyst')).status).toBe(403);
    expect((await get('/books/b9')).status).toBe(404);
  });
});

describe('every cell', () => {
  it('is the sum of the names behind it, masked, with the case that counted them', async () => {
    const { body: recap } = await get('');
    const rows = recap.rows as {
      id: string;
      cells: Record<string, number>;
      totals: Record<string, number>;
    }[];
    for (const row of rows) {
      for (const [cell, value] of [...Object.entries(row.cells), ['all', row.totals['all']!] as const]) {
        const { body } = await get(`/names?row=${row.id}&cell=${cell}&limit=200`);
        expect(body.value, `${row.id} ${cell}`).toBe(value);
        if (body.next === null) expect(body.items).toHaveLength(body.lines);
      }
    }
    const { body } = await get('/names?row=birth&cell=all');
    const last = (body.items as { name: string; nik: string; ticket: string; reportId: string }[]).at(-1)!;
    expect(last.nik).toMatch(/^\d{4}\*{8}\d{4}$/);
    expect(last.ticket).toMatch(/^LMP-L-/);
  });

  it('can be read page by page', async () => {
    const first = (await get('/names?row=closing&cell=all&limit=10')).body as {
      items: { id: string }[];
      next: string;
    };
    const second = (await get(`/names?row=closing&cell=all&limit=10&cursor=${first.next}`))
      .body as typeof first;
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(20);
  });
});

describe('the files', () => {
  it('as a workbook have the heads of the form and the same numbers', async () => {
    const [a9] = await tablesOf('a9');
    const rows = await readSheet(await file(`/books/a9/xlsx?area=${DAGO}`));
    expect(String(rows[0]![0])).toContain('LAMPIRAN A-9');
    expect(rows.some((row) => row[0] === 'KELURAHAN/DESA DAGO')).toBe(true);
    const closing = rows.find((row) => String(row[1]).startsWith('Penduduk/keluarga akhir'))!;
    expect(closing.slice(2, 12)).toEqual(a9!.lines.at(-1)!.cells.slice(2));
    const b3 = await readSheet(await file('/books/b3/xlsx'));
    expect(b3.some((row) => row[32] === 33)).toBe(true);
  });

  it.each(['a9', 'b2', 'b3', 'rt'])('as pages: %s', async (book) => {
    const content = await file(`/books/${book}/pdf`);
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(content.length).toBeGreaterThan(5_000);
  });

  it('are made for many at once, each in its turn', async () => {
    const files = await Promise.all(Array.from({ length: 6 }, () => file('/books/a9/pdf')));
    for (const content of files) expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

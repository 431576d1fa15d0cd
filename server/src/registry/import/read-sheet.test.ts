import { cellsOf, IMPORT_HEAD, importFamily } from '@lampid/domain/testing/import-lines';
import { COLUMNS, readHead } from '@lampid/domain/registry/import/columns';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { faultSheet, templateSheet } from './import-to-sheet.js';
import { readSheet, type SheetLine } from './read-sheet.js';

async function linesOf(content: Buffer): Promise<SheetLine[]> {
  const found: SheetLine[] = [];
  await readSheet(content, {
    expected: () => undefined,
    lines: async (lines) => void found.push(...lines),
  });
  return found;
}

const sheet = (rows: unknown[][]) => writeXlsxFile([{ data: rows as never }]).toBuffer();

describe('a sheet', () => {
  it('comes line by line, as it was written', async () => {
    const rows = [IMPORT_HEAD, ...importFamily(0).map(cellsOf)];
    const lines = await linesOf(await sheet(rows.map((row) => row.map((value) => ({ value })))));
    expect(lines.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect(lines.map(({ cells }) => cells)).toEqual(rows);
  });

  it('keeps places of empty cells, characters that XML escapes, and the kinds of values', async () => {
    const rows = [
      [{ value: 'a & <b> "c"' }, null, { value: 7.5 }, { value: true }],
      [null],
      [null, { value: 'x' }],
    ];
    const lines = await linesOf(await sheet(rows));
    expect(lines).toEqual([
      { row: 1, cells: ['a & <b> "c"', null, 7.5, true] },
      { row: 3, cells: [null, 'x'] },
    ]);
  });

  it('of more than a batch loses nothing', async () => {
    const lines = await linesOf(await sheet(Array.from({ length: 2_500 }, (_, index) => [{ value: index }])));
    expect(lines.map(({ cells }) => cells[0])).toEqual(Array.from({ length: 2_500 }, (_, index) => index));
  });
});

describe('what is no workbook', () => {
  const refused = (content: Buffer) =>
    linesOf(content).then(
      () => 'read',
      (error: Error) => error.name,
    );

  it('is refused, whatever it is called', async () => {
    expect(await refused(Buffer.from('%PDF-1.4'))).toBe('SheetError');
    expect(await refused(Buffer.alloc(0))).toBe('SheetError');
    expect(await refused(Buffer.from('504b0506' + '00'.repeat(18), 'hex'))).toBe('SheetError');
  });

  it('is refused when it was cut off or altered on the way', async () => {
    const whole = await sheet(Array.from({ length: 500 }, (_, index) => [{ value: `teks ${index * 7919}` }]));
    expect(await refused(whole.subarray(0, whole.length / 2))).toBe('SheetError');
    const altered = Buffer.from(whole);
    const place = altered.indexOf('xl/worksheets/sheet1.xml') + 60;
    altered.fill(0xff, place, place + 200);
    expect(await refused(altered)).toBe('SheetError');
  });

  it('is refused before it is unpacked when it would be huge', async () => {
    const bomb = Buffer.from(await sheet([[{ value: 1 }]]));
    // The directory's word for the unpacked size of every part.
    for (let at = bomb.indexOf('PK\x01\x02'); at >= 0; at = bomb.indexOf('PK\x01\x02', at + 4))
      bomb.writeUInt32LE(0xf0000000, at + 24);
    expect(await refused(bomb)).toBe('SheetError');
  });
});

describe('workbooks that are given out', () => {
  it('the template is read as a sheet without lines, with every column', async () => {
    const lines = await linesOf(await templateSheet());
    expect(lines).toHaveLength(1);
    expect(readHead(lines[0]!.cells)).toHaveProperty('layout');
    expect(lines[0]!.cells).toHaveLength(Object.keys(COLUMNS).length);
  });

  it('faults are told in both languages', async () => {
    const fault = { id: '1', row: 7, column: 'NIK', code: 'NIK_FORM', severity: 'E' as const };
    const content = await faultSheet([{ ...fault, message: { id: 'salah', en: 'wrong' } }]);
    expect((await linesOf(content))[1]!.cells).toEqual([7, 'NIK', 'Kesalahan', 'salah', 'wrong']);
  });
});

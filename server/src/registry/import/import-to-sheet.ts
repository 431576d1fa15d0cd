/** Workbooks that the import gives out: the empty sheet with the official lists, and what is wrong with a sheet. */
import type { KeptFault } from '@lampid/db/registry/import/staging';
import { codeLists } from '@lampid/domain/codes';
import { CODED, COLUMNS, type CodedColumn, type Column } from '@lampid/domain/registry/import/columns';
import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node';

const HEAD = { fontWeight: 'bold', backgroundColor: '#EEF3F4', borderStyle: 'thin', wrap: true } as const;

const head = (...texts: string[]): Row =>
  texts.map((value): CellObject => ({ ...HEAD, value, type: String }));
const text = (value: string): CellObject => ({ value, type: String });

/** Lines that are text already: a number of 16 digits typed into them keeps all of them. */
const PREPARED_LINES = 2_000;

export function templateSheet(): Promise<Buffer> {
  const columns = Object.keys(COLUMNS) as Column[];
  const asText = columns.map((): CellObject => ({ value: undefined, type: String, format: '@' }));
  return writeXlsxFile([
    {
      sheet: 'Data',
      stickyRowsCount: 1,
      columns: columns.map((column) => ({ width: Math.max(12, COLUMNS[column].length + 4) })),
      data: [head(...columns.map((column) => COLUMNS[column])), ...Array<Row>(PREPARED_LINES).fill(asText)],
    },
    {
      sheet: 'Kode',
      stickyRowsCount: 1,
      columns: [{ width: 20 }, { width: 8 }, { width: 46 }],
      data: [head('Kolom', 'Kode', 'Teks'), ...codeRows()],
    },
  ]).toBuffer();
}

function codeRows(): Row[] {
  return (Object.keys(CODED) as CodedColumn[]).flatMap((column) =>
    codeLists[CODED[column]].map(({ code, name }): Row => [
      text(COLUMNS[column]),
      { value: code, type: Number },
      text(name),
    ]),
  );
}

export function faultSheet(faults: readonly KeptFault[]): Promise<Buffer> {
  return writeXlsxFile([
    {
      sheet: 'Kesalahan',
      stickyRowsCount: 1,
      columns: [{ width: 8 }, { width: 20 }, { width: 14 }, { width: 80 }, { width: 80 }],
      data: [
        head('Baris', 'Kolom', 'Jenis', 'Keterangan', 'In English'),
        ...faults.map(({ row, column, severity, message }): Row => [
          { value: row, type: Number },
          text(column ?? 'Keluarga'),
          text(severity === 'E' ? 'Kesalahan' : 'Peringatan'),
          text(message.id),
          text(message.en),
        ]),
      ],
    },
  ]).toBuffer();
}

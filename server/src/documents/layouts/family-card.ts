/** Kartu Keluarga: landscape, the head and address above two tables of the members (Permendagri 109/2019). */
import type { DocumentSection } from '@lampid/domain/documents/document-content';
import type { Text } from '@lampid/domain/rules/finding';
import type { Content } from 'pdfmake/interfaces.js';
import type { Layout } from './layout.js';
import { drawTable, plainLayout } from './sections.js';

/** The first table ends with the blood type. */
const FIRST_TABLE = 10;
const WIDTHS_1 = [14, '*', 80, 54, 66, 48, 44, 92, 96, 54];
const WIDTHS_2 = [14, 70, 62, 92, 68, 56, 56, '*', '*'];

export const familyCardLayout: Layout = {
  orientation: 'landscape',
  body(input) {
    const { content } = input;
    const [about, members] = content.sections;
    if (
      !about ||
      !('rows' in about) ||
      !members ||
      !('columns' in members) ||
      members.columns.length <= FIRST_TABLE
    )
      return plainLayout.body(input);
    return [
      { text: 'KARTU KELUARGA', bold: true, fontSize: 15, alignment: 'center' },
      { text: `No. ${content.number}`, bold: true, fontSize: 11, alignment: 'center', margin: [0, 0, 0, 4] },
      heading(about.rows),
      {
        ...(part(members, { from: 0, to: FIRST_TABLE, widths: WIDTHS_1 }) as object),
        margin: [0, 0, 0, 8],
      } as Content,
      part(members, { from: FIRST_TABLE, to: members.columns.length, widths: WIDTHS_2 }),
    ];
  },
};

function heading(rows: { label: Text; value: string }[]): Content {
  const half = Math.ceil(rows.length / 2);
  const side = (some: typeof rows): Content => ({
    layout: 'noBorders',
    table: {
      widths: [110, 4, '*'],
      body: some.map(({ label, value }) => [label.id, ':', { text: value, bold: true }]),
    },
  });
  return { columns: [side(rows.slice(0, half)), side(rows.slice(half))], margin: [0, 0, 0, 6] };
}

function part(
  members: Extract<DocumentSection, { columns: Text[] }>,
  { from, to, widths }: { from: number; to: number; widths: (string | number)[] },
): Content {
  const number = from === 0 ? [] : [0];
  const pick = <T>(all: T[]): T[] => [...number.map((index) => all[index]!), ...all.slice(from, to)];
  return drawTable({
    columns: pick(members.columns),
    lines: members.lines.map(pick),
    ...{ widths, fontSize: 6.5, numberedFrom: from || 1 },
  });
}

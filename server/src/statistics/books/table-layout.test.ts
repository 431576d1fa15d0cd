import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakText, columnWidths, placedHeads } from './table-layout.js';

/** Ten points for each letter. */
const widthOf = (text: string) => text.length * 10;
const broken = (text: string, letters: number) => breakText(text, { width: letters * 10, widthOf });

describe('the text of a cell breaks', () => {
  it('between words, and a word that fits stays whole', () => {
    expect(broken('Lahir 2026-10-10; Cipaganti', 12)).toEqual(['Lahir', '2026-10-10;', 'Cipaganti']);
    expect(broken('10/01/1950', 10)).toEqual(['10/01/1950']);
  });

  it('in a word wider than its column after a hyphen or a stroke, then anywhere', () => {
    expect(broken('LMP-L-3273021004-0000', 12)).toEqual(['LMP-L-', '3273021004-', '0000']);
    expect(broken('Nama lengkap/panggilan', 10)).toEqual(['Nama', 'lengkap/', 'panggilan']);
    expect(broken('TASIKMALAYA', 6)).toEqual(['TASIKM', 'ALAYA']);
  });

  it('and loses nothing but the blanks at its breaks', () => {
    const word = fc.stringMatching(/^[A-Z0-9/-]{1,20}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (words, letters) => {
        const lines = broken(words.join(' '), letters);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(letters);
      }),
    );
  });
});

describe('the columns', () => {
  const head = [[{ text: { id: 'Tgl', en: 'Day' } }, { text: { id: 'Nama', en: 'Name' } }]];
  const widthsOf = (cells: string[], options = { available: 1000, gap: 10 }) =>
    columnWidths(
      { widths: [1, 9], head, lines: [{ cells }] },
      { ...options, headWidthOf: widthOf, cellWidthOf: widthOf },
    );

  it('have the shares of the table where every word fits', () => {
    expect(widthsOf(['1', 'ASEP'])).toEqual([100, 900]);
  });

  it('take from those with room what a long word needs, up to a fifth of the page', () => {
    expect(widthsOf(['10/01/1950', 'ASEP SUNANDAR'])).toEqual([110, 890]);
    expect(widthsOf(['X'.repeat(60), 'ASEP'])).toEqual([200, 800]);
  });

  it('fill the page, whatever they hold', () => {
    const cells = fc.array(fc.stringMatching(/^[A-Z ]{0,90}$/), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(cells, (texts) => {
        const widths = widthsOf(texts);
        expect(widths[0]! + widths[1]!).toBeCloseTo(1000);
        expect(Math.min(...widths)).toBeGreaterThan(0);
      }),
    );
  });
});

it('headings stand beside those that reach down from above', () => {
  const text = (id: string) => ({ id, en: id });
  const head = [
    [
      { text: text('No'), rows: 2 },
      { text: text('Jumlah'), columns: 2 },
      { text: text('Ket.'), rows: 2 },
    ],
    [{ text: text('L') }, { text: text('P') }],
  ];
  expect(placedHeads(head).map(({ text: name, at, level }) => [name, at, level])).toEqual([
    ...[
      ['No', 0, 0],
      ['Jumlah', 1, 0],
      ['Ket.', 3, 0],
    ],
    ...[
      ['L', 1, 1],
      ['P', 2, 1],
    ],
  ]);
});

import { foldB2, type PersonPosting } from '@lampid/domain/ledger/b2';
import { b2Table } from '@lampid/domain/ledger/book-tables';
import { describe, expect, it } from 'vitest';
import { bookToPdf } from './book-to-pdf.js';
import { layOutBook, paperOf } from './lay-out-book.js';
import { PdfPages, type Page } from './pdf-pages.js';
import type { Book } from './read-book.js';

const KINDS = ['birth', 'death', 'departure', 'arrival'] as const;

function posting(at: number): PersonPosting {
  return {
    ...{ id: String(at), kind: KINDS[at % 4]!, sign: 1, sex: 1, citizenship: 1, reverses: false },
    ...{ name: `WARGA NOMOR ${at} KOMARUDIN`, birthPlace: 'TASIKMALAYA', birthDate: '1950-01-10' },
    ...{
      eventDate: '2026-10-12',
      reportDate: '2026-10-13',
      ticket: `LMP-L-3273021004-20261013-${1000 + at}`,
    },
    ...{
      otherPlace: at % 3 === 0 ? 'Ciumbuleuit, Kota Bandung, Jawa Barat' : 'Lebak Gede',
      deathPlace: 'RS',
    },
  };
}

const bookOf = (lines: number): Book => ({
  ...{ book: 'b2', title: 'Buku Mutasi Penduduk (B.2)', month: '2026-10', area: '32.73.02' },
  ...{ areaName: 'Coblong', path: ['Kota Bandung', 'Coblong'] },
  tables: [b2Table(foldB2(Array.from({ length: lines }, (_, at) => posting(at))))],
});

const today = '2026-11-30';
function laidOut(book: Book): { pages: Page[]; paper: PdfPages } {
  const paper = new PdfPages({ size: paperOf(book).size, title: book.title });
  return { pages: layOutBook(book, { pages: paper, today }), paper };
}
const textsOf = (page: Page) => page.texts.map(({ text }) => text);

describe('a book of many pages', () => {
  const book = bookOf(300);
  const { pages, paper } = laidOut(book);

  it('has every cell once, in its order', () => {
    const printed = pages.flatMap(textsOf).join('');
    let from = 0;
    for (const { cells } of book.tables[0]!.lines) {
      const [number, ...texts] = cells;
      for (const cell of [String(number), ...texts.map(String)]) {
        const words = cell.split(' ').filter(Boolean);
        for (const word of words) {
          from = printed.indexOf(word, from);
          expect(from, `${number}: ${word}`).toBeGreaterThanOrEqual(0);
          from += word.length;
        }
      }
    }
  });

  it('repeats its headings, says which page it is, and keeps dates and tickets whole', () => {
    expect(pages.length).toBeGreaterThan(10);
    pages.forEach((page, at) => {
      const texts = textsOf(page);
      expect(texts).toContain('Kewarganegaraan');
      expect(texts.at(-1)).toBe(`${at + 1} / ${pages.length}`);
    });
    const all = pages.flatMap(textsOf);
    expect(all.filter((text) => text === '10/01/1950')).toHaveLength(300);
    expect(all.filter((text) => /^LMP-L-3273021004-20261013-\d{4}$/.test(text))).toHaveLength(300);
  });

  it('puts nothing beyond its margins', () => {
    for (const { texts, rules } of pages) {
      for (const { x, y, text, face, size } of texts) {
        expect(x).toBeGreaterThanOrEqual(27.9);
        expect(x + paper.widthOf(text, { face, size })).toBeLessThanOrEqual(paper.width - 27.9);
        expect(y).toBeLessThan(paper.height - 20);
      }
      for (const [, top, , bottom] of rules)
        expect(Math.max(top, bottom)).toBeLessThanOrEqual(paper.height - 36);
    }
  });

  it('never parts a line: what is written stands within the rules of its page', () => {
    for (const { texts, rules } of pages) {
      const last = Math.max(...rules.map(([, , , bottom]) => bottom));
      const numbers = texts.filter(({ text, x }) => /^\d+$/.test(text) && x < 50);
      for (const { y } of numbers) expect(y).toBeLessThan(last);
    }
  });
});

it('a month in which nothing happened is a page with its headings and its signature', () => {
  const { pages } = laidOut(bookOf(0));
  expect(pages).toHaveLength(1);
  expect(textsOf(pages[0]!)).toEqual(expect.arrayContaining(['Ket.', 'CAMAT COBLONG', '1 / 1']));
});

it('an annex that has room on one page is not parted', () => {
  const text = (id: string) => ({ id, en: id });
  const rows = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ cells: [`${name} ${at}`, at] }));
  const table = { head: [[{ text: text('Perincian') }, { text: text('Jumlah') }]], numbered: false };
  const { pages } = laidOut({
    ...{ ...bookOf(0), book: 'a9' },
    tables: [
      { ...table, caption: null, lines: rows('Laporan', 20), widths: [30, 10] },
      { ...table, caption: text('Lampiran'), lines: rows('Rincian', 12), widths: [30, 10] },
    ],
  });
  expect(pages).toHaveLength(2);
  expect(textsOf(pages[0]!)).toContain('Laporan 19');
  expect(textsOf(pages[1]!)).toEqual(expect.arrayContaining(['Lampiran', 'Rincian 0', 'Rincian 11']));
});

it('becomes a PDF of as many pages', async () => {
  const pdf = await bookToPdf(bookOf(60), { today });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g);
  expect(pages).toHaveLength(laidOut(bookOf(60)).pages.length);
});

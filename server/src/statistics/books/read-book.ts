/** A book of a month and an area, as tables: on the screen, on paper and as a sheet it is the same. */
import { recordAudit } from '@lampid/db/kernel/audit';
import {
  ledgerByChild,
  ledgerByEventDate,
  ledgerByRt,
  personPostings,
} from '@lampid/db/reporting/queries-books';
import { areaNames } from '@lampid/db/reference/areas';
import { areaLevel, cityOf, districtOf } from '@lampid/domain/areas';
import { foldA9 } from '@lampid/domain/ledger/a9';
import { foldB2 } from '@lampid/domain/ledger/b2';
import { foldB3 } from '@lampid/domain/ledger/b3';
import type { BookTable } from '@lampid/domain/ledger/book-table';
import {
  a9Table,
  b2Table,
  b3Table,
  datesTable,
  departuresTable,
  partsTable,
} from '@lampid/domain/ledger/book-tables';
import { firstDayOf, nextMonth } from '@lampid/domain/months';
import { inStead } from '../../audit/stand-in-views.js';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, notFound, type Problem } from '../../http/problem.js';
import { assertCovers, type Caller } from '../../identity/authorize.js';
import { readRecap } from '../recap.js';

export const BOOKS = ['a9', 'b2', 'b3', 'rt', 'areas'] as const;
export type BookId = (typeof BOOKS)[number];

export interface Book {
  book: BookId;
  /** Official title, Indonesian. */
  title: string;
  /** `YYYY-MM`. */
  month: string;
  area: string;
  areaName: string;
  /** Names from the city down to the area. */
  path: string[];
  tables: BookTable[];
}

export interface BookQuestion {
  caller: Caller;
  month: string;
  area: string;
}

/** A month of a kecamatan has some thousand lines; a book with more than this is refused, for half a book is none. */
const MOST_LINES = 20_000;

const TITLES: Record<BookId, string> = {
  a9: 'Laporan Perkembangan Penduduk (Lampiran A-9)',
  b2: 'Buku Mutasi Penduduk (B.2)',
  b3: 'Buku Rekapitulasi Jumlah Penduduk (B.3)',
  rt: 'Perkembangan Penduduk per RT',
  areas: 'Rekapitulasi per Wilayah',
};

/** @throws Problem 404; 422 for a book that this level of area does not keep, or that is too long */
export async function readBook(deps: Deps, question: BookQuestion & { book: BookId }): Promise<Book> {
  const { caller, area, month, book } = question;
  assertCovers(caller, area);
  const path = [cityOf(area), districtOf(area), area].filter((code, at, all) => all.indexOf(code) === at);
  const names = await areaNames(deps.db, path);
  const areaName = names.get(area);
  if (areaName === undefined) throw notFound({ id: 'Wilayah tidak dikenal', en: 'No such area' });
  assertKept(book, area);
  // The one book that names people.
  if (book === 'b2')
    await recordAudit(deps.db.manager, {
      ...{ actor: caller.username, action: 'recap.names-read', object: `recap:${area}` },
      detail: { month, book, ...inStead(caller, area) },
    });
  const tables = await TABLES[book](deps, { caller, month, area, areaName });
  return {
    ...{ book, month, area, areaName, tables },
    title: TITLES[book],
    path: path.map((code) => names.get(code) ?? code),
  };
}

function assertKept(book: BookId, area: string): void {
  const isVillage = areaLevel(area) === 'village';
  if (isVillage ? book !== 'areas' : book !== 'b3' && book !== 'rt') return;
  const text = isVillage
    ? { id: 'Kelurahan tidak memiliki wilayah di bawahnya', en: 'A kelurahan has no areas below it' }
    : { id: 'Buku ini disusun per kelurahan', en: 'This book is kept by kelurahan' };
  throw invalidInput([inputFault('AREA_LEVEL', 'query.area', text)]);
}

function tooLong(): Problem {
  const text = {
    id: `Buku ini memuat lebih dari ${MOST_LINES} baris; pilih kecamatan atau kelurahan`,
    en: `This book has more than ${MOST_LINES} lines; choose a kecamatan or kelurahan`,
  };
  return invalidInput([inputFault('TOO_MUCH', 'query.area', text)]);
}

type Named = BookQuestion & { areaName: string };
const monthOf = ({ area, month }: Pick<Named, 'area' | 'month'>) => ({
  area,
  month: firstDayOf(month),
  next: firstDayOf(nextMonth(month)),
});

const TABLES: Record<BookId, (deps: Deps, question: Named) => Promise<BookTable[]>> = {
  a9: async (deps, question) => {
    const [report, movements] = await Promise.all([
      readRecap(deps, question),
      ledgerByEventDate(deps.db, monthOf(question)),
    ]);
    const byEvent = foldA9({ area: question.area, opening: [], movements });
    return [a9Table(report), departuresTable(report), datesTable(report, byEvent)];
  },
  b2: async (deps, question) => {
    const postings = await personPostings(deps.db, { ...monthOf(question), limit: MOST_LINES + 1 });
    if (postings.length > MOST_LINES) throw tooLong();
    return [b2Table(foldB2(postings))];
  },
  b3: async (deps, question) => [
    b3Table(foldB3({ area: question.area, parts: await ledgerByRt(deps.db, monthOf(question)) })),
  ],
  rt: async (deps, { area, areaName, ...question }) => {
    const parts = await ledgerByRt(deps.db, monthOf({ area, ...question }));
    const whole = {
      area,
      opening: parts.flatMap(({ opening }) => opening),
      movements: parts.flatMap(({ movements }) => movements),
    };
    const sheets = parts.map(({ rt, rw, ...ledger }) => ({
      name: `RT ${rt} / RW ${rw}`,
      report: foldA9({ area, ...ledger }),
    }));
    return [partsTable(sheets, { name: areaName, report: foldA9(whole) })];
  },
  areas: async (deps, question) => {
    const children = await ledgerByChild(deps.db, monthOf(question));
    const names = await areaNames(
      deps.db,
      children.map(({ area }) => area),
    );
    const parts = children.map((ledger) => ({
      name: names.get(ledger.area) ?? ledger.area,
      report: foldA9(ledger),
    }));
    const total = await readRecap(deps, question);
    return [partsTable(parts, { name: question.areaName, report: total })];
  },
};

/**
 * The ZIP archive that an XLSX file is (ECMA-376), held in memory as it came and unpacked part by part. What it says of its own
 * sizes is enforced: a small file that unpacks to gigabytes ends as an error.
 */
import type { Text } from '@lampid/domain/rules/finding';
import type { Parser } from 'saxen';
import { buffer as collect } from 'node:stream/consumers';
import { StringDecoder } from 'node:string_decoder';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

export const MAX_FILE_BYTES = 40 * 1024 * 1024;
/** 100,000 lines of 19 columns unpack to some 150 MB. */
const MAX_PART_BYTES = 700 * 1024 * 1024;
const MAX_SMALL_PART_BYTES = 4 * 1024 * 1024;
const MAX_PARTS = 2_000;

/** The file cannot be read, in words for the office. */
export class SheetError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = 'SheetError';
  }
}

export interface SheetArchive {
  /** First sheet of the workbook. */
  sheet: string;
  strings: string | null;
  /** Feeds a part to `parser` piece by piece, and waits for `between` after each. */
  parse(part: string, parser: Parser, between?: () => Promise<void>): Promise<void>;
}

/** @throws SheetError when it is no workbook, is damaged, locked, with macros, or would unpack to too much */
export async function openArchive(content: Buffer): Promise<SheetArchive> {
  const zip = await listing(content);
  const entry = (name: string) => zip.entries.get(name.replace(/^\//, ''));
  const small = async (name: string) => {
    const found = entry(name);
    if (!found || found.uncompressedSize > MAX_SMALL_PART_BYTES) throw notASheet();
    return (await collect(await streamOf(zip.file, found))).toString('utf8');
  };
  if (!entry('[Content_Types].xml') || !entry('xl/workbook.xml')) throw notASheet();
  if ([...zip.entries.keys()].some((name) => name.toLowerCase().endsWith('vbaproject.bin'))) {
    throw new SheetError({
      id: 'Berkas memuat makro: simpan sebagai Buku Kerja Excel (.xlsx)',
      en: 'The file has macros: save it as an Excel workbook (.xlsx)',
    });
  }
  const workbook = await small('xl/workbook.xml');
  if (/\bdate1904="(?:1|true)"/.test(workbook)) {
    throw new SheetError({
      id: 'Berkas memakai kalender 1904: matikan pilihan itu di Excel lalu isi kembali tanggalnya',
      en: 'The file uses the 1904 calendar: switch it off in Excel and enter the dates again',
    });
  }
  const relations = await small('xl/_rels/workbook.xml.rels');
  const sheet = partOf(relations, /<(?:\w+:)?sheet\b[^>]*?\br:id="([^"]+)"/.exec(workbook)?.[1]);
  if (sheet === null || !entry(sheet)) throw notASheet();
  const strings = entry('xl/sharedStrings.xml') ? 'xl/sharedStrings.xml' : null;
  return {
    sheet,
    strings,
    async parse(part, parser, between) {
      const decoder = new StringDecoder('utf8');
      let broken = false;
      parser.on('error', () => (broken = true));
      const chunks = (await streamOf(zip.file, entry(part)!))[Symbol.asyncIterator]();
      for (;;) {
        // Whatever the archive makes of itself (checksum, length, method) is the file's fault.
        const next = await chunks.next().catch(() => {
          throw damaged();
        });
        if (next.done) break;
        parser.write(decoder.write(next.value as Buffer));
        if (broken) throw damaged();
        await between?.();
      }
      parser.end();
      if (broken) throw damaged();
    },
  };
}

/** `xl/worksheets/sheet1.xml`, from the relation's id. */
function partOf(relations: string, id: string | undefined): string | null {
  if (id === undefined) return null;
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].find(([tag]) =>
    tag.includes(` Id="${id}"`),
  )?.[0];
  const target = relation && /\bTarget="([^"]+)"/.exec(relation)?.[1];
  if (!target) return null;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function listing(content: Buffer): Promise<{ file: ZipFile; entries: Map<string, Entry> }> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(content, { lazyEntries: true, validateEntrySizes: true }, (error, file) => {
      if (error) return reject(notASheet());
      const entries = new Map<string, Entry>();
      file.on('error', () => reject(damaged()));
      file.on('end', () => resolve({ file, entries }));
      file.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry);
        if (entry.uncompressedSize > MAX_PART_BYTES || entries.size > MAX_PARTS) return reject(tooLarge());
        file.readEntry();
      });
      file.readEntry();
    });
  });
}

function streamOf(file: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error ? reject(damaged()) : resolve(stream)));
  });
}

function notASheet(): SheetError {
  return new SheetError({
    id: 'Berkas ini bukan buku kerja Excel (.xlsx)',
    en: 'This file is no Excel workbook (.xlsx)',
  });
}

function damaged(): SheetError {
  return new SheetError({ id: 'Berkas rusak atau terpotong', en: 'The file is damaged or cut off' });
}

export function tooLarge(): SheetError {
  return new SheetError({
    id: 'Isi berkas terlalu besar: bagi menjadi beberapa berkas',
    en: 'The file unpacks to too much: divide it into several files',
  });
}

/** Lines of a workbook's first sheet, one after another: however long it is, only one line and the shared texts are in memory. */
import type { Cell } from '@lampid/domain/registry/import/read-cell';
import { Parser } from 'saxen';
import { openArchive, tooLarge } from './sheet-archive.js';

export interface SheetLine {
  /** As the sheet counts: the first is 1. */
  row: number;
  cells: Cell[];
}

export interface SheetReader {
  /** The last line, as the sheet says of itself. */
  expected(last: number): void;
  /** Lines as they come; reading goes on when the promise is done. Empty lines are left out. */
  lines(lines: SheetLine[]): Promise<void>;
}

const MAX_COLUMNS = 200;
const MAX_SHARED_CHARACTERS = 200_000_000;
const BATCH = 1_000;

/** @throws SheetError */
export async function readSheet(content: Buffer, reader: SheetReader): Promise<void> {
  const archive = await openArchive(content);
  const shared: string[] = [];
  if (archive.strings) await archive.parse(archive.strings, sharedStrings(shared));
  let waiting: SheetLine[] = [];
  const parser = sheetLines({
    shared,
    onLast: (last) => reader.expected(last),
    onLine: (line) => waiting.push(line),
  });
  const pass = async (least: number) => {
    while (waiting.length >= least && waiting.length > 0) {
      const lines = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      await reader.lines(lines);
    }
  };
  await archive.parse(archive.sheet, parser, () => pass(BATCH));
  await pass(1);
}

/** Texts that cells refer to by number; parts of one text (`<r>`) are joined, readings (`<rPh>`) left out. */
function sharedStrings(into: string[]): Parser {
  const parser = new Parser();
  let text = '';
  let characters = 0;
  let reading = false;
  let phonetic = false;
  parser.on('openTag', (name) => {
    const tag = local(name);
    if (tag === 'si') text = '';
    else if (tag === 't') reading = true;
    else if (tag === 'rPh') phonetic = true;
  });
  const add = (part: string) => {
    if (!reading || phonetic) return;
    characters += part.length;
    if (characters > MAX_SHARED_CHARACTERS) throw tooLarge();
    text += part;
  };
  parser.on('text', (part, decode) => add(decode(part)));
  parser.on('cdata', add);
  parser.on('closeTag', (name) => {
    const tag = local(name);
    if (tag === 't') reading = false;
    else if (tag === 'rPh') phonetic = false;
    else if (tag === 'si') into.push(text);
  });
  return parser;
}

interface LineParser {
  shared: readonly string[];
  onLast(last: number): void;
  onLine(line: SheetLine): void;
}

function sheetLines({ shared, onLast, onLine }: LineParser): Parser {
  const parser = new Parser();
  let row = 0;
  let cells: Cell[] = [];
  let column = -1;
  let type = '';
  let value = '';
  let reading = false;
  parser.on('openTag', (name, attributes) => {
    switch (local(name)) {
      case 'dimension': {
        const last = /:[A-Z]+(\d+)$/.exec(attributes()['ref'] ?? '')?.[1];
        if (last) onLast(Number(last));
        break;
      }
      case 'row':
        row = Number(attributes()['r'] ?? row + 1);
        cells = [];
        column = -1;
        break;
      case 'c': {
        const { r, t } = attributes();
        column = r ? columnOf(r) : column + 1;
        type = t ?? 'n';
        value = '';
        break;
      }
      case 'v':
      case 't':
        reading = true;
    }
  });
  parser.on('text', (part, decode) => {
    if (reading) value += decode(part);
  });
  parser.on('cdata', (part) => {
    if (reading) value += part;
  });
  parser.on('closeTag', (name) => {
    switch (local(name)) {
      case 'v':
      case 't':
        reading = false;
        break;
      case 'c':
        if (column < MAX_COLUMNS && value !== '') {
          while (cells.length < column) cells.push(null);
          cells[column] = cellOf(type, value, shared);
        }
        break;
      case 'row':
        if (cells.some((cell) => cell !== null && cell !== '')) onLine({ row, cells });
    }
  });
  return parser;
}

/** Cell types of ECMA-376 18.18.11. */
function cellOf(type: string, value: string, shared: readonly string[]): Cell {
  switch (type) {
    case 's':
      return shared[Number(value)] ?? null;
    case 'n':
      return Number.isFinite(Number(value)) ? Number(value) : value;
    case 'b':
      return value === '1';
    default:
      return value;
  }
}

/** `AB12` -> 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

/** Names of parts may carry a prefix for their namespace. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Reading single cells of the sheet: what a person or a spreadsheet program wrote, or the code of what is wrong with it. */
import { codeLists, type CodeList } from '../../codes.js';
import { addDays, isCalendarDate } from '../../dates.js';
import { nameFacts, tidyName } from '../../names.js';
import type { FaultCode } from './fault.js';

export type Cell = string | number | boolean | null;
export type ReadCell<Value> = { value: Value } | { fault: FaultCode };

/** Trimmed text of a cell, `''` when it is empty. */
export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : tidyName(String(cell));
}

/** 16 digits kept as text. Spreadsheets keep only 15 digits of a number. */
export function readNumber(cell: Cell | undefined, badForm: FaultCode): ReadCell<string> {
  if (typeof cell === 'number') return { fault: 'NUMBER_LOST_DIGITS' };
  const text = textOf(cell).replace(/^'/, '');
  if (text === '') return { fault: 'REQUIRED' };
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) return { fault: 'NUMBER_LOST_DIGITS' };
  return /^\d{16}$/.test(text) ? { value: text } : { fault: badForm };
}

/** Most of a name that the register and the printed card have room for (Permendagri 73/2022 art. 4). */
const NAME_LENGTH = 60;

export function readName(cell: Cell | undefined): ReadCell<string | null> {
  const name = textOf(cell);
  if (name === '') return { value: null };
  const { length, digit, nonLatin } = nameFacts(name);
  return length > NAME_LENGTH || digit || nonLatin ? { fault: 'NAME_FORM' } : { value: name.toUpperCase() };
}

export function readText(cell: Cell | undefined, longest: number): ReadCell<string> {
  const text = textOf(cell);
  if (text === '') return { fault: 'REQUIRED' };
  return text.length > longest ? { fault: 'TOO_LONG' } : { value: text };
}

/** Day 0 of a spreadsheet's calendar; its days before March 1900 are off by one and do not matter here. */
const SHEET_EPOCH = '1899-12-30';
/** 31 December 9999. */
const LAST_SHEET_DAY = 2_958_465;

/** `YYYY-MM-DD` of a spreadsheet's day number, of `DD-MM-YYYY` (also with `/` and `.`) or of `YYYY-MM-DD`. */
export function readDate(cell: Cell | undefined): ReadCell<string> {
  if (typeof cell === 'number') {
    if (cell < 61 || cell > LAST_SHEET_DAY) return { fault: 'DATE_FORM' };
    return { value: addDays(SHEET_EPOCH, Math.floor(cell)) };
  }
  const text = textOf(cell);
  if (text === '') return { fault: 'REQUIRED' };
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? isoOf(text);
  if (iso === null) return { fault: 'DATE_FORM' };
  return isCalendarDate(iso) ? { value: iso } : { fault: 'DATE_IMPOSSIBLE' };
}

function isoOf(text: string): string | null {
  const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  return parts && `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`;
}

/** The code that an official number or the official text stands for. */
export function readCode(cell: Cell | undefined, list: CodeList): ReadCell<number> {
  const text = textOf(cell);
  if (text === '') return { fault: 'REQUIRED' };
  const code = codesOf(list).get(folded(text));
  return code === undefined ? { fault: 'CODE_UNKNOWN' } : { value: code };
}

/** What offices write beside the official texts. */
const SHORT: Partial<Record<CodeList, Record<string, number>>> = { jenisKelamin: { L: 1, P: 2 } };

const known = new Map<CodeList, Map<string, number>>();

function codesOf(list: CodeList): Map<string, number> {
  const before = known.get(list);
  if (before) return before;
  const codes = new Map(Object.entries(SHORT[list] ?? {}));
  for (const { code, name } of codeLists[list]) {
    codes.set(folded(name), code).set(String(code), code);
  }
  known.set(list, codes);
  return codes;
}

/** `SLTA / SEDERAJAT` and `slta/sederajat` are one text; `A+` and `A-` are two. */
function folded(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9+-]/g, '');
}

/** Three digits, as cards print RT and RW. */
export function readBlock(cell: Cell | undefined): ReadCell<string> {
  const text = textOf(cell);
  if (text === '') return { fault: 'REQUIRED' };
  return /^\d{1,3}$/.test(text) ? { value: text.padStart(3, '0') } : { fault: 'RT_FORM' };
}

/** `32.73.02.1004`, also from the bare `3273021004`. */
export function readArea(
  cell: Cell | undefined,
  known: { city: string; areas: { has(code: string): boolean } },
): ReadCell<string> {
  const text = textOf(cell);
  if (text === '') return { fault: 'REQUIRED' };
  const bare = text.replaceAll('.', '');
  if (!/^\d{10}$/.test(bare)) return { fault: 'AREA_UNKNOWN' };
  const code = `${bare.slice(0, 2)}.${bare.slice(2, 4)}.${bare.slice(4, 6)}.${bare.slice(6)}`;
  if (!known.areas.has(code)) return { fault: 'AREA_UNKNOWN' };
  return code.startsWith(`${known.city}.`) ? { value: code } : { fault: 'AREA_OUTSIDE' };
}

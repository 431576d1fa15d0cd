/**
 * A report's data as labelled sections, read through the form that asked for it: no event type has a page of its own. Pure.
 */
import type { Language } from '../../i18n/dictionary.js';
import type { ReportData } from '../../api/wire.js';
import { formatDate } from '../../components/format.js';
import { topLevelKeys, type FormFieldInfo, type FormItemInfo } from '../forms/form-fields.js';

export interface DataEntry {
  label: string;
  value: string;
  /** Path in the data, for findings: `movers.0.nik`. */
  path: string;
}

export interface DataSection {
  /** Empty for fields that stand under no heading. */
  title: string;
  entries: DataEntry[];
}

interface Words {
  yes: string;
  no: string;
  other: string;
}

interface Reading {
  language: Language;
  words: Words;
}

/** Keys that are shown elsewhere on the page: corrections made without asking are findings. */
const SHOWN_ELSEWHERE = new Set(['documents', 'corrections']);

export function readData(infos: readonly FormItemInfo[], data: ReportData, reading: Reading): DataSection[] {
  const sections = readItems(infos, data, { ...reading, prefix: [], title: '' });
  const known = topLevelKeys(infos);
  const leftOver = Object.entries(data).flatMap(([key, value]) =>
    known.has(key) || SHOWN_ELSEWHERE.has(key) ? [] : flatten([key], value, reading),
  );
  if (leftOver.length > 0) sections.push({ title: reading.words.other, entries: leftOver });
  return sections.filter((section) => section.entries.length > 0);
}

interface Place extends Reading {
  prefix: string[];
  title: string;
}

function readItems(infos: readonly FormItemInfo[], data: unknown, place: Place): DataSection[] {
  const own: DataSection = { title: place.title, entries: [] };
  const inner: DataSection[] = [];
  for (const info of infos) {
    if (info.kind === 'field') own.entries.push(...readField(info, data, place));
    else if (info.kind === 'group') {
      const title = heading(place.title, info.label);
      inner.push(...readItems(info.items, data, { ...place, title }));
    } else {
      const rows = valueAt(data, info.path);
      if (!Array.isArray(rows)) continue;
      rows.forEach((row: unknown, index) => {
        const title = heading(place.title === info.label ? '' : place.title, `${info.label} ${index + 1}`);
        const prefix = [...place.prefix, ...info.path, String(index)];
        inner.push(...readItems(info.items, row, { ...place, prefix, title }));
      });
    }
  }
  return [own, ...inner];
}

const heading = (outer: string, inner: string) => [outer, inner].filter(Boolean).join(' · ');

function readField(info: FormFieldInfo, data: unknown, place: Place): DataEntry[] {
  const value = valueAt(data, info.path);
  if (isEmpty(value)) return [];
  const spelt = [spell(value, info, place), info.unit].filter(Boolean).join(' ');
  return [{ label: info.label, value: spelt, path: [...place.prefix, ...info.path].join('.') }];
}

function spell(value: unknown, info: FormFieldInfo | null, { language, words }: Reading): string {
  if (Array.isArray(value)) return value.map((item) => spell(item, info, { language, words })).join(', ');
  const option = info?.options.find((candidate) => String(candidate.value) === String(value));
  if (option) return option.label;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, language);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What no form asks for (fields of another version) is shown under its own keys rather than hidden. */
function flatten(path: string[], value: unknown, reading: Reading): DataEntry[] {
  if (isEmpty(value)) return [];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => flatten([...path, key], inner, reading));
  return [{ label: path.join(' › '), value: spell(value, null, reading), path: path.join('.') }];
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

export function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
    data,
  );
}

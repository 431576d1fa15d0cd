import type { ReportData } from '../../api/wire.js';
import type { FormItemInfo } from './form-fields.js';

/** The first name that was typed into a form, in its own order: whom the report is about. Null where none was yet. */
export function firstNameIn(infos: readonly FormItemInfo[], data: ReportData): string | null {
  for (const info of infos) {
    const name =
      info.kind === 'group'
        ? firstNameIn(info.items, data)
        : info.kind === 'list'
          ? firstNameIn(info.items, firstRow(valueAt(data, info.path)))
          : info.path.at(-1) === 'name' && valueAt(data, info.path);
    if (typeof name === 'string' && name.trim() !== '') return name;
  }
  return null;
}

const valueAt = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as ReportData | null | undefined)?.[key], data);

const firstRow = (rows: unknown): ReportData => (Array.isArray(rows) ? ((rows[0] ?? {}) as ReportData) : {});

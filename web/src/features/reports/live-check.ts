import type { Finding, ReportData } from '../../api/wire.js';
import { pathKey } from '../forms/field-path.js';

/** Findings about what has been filled in: who is still typing needs no word about the fields to come. */
export function aboutFilledFields(findings: readonly Finding[], data: ReportData): Finding[] {
  return findings.filter(({ field }) => field !== null && isFilled(valueAt(data, pathKey(field))));
}

function valueAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], data);
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '';
}

import { expect, it } from 'vitest';
import type { Rule } from './api/rules.js';
import { filterRules } from './filter-rules.js';

const rule = (code: string, severity: Rule['severity'], id: string, legalBasis: string | null): Rule => ({
  type: 'birth',
  version: 1,
  table: { id: 'birth', names: { id: 'Lahir', en: 'Birth' } },
  code,
  severity,
  message: { id, en: 'x' },
  legalBasis,
  effectiveFrom: null,
  effectiveUntil: null,
  conditions: [],
  example: null,
  fired: { ever: 0, lately: 0 },
});
const rules = [
  rule('L01', 'L', 'Terlambat >60 hari', 'UU 24/2013 ps. 27'),
  rule('N03', 'E', 'Nama tidak boleh memuat angka', 'Permendagri 73/2022'),
  rule('L03', 'W', 'Umur ibu tidak wajar', null),
];
const codes = (severity: Rule['severity'] | null, text: string) =>
  filterRules(rules, { severity, text }).map(({ code }) => code);

it('finds rules by severity, code, message and law', () => {
  expect(codes(null, '')).toEqual(['L01', 'N03', 'L03']);
  expect(codes('E', '')).toEqual(['N03']);
  expect(codes(null, 'uu 24/2013')).toEqual(['L01']);
  expect(codes(null, 'ibu umur')).toEqual(['L03']);
  expect(codes('W', 'nama')).toEqual([]);
});

import { expect, it } from 'vitest';
import type { Finding } from '../../api/wire.js';
import { aboutFilledFields } from './live-check.js';

const finding = (field: string | null): Finding => ({
  code: 'X',
  severity: 'E',
  field,
  message: { id: 'x', en: 'x' },
});

it('keeps findings about fields that hold something', () => {
  const data = { child: { name: 'B1', weight: 0 }, movers: [{ nik: '12' }, { nik: '' }], documents: [] };
  const fields = [
    'child.name',
    'child.weight',
    'child.sex',
    'movers.0.nik',
    'movers.1.nik',
    'documents',
    'a.b',
    null,
  ];
  const kept = aboutFilledFields(fields.map(finding), data);
  expect(kept.map(({ field }) => field)).toEqual(['child.name', 'child.weight', 'movers.0.nik']);
});

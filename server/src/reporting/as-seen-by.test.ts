import { expect, it } from 'vitest';
import { asSeenBy } from './as-seen-by.js';

it('masks every number of a person for an auditor, also inside of a sentence, and nothing that only looks like one', () => {
  const hash = `a1234567890123456${'f'.repeat(47)}`;
  const value = {
    nik: '3273024401900001',
    note: ['NIK 3273024401900001, lihat KK 3273021505100002.'],
    hash,
    count: 2,
  };
  expect(asSeenBy({ role: 'auditor' }, value)).toEqual({
    ...{
      nik: '3273********0001',
      note: ['NIK 3273********0001, lihat KK 3273********0002.'],
      hash,
      count: 2,
    },
  });
  expect(asSeenBy({ role: 'operator' }, value)).toBe(value);
});

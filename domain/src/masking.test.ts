import { describe, expect, it } from 'vitest';
import { codeLists, codeName, isCode } from './codes.js';
import { maskDate, maskEmail, maskName, maskNumber, maskPhone } from './masking.js';

describe('masking', () => {
  it('leaves the ends of a number', () => {
    expect(maskNumber('3273024504909001')).toBe('3273********9001');
    expect(maskNumber('1234')).toBe('****');
  });

  it('leaves the first letter of each word', () => {
    expect(maskName('Budi Santoso')).toBe('B*** S******');
    expect(maskName('  Budi   S ')).toBe('B*** S');
    expect(maskName('')).toBe('');
  });

  it('leaves little of the rest', () => {
    expect(maskPhone('+62 812-3456-7890')).toBe('**********890');
    expect(maskPhone('12')).toBe('**');
    expect(maskEmail('budi@example.org')).toBe('b***@example.org');
    expect(maskEmail('@x')).toBe('***');
    expect(maskDate('1990-04-05')).toBe('1990');
  });
});

describe('code lists', () => {
  it('name their codes', () => {
    expect(codeName('shdk', 1)).toBe('KEPALA KELUARGA');
    expect(codeName('shdk', 99)).toBe('99');
    expect(isCode('agama', 7)).toBe(true);
    expect(isCode('agama', 8)).toBe(false);
    expect(codeLists.pekerjaan).toHaveLength(89);
  });
});

import { describe, expect, it } from 'vitest';
import { areaFaults } from './user-body.js';

const user = (over: object) => ({
  ...{ name: 'Ani', email: null, role: 'operator' as const, areaCode: '32.73.02.1004', rt: null, rw: null },
  ...over,
});
const codes = (over: object) => areaFaults(user(over)).map(({ code, field }) => `${code} ${field}`);

describe('the area of an account', () => {
  it('is of the kind that its role works in', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ areaCode: '32.73' })).toEqual(['WRONG_AREA areaCode']);
    expect(codes({ role: 'supervisor' })).toEqual(['WRONG_AREA areaCode']);
    expect(codes({ role: 'supervisor', areaCode: '32.73.02' })).toEqual([]);
    expect(codes({ role: 'admin', areaCode: '32.73' })).toEqual([]);
  });

  it('goes down to the RT for their heads, and for nobody else', () => {
    expect(codes({ role: 'rtrw' })).toEqual(['REQUIRED rw']);
    expect(codes({ role: 'rtrw', rw: '003' })).toEqual([]);
    expect(codes({ role: 'rtrw', rw: '003', rt: '001' })).toEqual([]);
    expect(codes({ rw: '003' })).toEqual(['NOT_ALLOWED rw']);
  });
});

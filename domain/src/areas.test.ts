import { describe, expect, it } from 'vitest';
import {
  areaLevel,
  bareCode,
  cityOf,
  districtOf,
  isWithin,
  moveClassOf,
  moveScopeOf,
  provinceOf,
} from './areas.js';

describe('area codes', () => {
  it('knows levels by form', () => {
    expect(['32', '32.73', '32.73.02', '32.73.02.1004', '3273', ''].map(areaLevel)).toEqual([
      'province',
      'city',
      'district',
      'village',
      null,
      null,
    ]);
  });

  it('goes up', () => {
    const dago = '32.73.02.1004';
    expect([provinceOf(dago), cityOf(dago), districtOf(dago), bareCode(dago)]).toEqual([
      '32',
      '32.73',
      '32.73.02',
      '3273021004',
    ]);
    expect(isWithin(dago, '32.73')).toBe(true);
    expect(isWithin(dago, dago)).toBe(true);
    expect(isWithin('32.73.021', '32.73.02')).toBe(false);
  });

  it.each([
    ['32.73.02.1004', 1, 'intra'],
    ['32.73.02.1001', 2, 'intra'],
    ['32.73.05.1001', 3, 'intra'],
    ['32.77.01.1001', 4, 'inter'],
    ['31.71.01.1001', 5, 'inter'],
  ] as const)('a move from Dago to %s is class %i', (to, moveClass, scope) => {
    expect(moveClassOf('32.73.02.1004', to)).toBe(moveClass);
    expect(moveScopeOf(moveClass)).toBe(scope);
  });
});

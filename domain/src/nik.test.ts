import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates.js';
import {
  birthDateCandidates,
  hasNikForm,
  isPossibleNik,
  matchesBirthDate,
  nextNik,
  nikPrefix,
  NikSerialExhausted,
  parseNik,
} from './nik.js';

const TODAY = '2026-11-22';
const birthDate = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1903-08-01', days));

describe('NIK', () => {
  it('holds place, date, sex and serial', () => {
    expect(parseNik('3273024504909001')).toEqual({
      districtCode: '32.73.02',
      sex: 2,
      day: 5,
      month: 4,
      shortYear: 90,
      serial: '9001',
    });
    expect(parseNik('327302450490900')).toBeNull();
    expect(parseNik('32730245049090O1')).toBeNull();
  });

  it('keeps numbers that a JavaScript number cannot', () => {
    expect(hasNikForm('9101012345679001')).toBe(true);
    expect(parseNik('9101012345679001')?.serial).toBe('9001');
  });

  it('derives candidates without dates that lie ahead or do not exist', () => {
    expect(birthDateCandidates('3273020504909001', TODAY)).toEqual(['1990-04-05']);
    expect(birthDateCandidates('3273020504109001', TODAY)).toEqual(['2010-04-05', '1910-04-05']);
    expect(birthDateCandidates('3273022902019001', TODAY)).toEqual([]);
    expect(birthDateCandidates('3273022902009001', TODAY)).toEqual(['2000-02-29']);
    expect(birthDateCandidates('3273020013909001', TODAY)).toEqual([]);
    expect(birthDateCandidates('short', TODAY)).toEqual([]);
  });

  it('refuses serial 0000 and dates that are none', () => {
    expect(isPossibleNik('3273020504900000', TODAY)).toBe(false);
    expect(isPossibleNik('3273023104909001', TODAY)).toBe(false);
    expect(isPossibleNik('3273020504909001', TODAY)).toBe(true);
    expect(isPossibleNik('x', TODAY)).toBe(false);
  });

  it('allocates numbers that say what they were allocated for', () => {
    fc.assert(
      fc.property(
        birthDate,
        fc.constantFrom(1 as const, 2 as const),
        fc.integer({ min: 0, max: 9998 }),
        (born, sex, last) => {
          const nik = nextNik({
            prefix: nikPrefix({ districtCode: '32.73.02', birthDate: born, sex }),
            last,
          });
          expect(nik).toHaveLength(16);
          const parts = parseNik(nik)!;
          expect(parts).toMatchObject({
            districtCode: '32.73.02',
            sex,
            serial: String(last + 1).padStart(4, '0'),
          });
          expect(birthDateCandidates(nik, TODAY)).toContain(born);
          expect(matchesBirthDate(nik, born)).toBe(true);
          expect(matchesBirthDate(nik, addDays(born, 1))).toBe(false);
        },
      ),
    );
  });

  it('ends at 9999', () => {
    expect(() => nextNik({ prefix: '327302050490', last: 9999 })).toThrow(NikSerialExhausted);
    expect(() => nikPrefix({ districtCode: '32.73', birthDate: TODAY, sex: 1 })).toThrow(RangeError);
    expect(matchesBirthDate('x', TODAY)).toBe(false);
  });
});

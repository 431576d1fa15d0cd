import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageAt,
  compactDate,
  dayName,
  daysBetween,
  isCalendarDate,
  jakartaInstant,
  jakartaMinutes,
  longDate,
  shortDate,
  todayJakarta,
} from './dates.js';

const day = fc.integer({ min: -25_000, max: 30_000 }).map((days) => addDays('2000-01-01', days));

describe('dates in Jakarta', () => {
  it('turns at 17:00 UTC', () => {
    expect(todayJakarta(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-22');
    expect(todayJakarta(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
  });

  it('gives instants and minutes of the day back', () => {
    expect(jakartaInstant('2026-11-23', 8 * 60).toISOString()).toBe('2026-11-23T01:00:00.000Z');
    expect(jakartaMinutes(new Date('2026-11-23T01:30:00Z'))).toBe(510);
  });

  it('knows real dates only', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true);
    expect(isCalendarDate('2023-02-29')).toBe(false);
    expect(isCalendarDate('2024-13-01')).toBe(false);
    expect(isCalendarDate('24-01-01')).toBe(false);
  });

  it('counts days both ways', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(() => daysBetween('2024-02-30x', '2024-03-01')).toThrow(RangeError);
  });

  it('ages on the birthday, not before', () => {
    expect(ageAt('2000-06-15', '2017-06-14')).toBe(16);
    expect(ageAt('2000-06-15', '2017-06-15')).toBe(17);
    expect(ageAt('2004-02-29', '2021-02-28')).toBe(16);
    expect(ageAt('2004-02-29', '2021-03-01')).toBe(17);
  });

  it('names and writes days', () => {
    expect(dayName('2026-11-22')).toBe('Minggu');
    expect(dayName('1970-01-01')).toBe('Kamis');
    expect(dayName('1945-08-17')).toBe('Jumat');
    expect(longDate('2024-04-05')).toBe('5 April 2024');
    expect(compactDate('2024-04-15')).toBe('15042024');
    expect(shortDate('2024-04-15')).toBe('150424');
  });
});

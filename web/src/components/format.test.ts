import { describe, expect, it } from 'vitest';
import { formatDate, formatDuration, formatInstant, formatMonth, todayInJakarta } from './format.js';

describe('format', () => {
  it('shows a date as it stands, whatever the zone of the browser', () => {
    expect(formatDate('2026-11-01', 'id')).toBe('1 November 2026');
    expect(formatDate('2026-05-31', 'id')).toBe('31 Mei 2026');
    expect(formatDate('2026-05-31', 'en')).toBe('31 May 2026');
  });

  it('leaves what is no date alone', () => {
    expect(formatDate('kemarin', 'id')).toBe('kemarin');
    expect(formatDate('1990', 'id')).toBe('1990');
  });

  it('shows instants in Jakarta time', () => {
    expect(formatInstant('2026-11-22T17:30:00Z', 'id')).toContain('23 Nov 2026');
    expect(formatInstant('2026-11-22T17:30:00Z', 'id')).toContain('00.30');
  });

  it('names months', () => {
    expect(formatMonth('2026-02', 'id')).toBe('Februari 2026');
  });

  it('keeps the two largest units of a duration', () => {
    expect(formatDuration(0, 'id')).toBe('< 1 dtk');
    expect(formatDuration(65_000, 'id')).toBe('1 mnt 5 dtk');
    expect(formatDuration(2 * 3_600_000 + 5 * 60_000 + 9_000, 'en')).toBe('2 h 5 min');
    expect(formatDuration(-5, 'en')).toBe('< 1 s');
  });

  it('knows the day in Jakarta, seven hours ahead', () => {
    expect(todayInJakarta(new Date('2026-11-22T18:00:00Z'))).toBe('2026-11-23');
    expect(todayInJakarta(new Date('2026-11-22T16:59:00Z'))).toBe('2026-11-22');
  });
});

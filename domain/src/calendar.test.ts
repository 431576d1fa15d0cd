import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingMinutes,
  deadlines,
  holidaysKnownUntil,
  isWorkingDay,
  officeCalendar,
  workingMinutesBetween,
} from './calendar.js';

const calendar = officeCalendar(['2026-12-25']);
const at = (jakarta: string) => new Date(`${jakarta}+07:00`);

describe('office calendar', () => {
  it('rests on weekends and holidays', () => {
    expect(isWorkingDay('2026-11-20', calendar)).toBe(true);
    expect(isWorkingDay('2026-11-21', calendar)).toBe(false);
    expect(isWorkingDay('2026-11-22', calendar)).toBe(false);
    expect(isWorkingDay('2026-12-25', calendar)).toBe(false);
  });

  it('knows to which day its holidays reach', () => {
    expect(holidaysKnownUntil(officeCalendar(['2027-12-25', '2026-01-01', '2027-01-01']))).toBe('2027-12-31');
    expect(holidaysKnownUntil(officeCalendar())).toBeNull();
  });

  it('counts working days after a day', () => {
    expect(addWorkingDays('2026-11-20', 1, calendar)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 0, calendar)).toBe('2026-11-21');
    expect(addWorkingDays('2026-12-24', 1, calendar)).toBe('2026-12-28');
  });

  it.each([
    ['within a day', '2026-11-23T09:00:00', 45, '2026-11-23T09:45:00'],
    ['before opening', '2026-11-23T06:00:00', 60, '2026-11-23T09:00:00'],
    ['over the night', '2026-11-23T15:30:00', 60, '2026-11-24T08:30:00'],
    ['after closing on Friday', '2026-11-20T17:00:00', 60, '2026-11-23T09:00:00'],
    ['over a weekend', '2026-11-20T15:00:00', 240, '2026-11-23T11:00:00'],
    ['over Christmas and a weekend', '2026-12-24T15:00:00', 120, '2026-12-28T09:00:00'],
    ['exactly to closing', '2026-11-23T15:00:00', 60, '2026-11-23T16:00:00'],
  ])('%s', (_, from, minutes, to) => {
    expect(addWorkingMinutes(at(from), minutes, calendar)).toEqual(at(to));
  });

  it('adds what it counts', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 5000 }),
        (from, minutes) => {
          const to = addWorkingMinutes(from, minutes, calendar);
          expect(workingMinutesBetween(from, to, calendar)).toBeCloseTo(minutes, 5);
        },
      ),
    );
    expect(workingMinutesBetween(at('2026-11-24T09:00:00'), at('2026-11-23T09:00:00'), calendar)).toBe(0);
  });

  it('gives the deadlines in order, the return limit in calendar days', () => {
    const now = at('2026-11-20T15:30:00');
    expect(deadlines(now, calendar)).toEqual({
      remindAt: at('2026-11-23T08:15:00').toISOString(),
      escalateAt: at('2026-11-23T08:30:00').toISOString(),
      reassignAt: at('2026-11-23T11:30:00').toISOString(),
      returnUntil: at('2026-12-04T15:30:00').toISOString(),
    });
  });
});

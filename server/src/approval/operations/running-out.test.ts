import { officeCalendar } from '@lampid/domain/calendar';
import { expect, it } from 'vitest';
import { runningOut } from './running-out.js';

const at = (jakarta: string) => new Date(`${jakarta}:00+07:00`);
const found = (now: string, holidays: string[] = ['2026-12-25', '2027-12-25']) =>
  runningOut({
    now: at(now),
    calendar: officeCalendar(holidays),
    certificateUntil: at('2036-11-27T09:00'),
  });

it('tells of the holidays from the autumn before, and as long as nobody renews them', () => {
  expect(found('2027-09-01T23:59')).toEqual([]);
  const told = [{ what: 'holidays', lastDay: '2027-12-31' }];
  expect(found('2027-09-03T00:01')).toEqual(told);
  expect(found('2030-05-05T10:00')).toEqual(told);
  expect(found('2026-11-30T10:00', [])).toEqual([{ what: 'holidays', lastDay: null }]);
});

it('tells of the certificate weeks before it ends', () => {
  const years = ['2036-12-25', '2037-01-01'];
  expect(found('2036-10-01T10:00', years)).toEqual([]);
  expect(found('2036-11-01T10:00', years)).toEqual([{ what: 'certificate', lastDay: '2036-11-27' }]);
  expect(found('2036-12-01T10:00', years)).toEqual([{ what: 'certificate', lastDay: '2036-11-27' }]);
});

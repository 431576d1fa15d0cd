import { expect, it } from 'vitest';
import { seatOf, seatsOf } from './seats.js';

const absent = (areaCode: string | undefined, areaName: string) => ({
  ...{ username: areaName, name: `Bu ${areaName}`, areaCode: areaCode!, areaName, until: '2026-12-01' },
});
const coblong = { areaCode: '32.73.02', areaName: 'Coblong' };

it('a deputy has a seat in each area that is not their own already', () => {
  const seats = seatsOf({
    ...coblong,
    deputising: [absent('32.73.02', 'Coblong'), absent('32.73.01', 'Sukasari'), absent('32.73.01', 'Lagi')],
  });
  expect(seats.map(({ code, absent: of }) => [code, of])).toEqual([
    ['32.73.02', null],
    ['32.73.01', 'Bu Sukasari'],
  ]);
  expect(seatOf(seats, '32.73.01.1002').code).toBe('32.73.01');
  expect(seatOf(seats, '32.73.02.1004').code).toBe('32.73.02');
  expect(seatOf(seats, '32.73.021').code).toBe('32.73.02');
});

it('who stands in for nobody has one', () => {
  expect(seatsOf(coblong)).toHaveLength(1);
});

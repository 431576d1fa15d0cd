import { describe, expect, it } from 'vitest';
import {
  birthDatesLike,
  compareLikeness,
  POSSIBLE_DUPLICATE,
  similarity,
  type Likeness,
} from './likeness.js';

const ayu: Likeness = { name: 'Ayu Lestari', birthDate: '2026-03-04', sex: 2, motherName: 'Siti Aminah' };
const against = (change: Partial<Likeness>) => compareLikeness(ayu, { ...ayu, ...change });

describe('two people on paper', () => {
  it.each<[string, Partial<Likeness>]>([
    ['the same', {}],
    ['written in capitals', { name: 'AYU  LESTARI', motherName: 'SITI AMINAH' }],
    ['of a misspelt name', { name: 'Ayu Lestary' }],
    ['of a date with day and month exchanged', { birthDate: '2026-04-03' }],
    ['of a date a day off', { birthDate: '2026-03-05' }],
    ['whose mother is not recorded', { motherName: null }],
    ['whose sex was noted wrongly', { sex: 1 }],
  ])('%s may be one', (_, change) => {
    expect(against(change).score).toBeGreaterThanOrEqual(POSSIBLE_DUPLICATE);
  });

  it.each<[string, Partial<Likeness>]>([
    ['twins', { name: 'Ani Lestari' }],
    ['namesakes of another mother', { motherName: 'Dewi Kartika' }],
    ['namesakes of another day', { birthDate: '2026-03-20' }],
    ['others', { name: 'Budi Santoso' }],
  ])('%s are two', (_, change) => {
    expect(against(change).score).toBeLessThan(POSSIBLE_DUPLICATE);
  });

  it('says in what they agree', () => {
    expect(against({}).reasons).toEqual(['name', 'birth-date', 'sex', 'mother']);
    expect(against({ birthDate: '2026-04-03', sex: 1, motherName: null }).reasons).toEqual([
      'name',
      'birth-date-swapped',
    ]);
    expect(against({})).toMatchObject({ score: 100 });
  });
});

it('looks a person up under dates that are easily taken for theirs', () => {
  expect(birthDatesLike('2026-03-04')).toEqual([
    ...['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'],
    '2026-04-03',
  ]);
  expect(birthDatesLike('2026-03-20')).toHaveLength(7);
  expect(birthDatesLike('2026-03-03')).toHaveLength(7);
});

it('measures names as pg_trgm does', () => {
  expect(similarity('word', 'two words')).toBeCloseTo(0.363636, 5);
  expect(similarity('', 'x')).toBe(0);
  expect(similarity('Ayu', 'AYU')).toBe(1);
});

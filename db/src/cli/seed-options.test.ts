import { describe, expect, it } from 'vitest';
import { readSeedOptions, SeedRefused } from './seed-options.js';

const read = (line: string, environment: NodeJS.ProcessEnv = {}) =>
  readSeedOptions(line === '' ? [] : line.split(' '), environment);

describe('what is asked of the seed', () => {
  it.each([
    ['', {}, null, null],
    ['--residents 200000 --reports 100000', {}, 200_000, 100_000],
    ['--reports=0', { SEED_RESIDENTS: '' }, null, 0],
    ['', { SEED_RESIDENTS: '7000', SEED_REPORTS: '10' }, 7_000, 10],
    ['--residents 9000', { SEED_RESIDENTS: '7000' }, 9_000, null],
  ])('%j with %j', (line, environment, residents, reports) => {
    expect(read(line, environment)).toEqual({ ifEmpty: false, referenceOnly: false, residents, reports });
  });

  it('knows its switches', () => {
    expect(read('--if-empty', { SEED_REPORTS: '3' })).toMatchObject({ ifEmpty: true, reports: 3 });
    expect(read('--reference-only')).toMatchObject({ referenceOnly: true });
  });

  it.each([
    ['--resident 5', '--resident'],
    ['200000', '200000'],
    ['-n 5', '-n'],
    ['-- 5', '--'],
    ['--residents', '--residents'],
    ['--residents=', '--residents'],
    ['--residents -5', '--residents'],
    ['--residents --reports 5', '--residents'],
    ['--residents 1e5', '1e5'],
    ['--residents 2.5', '2.5'],
    ['--residents 10000001', '10000001'],
    ['--reports 5 --reports 6', '--reports'],
    ['--if-empty=yes', '--if-empty'],
    ['--reference-only --reports 5', '--reference-only'],
  ])('refuses %j in one line of two languages that names %s', (line, named) => {
    expect(() => read(line)).toThrow(SeedRefused);
    expect(() => read(line)).toThrow(new RegExp(`^.*${named}.* / .*${named}.*$`));
  });

  it('names the variable that is no count', () => {
    expect(() => read('', { SEED_RESIDENTS: 'many' })).toThrow(
      /SEED_RESIDENTS.*'many'.* \/ .*SEED_RESIDENTS/,
    );
  });
});

import { expect, it } from 'vitest';
import { AnswerCache } from './answer-cache.js';
import { maskedNik, withoutNik } from './masked-nik.js';

const fields = { name: { match: true, score: 100 } };

it('drops the longest unused answer when it is full', () => {
  const cache = new AnswerCache({ ttlMs: 1_000, maxEntries: 2, now: () => 0 });
  for (const nik of ['1', '2']) cache.keep(nik, { NAMA_LGKP: 'A' }, fields);
  expect(cache.find('1', { NAMA_LGKP: 'A' })).toEqual(fields);
  cache.keep('3', { NAMA_LGKP: 'A' }, fields);
  expect(cache.size).toBe(2);
  expect(cache.find('2', { NAMA_LGKP: 'A' })).toBeNull();
  expect(cache.find('1', { NAMA_LGKP: 'A' })).toEqual(fields);
  expect(cache.find('3', { NAMA_LGKP: 'B' })).toBeNull();
});

it('holds no NIK in clear', () => {
  const cache = new AnswerCache({ ttlMs: 1_000, maxEntries: 2, now: () => 0 });
  cache.keep('3273025505909001', { NIK: '3273025505909001' }, fields);
  expect(JSON.stringify([...(cache as unknown as { entries: Map<string, unknown> }).entries])).not.toContain(
    '3273025505909001',
  );
});

it('masks a NIK so that two people with one mask differ', () => {
  expect(maskedNik('3273025505909001', 'pepper')).toMatch(/^3273\*{8}9001#[0-9a-f]{8}$/);
  expect(maskedNik('3273025505909001', 'pepper')).not.toBe(maskedNik('3273025505919001', 'pepper'));
  expect(withoutNik('NIK 3273025505909001 dan 3273025505909002')).toBe(
    'NIK 3273********9001 dan 3273********9002',
  );
});

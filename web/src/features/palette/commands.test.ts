import { expect, it } from 'vitest';
import { matching, type Command } from './commands.js';

const commands: Command[] = ['Tugas', 'Laporan baru: Kelahiran', 'Laporan', 'Rekap bulanan'].map((label) => ({
  ...{ id: label, label, path: `/${label}` },
}));
const found = (typed: string) => matching(commands, typed).map(({ label }) => label);

it('finds by the beginnings of words, in any order', () => {
  expect(found('')).toHaveLength(4);
  expect(found('lap')).toEqual(['Laporan baru: Kelahiran', 'Laporan']);
  expect(found('kelah lap')).toEqual(['Laporan baru: Kelahiran']);
  expect(found('bul')).toEqual(['Rekap bulanan']);
  expect(found('xyz')).toEqual([]);
});

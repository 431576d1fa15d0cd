import { expect, it } from 'vitest';
import { FORM_WORDS } from './form-words.js';
import { said } from './speak-in.js';
import { SIMULATION_WORDS } from './simulation-words.js';

it('says what the dictionary has, and leaves the rest and the white space', () => {
  expect(said(' Text field\n', FORM_WORDS)).toBe(' Isian teks\n');
  expect(said('Nomor KK', FORM_WORDS)).toBe('Nomor KK');
  expect(said('toString', FORM_WORDS)).toBe('toString');
  expect(said('  ', FORM_WORDS)).toBe('  ');
});

it('says sentences around a name', () => {
  expect(said('Process started', SIMULATION_WORDS)).toBe('Proses dimulai');
  expect(said('Decide in time finished', SIMULATION_WORDS)).toBe('Decide in time selesai');
  expect(said('Set animation speed = Fast', SIMULATION_WORDS)).toBe('Kecepatan animasi: cepat');
});

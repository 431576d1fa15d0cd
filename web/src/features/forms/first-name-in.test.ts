import { expect, it } from 'vitest';
import { firstNameIn } from './first-name-in.js';
import { formFields } from './form-fields.js';

const name = { type: 'textfield', key: 'name', label: 'Nama lengkap' };
const reporter = { type: 'group', path: 'reporter', label: 'Pelapor', components: [name] };
const birth = formFields({
  components: [
    { type: 'textfield', key: 'familyCardNumber', label: 'Nomor KK' },
    { type: 'group', path: 'child', label: 'Anak', components: [name] },
    reporter,
  ],
});
const move = formFields({
  components: [{ type: 'dynamiclist', path: 'movers', label: 'Orang', components: [name] }, reporter],
});
const death = formFields({ components: [{ ...name, key: 'deceased.name' }, reporter] });

it('is of whom the report is about: the first in the form, of a list the first row', () => {
  const data = { familyCardNumber: '3273020101909001', reporter: { name: 'SITI' } };
  expect(firstNameIn(birth, { ...data, child: { name: 'Bunga Lestari' } })).toBe('Bunga Lestari');
  expect(firstNameIn(death, { ...data, deceased: { name: 'Bunga Lestari' } })).toBe('Bunga Lestari');
  expect(firstNameIn(move, { ...data, movers: [{ name: 'Bunga Lestari' }, { name: 'ADI' }] })).toBe(
    'Bunga Lestari',
  );
});

it('is the next one where the first is empty yet, and nobody’s in an empty form', () => {
  expect(firstNameIn(birth, { child: { name: ' ' }, reporter: { name: 'SITI' } })).toBe('SITI');
  expect(firstNameIn(move, { movers: [] })).toBeNull();
});

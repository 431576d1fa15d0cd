/** A birth that no rule objects to: in the last seven weeks, to the couple of a demo family. */
import { addDays, dayName } from '@lampid/domain/dates';
import { membersOf, spousesOf } from '@lampid/domain/registry/family';
import type { ExampleInput } from '@lampid/processes/define-event';
import { personOf, reporterOf, witnessesAmong } from '@lampid/processes/example-people';
import type { BirthData } from './schema.js';

const NAMES = {
  1: ['Arka', 'Bima', 'Dimas', 'Fajar', 'Galih', 'Raka', 'Satria', 'Yoga'],
  2: ['Ayu', 'Citra', 'Dinda', 'Intan', 'Laras', 'Nadia', 'Sekar', 'Tiara'],
} as const;
const LAST_NAMES = ['Pratama', 'Nugraha', 'Permana', 'Kusuma', 'Wijaya', 'Ramadhan', 'Maulana', 'Firmansyah'];

export function birthExample({ registry, neighbours, documents, today }: ExampleInput): BirthData {
  const card = registry.familyCards[0]!;
  const family = { card, members: membersOf(registry, card) };
  const mother = family.members.find(
    (member) => member.resident.sex === 2 && spousesOf(family, member).length === 1,
  );
  const father = mother && spousesOf(family, mother)[0];
  if (!mother || !father) throw new Error('the example of a birth needs a couple');
  const siblings = registry.residents.filter(({ motherNik }) => motherNik === mother.resident.nik);
  // The card's digits vary the example; there is no randomness, so the same family gives the same report.
  // All of them, spread wide: 999 synthetic NIKs are all there are for one kecamatan, sex and day.
  const vary = [...card.number].reduce((hash, digit) => (hash * 31 + Number(digit)) % 99_991, 7);
  const sex = vary % 2 === 0 ? 1 : 2;
  const birthDate = addDays(today, -1 - ((vary >> 1) % 50));
  return {
    familyCardNumber: card.number,
    certificateModel: 'AYAH_IBU',
    child: {
      name: `${NAMES[sex][vary % 8]!} ${LAST_NAMES[(vary >> 3) % 8]!}`,
      sex,
      placeKind: 1,
      birthPlace: 'Kota Bandung',
      birthDate,
      dayName: dayName(birthDate),
      birthTime: '09:30',
      birthType: 1,
      birthOrder: Math.max(0, ...siblings.map(({ birthOrder }) => birthOrder ?? 0)) + 1,
      helper: 2,
      weightGrams: 2900 + (vary % 60) * 10,
      lengthCm: 48 + (vary % 4),
    },
    mother: personOf(mother.resident),
    father: personOf(father.resident),
    reporter: reporterOf(father.resident, 'parent'),
    witnesses: witnessesAmong(neighbours, today),
    documents: documents(['f-2-01', 'kk', 'surat-kelahiran', 'buku-nikah']),
  };
}

import { birthDeedContent, deathDeedContent, type CertificateModel } from '@lampid/domain/documents/deed';
import type { DocumentContent } from '@lampid/domain/documents/document-content';
import { familyCardContent } from '@lampid/domain/documents/family-card';
import { residentLetterContent } from '@lampid/domain/documents/resident-letters';
import { child, couple } from '@lampid/domain/testing/families';
import { MemoryRegistry } from '@lampid/domain/testing/memory-registry';
import { describe, expect, it } from 'vitest';
import { layoutOf } from './layout-of.js';

const registry = new MemoryRegistry();
registry.addFamily(couple(child('Agus', '2015-05-05'), child('Cici', '2018-05-05', 2)));
const { residents, familyCards } = registry.snapshot();
const agus = { ...residents.find(({ name }) => name === 'Agus')!, fatherName: 'Budi', motherName: 'Siti' };
const issued = { issuedOn: '2026-11-23', city: '32.73' };

/** Every text of the page, in order. */
function wordsOf(content: DocumentContent): string {
  return JSON.stringify(layoutOf(content.kind).body({ content, cityName: 'Kota Bandung' }));
}

function birth(model: CertificateModel): DocumentContent {
  const number = '3273-LU-23112026-9001';
  return birthDeedContent({ ...issued, number, resident: agus, model, birthOrder: 1 });
}

describe('a birth certificate names the parents as its model says', () => {
  it.each([
    ['AYAH_IBU', ['dari ayah', 'Budi', 'dan ibu', 'Siti'], ['seorang ibu', 'belum tercatat']],
    ['AYAH_IBU_FRASA', ['Budi', 'Siti', 'perkawinannya belum tercatat'], ['seorang ibu']],
    ['SEORANG_IBU', ['dari seorang ibu', 'Siti'], ['Budi', 'dari ayah']],
    ['TANPA_ORANG_TUA', ['orang tuanya tidak diketahui'], ['Budi', 'Siti']],
  ] as [CertificateModel, string[], string[]][])('%s', (model, there, absent) => {
    const words = wordsOf(birth(model));
    for (const word of there) expect(words).toContain(word);
    for (const word of absent) expect(words).not.toContain(word);
  });
});

it('a deed that was issued before there were layouts is drawn as rows', () => {
  const { facts: _, ...before } = birth('AYAH_IBU');
  expect(wordsOf(before)).toContain('Anak ke');
});

it('a death certificate says where and when', () => {
  const resident = { ...agus, deathDate: '2026-11-20' };
  const words = wordsOf(
    deathDeedContent({ ...issued, number: '3273-KM-23112026-9001', resident, place: 'RS Sadikin' }),
  );
  expect(words).toContain('RS Sadikin');
  expect(words).toContain('20 November 2026');
});

it('a family card has the members in both of its tables, ten columns and nine', () => {
  const content = familyCardContent({ ...issued, card: familyCards[0]!, residents });
  const [, , , first, second] = layoutOf('kk').body({ content, cityName: 'Kota Bandung' }) as {
    table: { body: { text: unknown }[][] };
  }[];
  expect(first!.table.body.map((line) => line.length)).toEqual([10, 10, 10, 10, 10, 10]);
  expect(second!.table.body.map((line) => line.length)).toEqual([9, 9, 9, 9, 9, 9]);
  expect(second!.table.body[1]!.map(({ text }) => text)).toEqual([
    '',
    ...[10, 11, 12, 13, 14, 15, 16, 17].map((n) => `(${n})`),
  ]);
});

describe('a statement', () => {
  const statement = (status: 'active' | 'dead', purpose: string | null) =>
    wordsOf(
      residentLetterContent('surat-keterangan', {
        ...{ ...issued, number: 'SK/3273/23112026/0001', address: null, relation: null, purpose },
        resident: { ...agus, status },
      }),
    );

  it('says what it is for, when it is for something', () => {
    expect(statement('active', 'beasiswa')).toContain('dibuat untuk: beasiswa');
    expect(statement('active', null)).not.toContain('dibuat untuk');
  });

  it('does not call the dead residents', () => {
    expect(statement('dead', null)).toContain('telah meninggal dunia');
    expect(statement('dead', null)).not.toContain('benar tercatat sebagai penduduk');
  });
});

/** LAHIR: a birth, reported with F-2.01 (UU 24/2013 art. 27, Perpres 96/2018, Permendagri 108/2019 and 73/2022). */
import { foldName } from '@lampid/domain/names';
import { hasNikForm } from '@lampid/domain/nik';
import { registerBirth } from '@lampid/domain/registry/birth';
import { residentByNik } from '@lampid/domain/registry/family';
import type { RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import { defineEvent, type Subject } from '@lampid/processes/define-event';
import { birthAttachments, birthIssues } from './documents.js';
import { birthExample } from './example.js';
import { birthFacts } from './facts.js';
import { normaliseBirth } from './normalise.js';
import { birthSchema, type BirthData } from './schema.js';

export default defineEvent<BirthData>({
  id: 'birth',
  ticketLetter: 'L',
  names: { id: 'Kelahiran', en: 'Birth' },
  description: {
    id: 'Pencatatan kelahiran: NIK baru, akta kelahiran, KK dan KIA',
    en: 'Registration of a birth: new NIK, birth certificate, family card and child card',
  },
  schema: birthSchema,
  reportedBy: ['operator', 'hospital', 'citizen'],
  attachments: birthAttachments,
  issues: birthIssues,
  specialDecision: 'kadis',
  title: ({ child }) => child.name,
  searchNames: ({ child, mother, father }) => [child, mother, father].flatMap((person) => person?.name ?? []),
  subjectKeys: birthKeys,
  eventDate: ({ child }) => child.birthDate,
  areaCodes: () => [],
  needs: ({ mother, father, reporter, witnesses, familyCardNumber }) => ({
    niks: [mother, father, reporter, ...witnesses].flatMap((person) => person?.nik ?? []).filter(hasNikForm),
    familyCards: [familyCardNumber].filter(hasNikForm),
    childrenOf: mother && hasNikForm(mother.nik) ? [mother.nik] : [],
  }),
  newcomers: ({ child, mother }) => [
    {
      field: 'child',
      name: child.name,
      birthDate: child.birthDate,
      sex: child.sex,
      nik: null,
      motherName: mother?.name ?? null,
    },
  ],
  subjects: birthSubjects,
  facts: (input) => birthFacts({ ...input, subjects: birthSubjects(input.data, input.registry) }),
  effect: ({ data, registry, late }) =>
    registerBirth({
      registry,
      familyCardNumber: data.familyCardNumber,
      child: data.child,
      mother: data.certificateModel === 'TANPA_ORANG_TUA' ? null : data.mother,
      father: data.certificateModel.startsWith('AYAH_IBU') ? data.father : null,
      late,
      deedDetails: {
        certificateModel: data.certificateModel,
        birthOrder: String(data.child.birthOrder),
        birthTime: data.child.birthTime,
      },
    }),
  siak: {
    kind: 'LAHIR',
    payload: ({ data: { child, mother, father, familyCardNumber }, result }) => ({
      anak: {
        nik: result.residents.find(({ ref }) => ref === '$child')?.nik,
        nama: child.name,
        jenisKelamin: child.sex,
        tempatLahir: child.birthPlace,
        tanggalLahir: child.birthDate,
        pukul: child.birthTime,
        kelahiranKe: child.birthOrder,
      },
      nikIbu: mother?.nik ?? null,
      namaIbu: mother?.name ?? null,
      nikAyah: father?.nik ?? null,
      namaAyah: father?.name ?? null,
      noKk: familyCardNumber,
      nomorAkta: result.deeds[0]?.number,
    }),
  },
  example: birthExample,
  normalise: normaliseBirth,
});

/** A single birth is one per mother and day; children of a multiple birth differ by name. */
function birthKeys({ child, mother, familyCardNumber }: BirthData): string[] {
  const day = `${mother?.nik ?? familyCardNumber}|${child.birthDate}`;
  const named = `${day}|${foldName(child.name)}`;
  return child.birthType === 1 ? [day, named] : [named];
}

function birthSubjects({ mother, father }: BirthData, registry: RegistrySnapshot): Subject[] {
  return (['mother', 'father'] as const).flatMap((role): Subject[] => {
    const person = role === 'mother' ? mother : father;
    if (!person) return [];
    const known = residentByNik(registry, person.nik);
    return [
      {
        field: `${role}.nik`,
        nik: person.nik,
        name: person.name,
        birthDate: known?.birthDate ?? null,
        sex: role === 'mother' ? 2 : 1,
        knownLocally: known !== undefined,
      },
    ];
  });
}

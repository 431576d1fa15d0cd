/** MATI: a death, reported with F-2.01 (UU 24/2013 art. 44, Perpres 96/2018 art. 45, Permendagri 108/2019). */
import { codeName } from '@lampid/domain/codes';
import { hasNikForm } from '@lampid/domain/nik';
import { registerDeath } from '@lampid/domain/registry/death';
import { residentByNik } from '@lampid/domain/registry/family';
import type { RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import { defineEvent, type Subject } from '@lampid/processes/define-event';
import { deathAttachments, deathIssues } from './documents.js';
import { deathExample } from './example.js';
import { deathFacts } from './facts.js';
import { deathSchema, type DeathData } from './schema.js';

export default defineEvent<DeathData>({
  id: 'death',
  ticketLetter: 'M',
  names: { id: 'Kematian', en: 'Death' },
  description: {
    id: 'Pencatatan kematian: akta kematian, KK baru, status pasangan',
    en: "Registration of a death: death certificate, family card, spouse's status",
  },
  schema: deathSchema,
  reportedBy: ['operator', 'citizen'],
  attachments: deathAttachments,
  issues: deathIssues,
  specialDecision: 'verifikator',
  title: ({ deceased }) => deceased.name,
  searchNames: ({ deceased, reporter }) => [deceased.name, reporter.name],
  subjectKeys: ({ deceased, deathDate }) => [
    hasNikForm(deceased.nik) ? deceased.nik : `${deceased.name.toLowerCase()}|${deathDate}`,
  ],
  eventDate: ({ deathDate }) => deathDate,
  areaCodes: () => [],
  needs: ({ deceased, reporter, witnesses, newHeadNik, familyCardNumber, guardianCardNumber }) => ({
    niks: [deceased.nik, reporter.nik, ...witnesses.map(({ nik }) => nik), newHeadNik ?? ''].filter(
      hasNikForm,
    ),
    familyCards: [familyCardNumber ?? '', guardianCardNumber ?? ''].filter(hasNikForm),
    childrenOf: [],
  }),
  // Only who is in no database: the others are found by their NIK.
  newcomers: ({ deceased }, registry) =>
    deceased.birthDate && !residentByNik(registry, deceased.nik)
      ? [
          {
            field: 'deceased',
            name: deceased.name,
            birthDate: deceased.birthDate,
            sex: deceased.sex ?? null,
            nik: deceased.nik || null,
            motherName: deceased.motherName ?? null,
          },
        ]
      : [],
  subjects: deathSubjects,
  facts: (input) => deathFacts({ ...input, subjects: deathSubjects(input.data, input.registry) }),
  effect: ({ data, registry, today }) =>
    registerDeath({
      registry,
      familyCardNumber: data.familyCardNumber,
      deceased: data.deceased,
      deathDate: data.deathDate,
      newHeadNik: data.newHeadNik ?? null,
      guardianCardNumber: data.guardianCardNumber ?? null,
      today,
      deedDetails: { place: data.place, cause: String(data.cause) },
    }),
  siak: {
    kind: 'MATI',
    payload: ({ data, result }) => ({
      jenazah: { nik: data.deceased.nik, nama: data.deceased.name },
      tanggalMeninggal: data.deathDate,
      tempatMeninggal: data.place,
      sebab: codeName('sebabKematian', data.cause),
      noKk: data.familyCardNumber,
      nomorAkta: result.deeds[0]?.number,
    }),
  },
  example: deathExample,
});

function deathSubjects({ deceased }: DeathData, registry: RegistrySnapshot): Subject[] {
  if (deceased.nik === '') return [];
  const known = residentByNik(registry, deceased.nik);
  return [
    {
      field: 'deceased.nik',
      nik: deceased.nik,
      name: deceased.name,
      birthDate: known?.birthDate ?? deceased.birthDate ?? null,
      sex: known?.sex ?? deceased.sex ?? null,
      knownLocally: known !== undefined,
    },
  ];
}

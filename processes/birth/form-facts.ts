/** What a birth's report tells by itself: see `facts.ts` for what register and Dukcapil add. */
import { ageAt, daysBetween } from '@lampid/domain/dates';
import { nameFacts } from '@lampid/domain/names';
import type { FormFacts, FormFactsInput } from '@lampid/domain/rules/form-facts';
import { attached, commonFormFacts, documentFormFacts } from '@lampid/processes/facts/common-facts';
import { personFormFacts, type NamedPerson } from '@lampid/processes/facts/person-facts';
import { birthAttachments } from './documents.js';
import { namesDay } from './names-day.js';
import type { BirthData } from './schema.js';

const nameOf = ({ data, config }: FormFactsInput<BirthData>) =>
  nameFacts(data.child.name, { apostropheAllowed: config.apostropheInNames ?? false });

const corrected = (data: BirthData, code: string) => (data.corrections ?? []).includes(code);

export const formFacts: FormFacts<BirthData> = {
  ...commonFormFacts<BirthData>({
    reporter: ({ reporter }) => reporter,
    eventDate: ({ child }) => ({ field: 'child.birthDate', date: child.birthDate }),
    witnesses: (data) => ({ people: data.witnesses, subjects: parentsOf(data).map(({ nik }) => nik) }),
  }),
  ...personFormFacts(namedInBirth),
  ...documentFormFacts(birthAttachments),
  nameLength: (input) => nameOf(input).length,
  nameWords: (input) => nameOf(input).words,
  nameShortestWord: (input) => nameOf(input).shortestWord,
  nameHasDigit: (input) => nameOf(input).digit,
  nameHasPunctuation: (input) => nameOf(input).punctuation,
  nameHasNonLatin: (input) => nameOf(input).nonLatin,
  nameHasAbbreviation: (input) => nameOf(input).abbreviation,
  nameHasTitle: (input) => nameOf(input).title,
  nameHasNegativeWord: (input) => nameOf(input).negative,
  nameSpacesTidied: (input) => nameOf(input).untidy || corrected(input.data, 'N09'),
  ageDays: ({ data, reportedOn }) => daysBetween(data.child.birthDate, reportedOn),
  ageYears: ({ data, today }) => ageAt(data.child.birthDate, today),
  birthYear: ({ data }) => Number(data.child.birthDate.slice(0, 4)),
  birthType: ({ data }) => data.child.birthType,
  placeKind: ({ data }) => data.child.placeKind,
  weightGrams: ({ data }) => data.child.weightGrams,
  lengthCm: ({ data }) => data.child.lengthCm,
  dayCorrected: ({ data }) => !namesDay(data.child.dayName, data.child.birthDate) || corrected(data, 'L17'),
  certificateModel: ({ data }) => data.certificateModel,
  birthLetterAttached: attached('surat-kelahiran'),
  sworn203Attached: attached('f-2-03'),
  marriageBookAttached: attached('buku-nikah'),
  sworn204Attached: attached('f-2-04'),
  policeReportAttached: attached('berita-acara-polisi'),
};

export function parentsOf({ mother, father }: BirthData) {
  return [mother, father].filter((parent) => parent !== null);
}

/** Everybody named by NIK. A parent whom the certificate model needs but the report lacks stands as an empty NIK (U01). */
export function namedInBirth(data: BirthData): NamedPerson[] {
  const { certificateModel, mother, father } = data;
  return [
    { field: 'reporter.nik', nik: data.reporter.nik, role: 'reporter' },
    ...parent('mother.nik', mother, { needed: certificateModel !== 'TANPA_ORANG_TUA' }),
    ...parent('father.nik', father, { needed: certificateModel.startsWith('AYAH_IBU') }),
    ...data.witnesses.map(({ nik }, index): NamedPerson => ({
      field: `witnesses.${index}.nik`,
      nik,
      role: 'witness',
    })),
  ];
}

function parent(
  field: string,
  person: { nik: string } | null,
  { needed }: { needed: boolean },
): NamedPerson[] {
  return person || needed ? [{ field, nik: person?.nik ?? '', role: 'subject' }] : [];
}

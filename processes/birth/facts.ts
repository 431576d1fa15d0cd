/** Facts of the tables `names` and `birth`, with the common ones. */
import { ageAt, daysBetween } from '@lampid/domain/dates';
import { foldName, nameFacts } from '@lampid/domain/names';
import { parseNik } from '@lampid/domain/nik';
import { membersOf } from '@lampid/domain/registry/family';
import type { Resident } from '@lampid/domain/registry/snapshot';
import type { Facts } from '@lampid/domain/rules/facts';
import type { FactsInput, Subject } from '@lampid/processes/define-event';
import {
  activeCard,
  commonFacts,
  documentFacts,
  dukcapilFacts,
  extraFacts,
} from '@lampid/processes/facts/common-facts';
import { personFacts, type JudgedPerson } from '@lampid/processes/facts/person-facts';
import { birthAttachments } from './documents.js';
import { namesDay } from './normalise.js';
import type { BirthData } from './schema.js';

export function birthFacts(input: FactsInput<BirthData> & { subjects: Subject[] }): Facts {
  const { data, registry, attachments, today } = input;
  const card = activeCard(registry, data.familyCardNumber);
  return {
    ...commonFacts({
      input,
      reporter: data.reporter,
      attachments,
      card: { field: 'familyCardNumber', number: data.familyCardNumber },
      jurisdiction: { field: 'familyCardNumber', areaCode: card?.address.areaCode ?? null },
      eventDate: { field: 'child.birthDate', date: data.child.birthDate },
      witnesses: { people: data.witnesses, subjects: parents(data).map((parent) => parent.nik) },
    }),
    ...personFacts({ people: people(input), registry, knownAreas: input.knownAreas, today }),
    ...documentFacts(birthAttachments, input),
    ...dukcapilFacts(input.subjects, input.dukcapil),
    ...extraFacts(data.extra),
    ...childNameFacts(input),
    ...childFacts(input),
    ...siblingFacts(input),
    ...parentFacts(input),
    certificateModel: data.certificateModel,
    birthLetterAttached: attachments.includes('surat-kelahiran'),
    sworn203Attached: attachments.includes('f-2-03'),
    marriageBookAttached: attachments.includes('buku-nikah'),
    sworn204Attached: attachments.includes('f-2-04'),
    policeReportAttached: attachments.includes('berita-acara-polisi'),
  };
}

function parents({ mother, father }: BirthData) {
  return [mother, father].filter((parent) => parent !== null);
}

/** Everybody named by NIK. A parent whom the certificate model needs but the report lacks stands as an empty NIK (U01). */
function people({ data, registry }: FactsInput<BirthData>): JudgedPerson[] {
  const members = memberNiks({ data, registry });
  // U09: the child joins the card through the mother, or through the father when only he is on it.
  const joins = members && parents(data).some((parent) => members.has(parent.nik));
  const { certificateModel, mother, father } = data;
  return [
    { field: 'reporter.nik', nik: data.reporter.nik, role: 'reporter' },
    ...parent('mother.nik', mother, { needed: certificateModel !== 'TANPA_ORANG_TUA', isMember: joins }),
    ...parent('father.nik', father, {
      needed: certificateModel.startsWith('AYAH_IBU'),
      isMember: mother === null ? joins : null,
    }),
    ...data.witnesses.map(({ nik }, index): JudgedPerson => ({
      field: `witnesses.${index}.nik`,
      nik,
      role: 'witness',
    })),
  ];
}

function parent(
  field: string,
  person: { nik: string } | null,
  { needed, isMember }: { needed: boolean; isMember: boolean | null },
): JudgedPerson[] {
  return person || needed
    ? [{ field, nik: person?.nik ?? '', role: 'subject', isMember: person && isMember }]
    : [];
}

/** NIKs on the card, null when there is no such card. */
function memberNiks({
  data,
  registry,
}: Pick<FactsInput<BirthData>, 'data' | 'registry'>): Set<string> | null {
  const card = activeCard(registry, data.familyCardNumber);
  return card ? new Set(membersOf(registry, card).map(({ resident }) => resident.nik)) : null;
}

function childNameFacts({ data, config }: FactsInput<BirthData>): Facts {
  const name = nameFacts(data.child.name, { apostropheAllowed: config.apostropheInNames ?? false });
  return {
    nameLength: name.length,
    nameWords: name.words,
    nameShortestWord: name.shortestWord,
    nameHasDigit: name.digit,
    nameHasPunctuation: name.punctuation,
    nameHasNonLatin: name.nonLatin,
    nameHasAbbreviation: name.abbreviation,
    nameHasTitle: name.title,
    nameHasNegativeWord: name.negative,
    nameSpacesTidied: name.untidy || (data.corrections ?? []).includes('N09'),
  };
}

function childFacts({ data, today }: FactsInput<BirthData>): Facts {
  const { child } = data;
  return {
    ageDays: daysBetween(child.birthDate, today),
    ageYears: ageAt(child.birthDate, today),
    birthYear: Number(child.birthDate.slice(0, 4)),
    birthType: child.birthType,
    placeKind: child.placeKind,
    weightGrams: child.weightGrams,
    lengthCm: child.lengthCm,
    dayCorrected: !namesDay(child.dayName, child.birthDate) || (data.corrections ?? []).includes('L17'),
  };
}

/** Other children of the mother that the register holds. */
function siblingFacts({ data, registry }: FactsInput<BirthData>): Facts {
  const { child, mother } = data;
  const siblings = mother ? registry.residents.filter(({ motherNik }) => motherNik === mother.nik) : [];
  const sameDay = siblings.filter(({ birthDate }) => birthDate === child.birthDate);
  const gaps = siblings
    .map(({ birthDate }) => Math.abs(daysBetween(birthDate, child.birthDate)))
    .filter((gap) => gap > 0);
  const orders = siblings
    .filter(({ birthDate }) => birthDate < child.birthDate)
    .flatMap(({ birthOrder }) => (birthOrder === null ? [] : [birthOrder]));
  const declared = child.birthType >= 2 && child.birthType <= 4 ? child.birthType : null;
  return {
    siblingGapDays: gaps.length === 0 ? null : Math.min(...gaps),
    sameDaySiblings: sameDay.length,
    sameDaySameName: sameDay.some(({ name }) => foldName(name) === foldName(child.name)),
    /** Children of that day beyond the declared number, this one counted. */
    multipleExcess: declared === null ? null : sameDay.length + 1 - declared,
    /** How far the stated order is above the highest of older siblings. */
    birthOrderAbove: orders.length === 0 ? null : child.birthOrder - Math.max(...orders),
  };
}

function parentFacts({ data, registry }: FactsInput<BirthData>): Facts {
  const born = data.child.birthDate;
  const find = (nik: string | undefined) => registry.residents.find((resident) => resident.nik === nik);
  const mother = find(data.mother?.nik);
  const father = find(data.father?.nik);
  const age = (parent: Resident | undefined) => (parent ? ageAt(parent.birthDate, born) : null);
  const sex = (parent: Resident | undefined, nik: string | undefined) =>
    parent?.sex ?? (nik === undefined ? null : (parseNik(nik)?.sex ?? null));
  const deadDaysBefore = (parent: Resident | undefined) =>
    parent?.deathDate ? daysBetween(parent.deathDate, born) : null;
  return {
    motherAge: age(mother),
    fatherAge: age(father),
    motherSex: sex(mother, data.mother?.nik),
    fatherSex: sex(father, data.father?.nik),
    motherDeadDaysBeforeBirth: deadDaysBefore(mother),
    fatherDeadDaysBeforeBirth: deadDaysBefore(father),
    bothParentsForeign: mother?.citizenship === 2 && father?.citizenship === 2,
  };
}

/** Facts of the tables `names` and `birth`, with the common ones. */
import { ageAt, daysBetween } from '@lampid/domain/dates';
import { foldName } from '@lampid/domain/names';
import { parseNik } from '@lampid/domain/nik';
import { membersOf } from '@lampid/domain/registry/family';
import type { Resident } from '@lampid/domain/registry/snapshot';
import type { Facts } from '@lampid/domain/rules/facts';
import { extraFacts, factsOf } from '@lampid/domain/rules/form-facts';
import type { FactsInput, Subject } from '@lampid/processes/define-event';
import { activeCard, commonFacts, documentFacts, dukcapilFacts } from '@lampid/processes/facts/common-facts';
import { personFacts, type JudgedPerson } from '@lampid/processes/facts/person-facts';
import { birthAttachments } from './documents.js';
import { formFacts, namedInBirth, parentsOf } from './form-facts.js';
import type { BirthData } from './schema.js';

export function birthFacts(input: FactsInput<BirthData> & { subjects: Subject[] }): Facts {
  const { data, registry, today } = input;
  const card = activeCard(registry, data.familyCardNumber);
  return {
    ...factsOf(formFacts, input),
    ...commonFacts({
      input,
      card: { field: 'familyCardNumber', number: data.familyCardNumber },
      jurisdiction: { field: 'familyCardNumber', areaCode: card?.address.areaCode ?? null },
    }),
    ...personFacts({ people: people(input), registry, knownAreas: input.knownAreas, today }),
    ...documentFacts(birthAttachments, input),
    ...dukcapilFacts(input.subjects, input.dukcapil),
    ...extraFacts(data.extra),
    ...siblingFacts(input),
    ...parentFacts(input),
  };
}

function people({ data, registry }: FactsInput<BirthData>): JudgedPerson[] {
  const members = memberNiks({ data, registry });
  // U09: the child joins the card through the mother, or through the father when only he is on it.
  const joins = members && parentsOf(data).some((parent) => members.has(parent.nik));
  const through = data.mother ? 'mother.nik' : 'father.nik';
  return namedInBirth(data).map((person) => ({
    ...person,
    isMember: person.field === through && person.nik !== '' ? joins : null,
  }));
}

/** NIKs on the card, null when there is no such card. */
function memberNiks({
  data,
  registry,
}: Pick<FactsInput<BirthData>, 'data' | 'registry'>): Set<string> | null {
  const card = activeCard(registry, data.familyCardNumber);
  return card ? new Set(membersOf(registry, card).map(({ resident }) => resident.nik)) : null;
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

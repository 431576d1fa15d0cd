/** Facts of the table `death`, with the common ones. */
import { ageAt, daysBetween } from '@lampid/domain/dates';
import { widowedBy } from '@lampid/domain/registry/death';
import { isAdult, membersOf, residentByNik, type Family, type Member } from '@lampid/domain/registry/family';
import type { Resident } from '@lampid/domain/registry/snapshot';
import type { Facts } from '@lampid/domain/rules/facts';
import { extraFacts, factsOf } from '@lampid/domain/rules/form-facts';
import type { FactsInput, Subject } from '@lampid/processes/define-event';
import { activeCard, commonFacts, documentFacts, dukcapilFacts } from '@lampid/processes/facts/common-facts';
import { personFacts, type JudgedPerson } from '@lampid/processes/facts/person-facts';
import { deathAttachments } from './documents.js';
import { formFacts, namedInDeath } from './form-facts.js';
import type { DeathData } from './schema.js';

interface Case extends FactsInput<DeathData> {
  deceased: Resident | undefined;
  family: Family | null;
  member: Member | undefined;
}

export function deathFacts(input: FactsInput<DeathData> & { subjects: Subject[] }): Facts {
  const { data, registry, today } = input;
  const deceased = residentByNik(registry, data.deceased.nik);
  const card = activeCard(registry, data.familyCardNumber);
  const family = card ? { card, members: membersOf(registry, card) } : null;
  const member = family?.members.find(({ resident }) => resident.id === deceased?.id);
  const report: Case = { ...input, deceased, family, member };
  // Somebody whom the register has on a card cannot be reported without it.
  const cardAsked = data.familyCardNumber !== null || Boolean(deceased?.familyCardNumber);
  return {
    ...factsOf(formFacts, input),
    ...commonFacts({
      input,
      card: cardAsked ? { field: 'familyCardNumber', number: data.familyCardNumber } : null,
      jurisdiction: { field: 'familyCardNumber', areaCode: card?.address.areaCode ?? null },
    }),
    ...personFacts({ people: people(report), registry, knownAreas: input.knownAreas, today }),
    ...documentFacts(deathAttachments, input),
    ...dukcapilFacts(input.subjects, input.dukcapil),
    ...extraFacts(data.extra),
    ...circumstances(report),
    ...familyFacts(report),
  };
}

function people({ data, member, family }: Case): JudgedPerson[] {
  return namedInDeath(data).map((person) => ({
    ...person,
    isMember: person.role === 'subject' && family ? member !== undefined : null,
  }));
}

function circumstances({ data, deceased, registry }: Case): Facts {
  const birthDate = deceased?.birthDate ?? data.deceased.birthDate ?? null;
  const deed = registry.deeds.find(
    ({ kind, status, residentId }) => kind === 'death' && status === 'valid' && residentId === deceased?.id,
  );
  return {
    deceasedStatus: deceased?.status ?? null,
    deathDeed: deed?.number ?? null,
    daysFromBirthToDeath: birthDate && daysBetween(birthDate, data.deathDate),
    ageAtDeath: birthDate && ageAt(birthDate, data.deathDate),
    openLetter: registry.openLetters.find(({ niks }) => niks.includes(data.deceased.nik))?.number ?? null,
    /** On a card here, or known to the register at all. */
    inDatabase: deceased !== undefined,
  };
}

function familyFacts({ data, registry, family, member, today }: Case): Facts {
  const remaining = family?.members.filter(({ resident }) => resident.id !== member?.resident.id) ?? [];
  const newHead = residentByNik(registry, data.newHeadNik);
  return {
    headDied: member?.relation === 1,
    remainingMembers: member ? remaining.length : 0,
    remainingAdults: member ? remaining.filter(({ resident }) => isAdult(resident, today)).length : 0,
    newHeadFound: newHead ? newHead.status === 'active' && newHead.nik !== data.deceased.nik : null,
    newHeadAge: newHead ? ageAt(newHead.birthDate, today) : null,
    newHeadMarried: newHead ? newHead.maritalStatus !== 1 : null,
    guardianCardFound: data.guardianCardNumber
      ? activeCard(registry, data.guardianCardNumber) !== undefined
      : null,
    widowedSpouses: family && member ? widowedBy(family, member).length : 0,
  };
}

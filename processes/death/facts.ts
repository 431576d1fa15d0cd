/** Facts of the table `death`, with the common ones. */
import { ageAt, daysBetween } from '@lampid/domain/dates';
import { widowedBy } from '@lampid/domain/registry/death';
import { isAdult, membersOf, residentByNik, type Family, type Member } from '@lampid/domain/registry/family';
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
import { deathAttachments } from './documents.js';
import type { DeathData } from './schema.js';

/** Any one of these proves a death (Perpres 96/2018 art. 45). */
const PROOFS = [
  'surat-kematian',
  'surat-polisi',
  'penetapan-pengadilan',
  'pernyataan-maskapai',
  'surat-perwakilan-ri',
];

interface Case extends FactsInput<DeathData> {
  deceased: Resident | undefined;
  family: Family | null;
  member: Member | undefined;
}

export function deathFacts(input: FactsInput<DeathData> & { subjects: Subject[] }): Facts {
  const { data, registry, attachments, today } = input;
  const deceased = residentByNik(registry, data.deceased.nik);
  const card = activeCard(registry, data.familyCardNumber);
  const family = card ? { card, members: membersOf(registry, card) } : null;
  const member = family?.members.find(({ resident }) => resident.id === deceased?.id);
  const report: Case = { ...input, deceased, family, member };
  // Somebody whom the register has on a card cannot be reported without it.
  const cardAsked = data.familyCardNumber !== null || Boolean(deceased?.familyCardNumber);
  return {
    ...commonFacts({
      input,
      reporter: data.reporter,
      attachments,
      card: cardAsked ? { field: 'familyCardNumber', number: data.familyCardNumber } : null,
      jurisdiction: { field: 'familyCardNumber', areaCode: card?.address.areaCode ?? null },
      eventDate: { field: 'deathDate', date: data.deathDate },
      witnesses: { people: data.witnesses, subjects: [data.deceased.nik] },
    }),
    ...personFacts({ people: people(report), registry, knownAreas: input.knownAreas, today }),
    ...documentFacts(deathAttachments, input),
    ...dukcapilFacts(input.subjects, input.dukcapil),
    ...extraFacts(data.extra),
    ...circumstances(report),
    ...familyFacts(report),
    deathProofs: PROOFS.filter((kind) => attachments.includes(kind)).length,
    courtOrderAttached: attachments.includes('penetapan-pengadilan'),
    airlineStatementAttached: attachments.includes('pernyataan-maskapai'),
    guardianStatementAttached: attachments.includes('pernyataan-wali'),
  };
}

function people({ data, member, family }: Case): JudgedPerson[] {
  const { deceased, reporter, witnesses, newHeadNik } = data;
  const subject: JudgedPerson = {
    field: 'deceased.nik',
    nik: deceased.nik,
    role: 'subject',
    isMember: family ? member !== undefined : null,
  };
  const newHead: JudgedPerson[] = newHeadNik ? [{ field: 'newHeadNik', nik: newHeadNik, role: 'other' }] : [];
  return [
    { field: 'reporter.nik', nik: reporter.nik, role: 'reporter' },
    // A person in no database may have had no NIK (M15).
    ...(deceased.nik === '' && data.familyCardNumber === null ? [] : [subject]),
    ...newHead,
    ...witnesses.map(({ nik }, index): JudgedPerson => ({
      field: `witnesses.${index}.nik`,
      nik,
      role: 'witness',
    })),
  ];
}

function circumstances({ data, deceased, registry, today }: Case): Facts {
  const birthDate = deceased?.birthDate ?? data.deceased.birthDate ?? null;
  const deed = registry.deeds.find(
    ({ kind, status, residentId }) => kind === 'death' && status === 'valid' && residentId === deceased?.id,
  );
  return {
    deceasedStatus: deceased?.status ?? null,
    deathDeed: deed?.number ?? null,
    daysFromBirthToDeath: birthDate && daysBetween(birthDate, data.deathDate),
    ageAtDeath: birthDate && ageAt(birthDate, data.deathDate),
    daysSinceDeath: daysBetween(data.deathDate, today),
    cause: data.cause,
    certifiedBy: data.certifiedBy,
    bodyFound: data.bodyFound ?? true,
    reporterIsDeceased: data.reporter.nik === data.deceased.nik,
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
    newHeadGiven: Boolean(data.newHeadNik),
    newHeadFound: newHead ? newHead.status === 'active' && newHead.nik !== data.deceased.nik : null,
    newHeadAge: newHead ? ageAt(newHead.birthDate, today) : null,
    newHeadMarried: newHead ? newHead.maritalStatus !== 1 : null,
    guardianCardGiven: Boolean(data.guardianCardNumber),
    guardianCardFound: data.guardianCardNumber
      ? activeCard(registry, data.guardianCardNumber) !== undefined
      : null,
    widowedSpouses: family && member ? widowedBy(family, member).length : 0,
  };
}

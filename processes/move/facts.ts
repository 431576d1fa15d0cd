/** Facts of the tables `move` and `movers`, with the common ones. */
import { moveClassOf, moveScopeOf, type MoveClass } from '@lampid/domain/areas';
import { codeName } from '@lampid/domain/codes';
import { ageAt } from '@lampid/domain/dates';
import {
  isAdult,
  membersOf,
  residentByNik,
  spousesOf,
  type Family,
  type Member,
} from '@lampid/domain/registry/family';
import type { Address } from '@lampid/domain/registry/snapshot';
import type { Facts } from '@lampid/domain/rules/facts';
import { extraFacts, factsOf } from '@lampid/domain/rules/form-facts';
import type { FactsInput, Subject } from '@lampid/processes/define-event';
import { sameAddress } from '@lampid/processes/facts/address-facts';
import { activeCard, commonFacts, documentFacts, dukcapilFacts } from '@lampid/processes/facts/common-facts';
import { personFacts, type JudgedPerson } from '@lampid/processes/facts/person-facts';
import { moveAttachments } from './documents.js';
import { formFacts, namedInMove } from './form-facts.js';
import type { MoveData } from './schema.js';

interface Case extends FactsInput<MoveData> {
  family: Family | null;
  movers: Member[];
  staying: Member[];
  origin: Address | null;
  moveClass: MoveClass | null;
}

export function moveFacts(input: FactsInput<MoveData> & { subjects: Subject[] }): Facts {
  const { data, registry, today } = input;
  const report = readCase(input);
  return {
    ...factsOf(formFacts, input),
    ...commonFacts({
      input,
      card: { field: 'familyCardNumber', number: data.familyCardNumber },
      jurisdiction: { field: 'familyCardNumber', areaCode: report.origin?.areaCode ?? null },
      destination: { field: 'destination.areaCode', areaCode: data.destination.areaCode },
    }),
    ...personFacts({ people: people(report), registry, knownAreas: input.knownAreas, today }),
    ...documentFacts(moveAttachments, input),
    ...dukcapilFacts(input.subjects, input.dukcapil),
    ...extraFacts(data.extra),
    ...addressFacts(report),
    ...groupFacts(report),
    ...newHeadFacts(report),
    ...moverFacts(report),
  };
}

function readCase(input: FactsInput<MoveData>): Case {
  const { data, registry } = input;
  const card = activeCard(registry, data.familyCardNumber);
  const family = card ? { card, members: membersOf(registry, card) } : null;
  const niks = new Set(data.movers.map(({ nik }) => nik));
  const origin = card?.address ?? null;
  return {
    ...input,
    family,
    movers: family?.members.filter(({ resident }) => niks.has(resident.nik)) ?? [],
    staying: family?.members.filter(({ resident }) => !niks.has(resident.nik)) ?? [],
    origin,
    moveClass: origin && moveClassOf(origin.areaCode, data.destination.areaCode),
  };
}

function people({ data, family }: Case): JudgedPerson[] {
  const members = new Set(family?.members.map(({ resident }) => resident.nik));
  return namedInMove(data).map((person) => ({
    ...person,
    isMember: person.role === 'subject' && family ? members.has(person.nik) : null,
  }));
}

/** What the addresses say beside what was ticked. */
function addressFacts({ data, registry, origin, moveClass }: Case): Facts {
  const { destination } = data;
  const host = activeCard(registry, data.hostCardNumber);
  return {
    moveScope: moveClass && moveScopeOf(moveClass),
    sameAddress: origin ? sameAddress(origin, destination) : null,
    moveClassCorrected: Boolean(data.moveClass && moveClass && data.moveClass !== moveClass),
    derivedMoveClass: moveClass && codeName('klasifikasiPindah', moveClass),
    hostCardAtDestination: host
      ? host.address.areaCode === destination.areaCode && host.number !== data.familyCardNumber
      : null,
    hostCardFound: data.hostCardNumber ? host !== undefined : null,
  };
}

function groupFacts({ data, family, movers, staying, today }: Case): Facts {
  const adults = (members: Member[]) => members.filter(({ resident }) => isAdult(resident, today)).length;
  const head = family?.members.find(({ relation }) => relation === 1);
  const moves = (member: Member) => movers.includes(member);
  const splits = family
    ? movers.filter((member) =>
        spousesOf(family, member).some(
          (spouse) => !movers.some(({ resident }) => resident.id === spouse.resident.id),
        ),
      )
    : [];
  const applicant = movers.find(({ resident }) => resident.nik === data.reporter.nik);
  return {
    headMoves: head ? moves(head) : null,
    movingMembers: movers.length,
    movingAdults: adults(movers),
    movingMinors: movers.length - adults(movers),
    stayingMembers: staying.length,
    stayingAdults: adults(staying),
    spousesParted: splits.length,
    applicantIsHead: head ? head.resident.nik === data.reporter.nik : null,
    /** 0 for an applicant who does not move. */
    applicantMoverAge: applicant ? ageAt(applicant.resident.birthDate, today) : 0,
  };
}

function newHeadFacts({ data, registry, movers, today }: Case): Facts {
  const newHead = residentByNik(registry, data.newHeadNik);
  const moves = movers.some(({ resident }) => resident.nik === data.newHeadNik);
  return {
    newHeadFound: data.newHeadNik ? newHead?.status === 'active' && !moves : null,
    newHeadAge: newHead ? ageAt(newHead.birthDate, today) : null,
    newHeadMarried: newHead ? newHead.maritalStatus !== 1 : null,
  };
}

/** Facts of `movers`: one element per person named. */
function moverFacts({ data, registry }: Case): Facts {
  const residents = data.movers.map(({ nik }) => residentByNik(registry, nik));
  return {
    moverField: data.movers.map((_, index) => `movers.${index}.nik`),
    moverStatus: residents.map((resident) => resident?.status ?? null),
    moverOpenLetter: data.movers.map(
      ({ nik }) => registry.openLetters.find(({ niks }) => niks.includes(nik))?.number ?? null,
    ),
  };
}

/** Facts of the tables `arrival` and `arrivals`, with the common ones. */
import { cityOf } from '@lampid/domain/areas';
import { ageAt, daysBetween } from '@lampid/domain/dates';
import { isAdult, residentByNik } from '@lampid/domain/registry/family';
import type { LetterMember, MoveLetter } from '@lampid/domain/registry/snapshot';
import type { Facts } from '@lampid/domain/rules/facts';
import { extraFacts, factsOf } from '@lampid/domain/rules/form-facts';
import type { FactsInput, Subject } from '@lampid/processes/define-event';
import { sameAddress } from '@lampid/processes/facts/address-facts';
import { activeCard, commonFacts, documentFacts, dukcapilFacts } from '@lampid/processes/facts/common-facts';
import { personFacts, type JudgedPerson } from '@lampid/processes/facts/person-facts';
import { arrivalAttachments } from './documents.js';
import { formFacts, namedInArrival } from './form-facts.js';
import type { ArrivalData } from './schema.js';

interface Case extends FactsInput<ArrivalData> {
  /** Null when its origin does not know it, undefined when the origin could not be asked. */
  letter: MoveLetter | null | undefined;
  /** By position in the data; biodata of the letter, else of the register. */
  arrivals: (Pick<LetterMember, 'birthDate' | 'sex' | 'maritalStatus'> | undefined)[];
}

export function arrivalFacts(input: FactsInput<ArrivalData> & { subjects: Subject[] }): Facts {
  const { data, registry, today } = input;
  const letter = registry.moveLetter;
  const report: Case = {
    ...input,
    letter,
    arrivals: data.arrivals.map(({ nik }) => memberOf(letter, nik) ?? residentByNik(registry, nik)),
  };
  const joins = data.cardStatus === 'join';
  return {
    ...factsOf(formFacts, input),
    ...commonFacts({
      input,
      card: joins ? { field: 'hostCardNumber', number: data.hostCardNumber } : null,
      jurisdiction: { field: 'destination.areaCode', areaCode: data.destination.areaCode },
      destination: { field: 'destination.areaCode', areaCode: data.destination.areaCode },
    }),
    ...personFacts({ people: people(report), registry, knownAreas: input.knownAreas, today }),
    ...documentFacts(arrivalAttachments, input),
    ...dukcapilFacts(input.subjects, input.dukcapil),
    ...extraFacts(data.extra),
    ...letterFacts(report),
    ...homeFacts(report),
    ...arrivingPersonFacts(report),
  };
}

function memberOf(letter: MoveLetter | null | undefined, nik: string): LetterMember | undefined {
  return letter?.members.find((member) => member.nik === nik);
}

function people({ data, letter }: Case): JudgedPerson[] {
  return namedInArrival(data).map((person) => {
    const known = person.role === 'subject' ? memberOf(letter, person.nik) : undefined;
    return { ...person, ...(known ? { known } : {}) };
  });
}

function letterFacts({ data, letter, config, reportedOn }: Case): Facts {
  const niks = new Set(data.arrivals.map(({ nik }) => nik));
  const daysOverdue = letter ? daysBetween(letter.validUntil, reportedOn) : null;
  return {
    letterFound: letter === undefined ? null : letter !== null,
    letterStatus: letter?.status ?? null,
    letterDaysOverdue: daysOverdue,
    /** Negative once the grace period of the configuration is over too. */
    letterGraceDaysLeft: daysOverdue === null ? null : config.moveLetterGraceDays - daysOverdue,
    letterForThisCity: letter ? cityOf(letter.destination.areaCode) === config.city : null,
    addressAsOnLetter: letter ? sameAddress(letter.destination, data.destination) : null,
    letterMembersMissing: letter
      ? letter.members.filter(({ nik, confirmed }) => !confirmed && !niks.has(nik)).length
      : null,
  };
}

function homeFacts({ data, registry, arrivals, today }: Case): Facts {
  const adults = arrivals.filter((person) => person && isAdult(person, today)).length;
  const headAt = data.arrivals.findIndex(({ nik }) => nik === data.headNik);
  const head = arrivals[headAt];
  const host = activeCard(registry, data.hostCardNumber);
  return {
    hostCardHere: host ? host.address.areaCode === data.destination.areaCode : false,
    arrivingAdults: adults,
    arrivingMinors: arrivals.filter((person) => person && !isAdult(person, today)).length,
    /** 0 when no head of the new card was chosen among the arrivals, null when nothing is known of the one chosen. */
    headAge: headAt < 0 ? 0 : head ? ageAt(head.birthDate, today) : null,
    headMarried: head ? head.maritalStatus !== 1 : false,
  };
}

/** Facts of `arrivals`: one element per person named. */
function arrivingPersonFacts({ data, letter, registry, arrivals, today }: Case): Facts {
  return {
    arrivalOnLetter: data.arrivals.map(({ nik }) => (letter ? memberOf(letter, nik) !== undefined : null)),
    arrivalStatus: data.arrivals.map(({ nik }) => residentByNik(registry, nik)?.status ?? null),
    arrivalAge: arrivals.map((person) => (person ? ageAt(person.birthDate, today) : null)),
  };
}

/** Reports as they may have come in over the year: who, what and when, made up from a family as it is. Pure. */
import { addDays, ageAt, dayName } from '@lampid/domain/dates';
import { isAdult, membersOf, spousesOf, type Family, type Member } from '@lampid/domain/registry/family';
import { areaLevel, moveClassOf } from '@lampid/domain/areas';
import type { Address, MoveLetter, RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { Choices } from '../choices.js';
import { FEMALE_FIRST, FEMALE_LAST, MALE_FIRST, MALE_LAST, STREETS } from '../names.js';
import type { SyntheticFamily } from '../synthetic-family.js';

export type PastKind = 'birth' | 'death' | 'move' | 'arrival';

/** One report of the past, before it has numbers. */
export interface PastReport {
  kind: PastKind;
  areaCode: string;
  /** Registration day. */
  day: string;
  data: Record<string, unknown>;
  registry: RegistrySnapshot;
  late: boolean;
}

export interface PastInput {
  choices: Choices;
  /** One family. */
  registry: RegistrySnapshot;
  day: string;
  /** Kelurahan of the city that people move to. */
  villages: readonly string[];
  /** A kelurahan of another city. */
  foreignArea: string;
}

/** Births are chosen often: few families can have one. */
const KINDS: readonly (readonly [Exclude<PastKind, 'arrival'>, number])[] = [
  ['birth', 75],
  ['death', 10],
  ['move', 15],
];

/** Null when what was to happen does not fit this family. */
export function pastReport(input: PastInput): PastReport | null {
  const { registry, choices } = input;
  const card = registry.familyCards[0]!;
  const family = { card, members: membersOf(registry, card) };
  const kind = choices.weighted(KINDS);
  const made = MAKERS[kind]({ ...input, family });
  return made && { ...made, kind, areaCode: card.address.areaCode, day: input.day, registry };
}

type Made = Pick<PastReport, 'data' | 'late'> | null;
type Maker = (input: PastInput & { family: Family }) => Made;

const reporterAs = ({ resident }: Member, relation: string) => ({
  ...{ nik: resident.nik, name: resident.name, relation },
});

const birth: Maker = ({ choices, family, day }) => {
  const mother = family.members.find(
    (member) => member.resident.sex === 2 && spousesOf(family, member).length === 1,
  );
  const father = mother && spousesOf(family, mother)[0];
  if (!mother || !father) return null;
  const age = ageAt(mother.resident.birthDate, day);
  const youngest = family.members
    .map(({ resident }) => resident.birthDate)
    .sort()
    .at(-1)!;
  // Beyond sixty days a birth is late (UU 24/2013 art. 32).
  const late = choices.chance(0.08);
  const birthDate = addDays(day, -(late ? choices.integer(61, 120) : choices.integer(1, 50)));
  if (age < 20 || age > 44 || addDays(youngest, 300) > birthDate) return null;
  const sex = choices.pick([1, 2] as const);
  const [names, lasts] = sex === 1 ? [MALE_FIRST, MALE_LAST] : [FEMALE_FIRST, FEMALE_LAST];
  const siblings = family.members.filter(({ resident }) => resident.motherNik === mother.resident.nik);
  return {
    late,
    data: {
      familyCardNumber: family.card.number,
      certificateModel: 'AYAH_IBU',
      child: {
        ...{
          name: `${choices.pick(names)} ${choices.pick(lasts)}`,
          sex,
          placeKind: choices.pick([1, 1, 2, 3]),
        },
        ...{
          birthPlace: 'BANDUNG',
          birthDate,
          dayName: dayName(birthDate),
          birthTime: '09:30',
          birthType: 1,
        },
        birthOrder: Math.max(0, ...siblings.map(({ resident }) => resident.birthOrder ?? 0)) + 1,
        ...{ helper: 2, weightGrams: choices.integer(2_500, 3_900), lengthCm: choices.integer(46, 52) },
      },
      mother: { nik: mother.resident.nik, name: mother.resident.name },
      father: { nik: father.resident.nik, name: father.resident.name },
      reporter: reporterAs(father, 'parent'),
      ...{ witnesses: [], documents: [] },
    },
  };
};

/** The older, the likelier; where minors would be left alone nobody dies in this history. */
const death: Maker = ({ choices, family, day }) => {
  const deceased = choices.weighted(
    family.members.map((member) => [member, 1.08 ** ageAt(member.resident.birthDate, day)] as const),
  );
  const others = family.members.filter((member) => member !== deceased);
  const newHead = others.find(({ resident }) => isAdult(resident, day));
  if (others.length > 0 && !newHead) return null;
  const late = choices.chance(0.06);
  const deathDate = addDays(day, -(late ? choices.integer(31, 90) : choices.integer(1, 25)));
  if (deathDate <= deceased.resident.birthDate) return null;
  const reporter = newHead ?? deceased;
  return {
    late,
    data: {
      familyCardNumber: family.card.number,
      deceased: { nik: deceased.resident.nik, name: deceased.resident.name },
      ...{
        deathDate,
        cause: choices.weighted([
          [1, 90],
          [3, 7],
          [6, 3],
        ]),
        place: 'KOTA BANDUNG',
      },
      ...{ certifiedBy: 1, bodyFound: true },
      newHeadNik: deceased.relation === 1 ? (newHead?.resident.nik ?? null) : null,
      reporter: reporterAs(reporter, newHead ? 'relative' : 'rt'),
      ...{ witnesses: [], documents: [] },
    },
  };
};

/** Half of those who go stay in the city. Mostly whole families; sometimes a grown-up child. */
const move: Maker = ({ choices, family, day, villages, foreignArea }) => {
  const head = family.members[0]!;
  const grown = family.members.find(
    ({ resident, relation }) => relation === 4 && isAdult(resident, day) && resident.maritalStatus === 1,
  );
  const alone = grown !== undefined && choices.chance(0.5);
  const areaCode = choices.chance(0.5) ? choices.pick(villages) : foreignArea;
  const from = family.card.address.areaCode;
  const movers = alone ? [grown] : family.members;
  return {
    late: false,
    data: {
      familyCardNumber: family.card.number,
      destination: destinationIn(choices, areaCode),
      moveClass: moveClassOf(from, areaCode),
      moveType: alone ? 4 : family.members.length === 1 ? 1 : 2,
      reason: choices.pick([1, 1, 2, 5, 6]),
      statusKkStaying: alone ? 3 : null,
      statusKkMoving: alone ? 2 : 3,
      movingHeadNik: alone ? grown.resident.nik : null,
      movers: movers.map(({ resident }) => ({ nik: resident.nik, name: resident.name })),
      ...{ plannedDate: addDays(day, -choices.integer(0, 6)), housing: choices.pick(['owned', 'rented']) },
      ...{ stay: 'settle', reporter: reporterAs(head, 'head'), documents: [] },
    },
  };
};

const MAKERS = { birth, death, move };

/** A family of another city on its letter; `niks` in the order of its members. */
export function pastArrival(input: {
  choices: Choices;
  family: SyntheticFamily;
  niks: string[];
  number: string;
  origin: string;
  day: string;
}): PastReport {
  const { choices, family, niks, number, day } = input;
  const { address, members } = family;
  const arrivalDate = addDays(day, -choices.integer(0, 9));
  const moveLetter: MoveLetter = {
    ...{ number, status: 'reserved', originCity: input.origin.slice(0, 5), destination: address },
    originAddress: destinationIn(choices, input.origin),
    ...{ issuedOn: addDays(arrivalDate, -choices.integer(5, 30)), validUntil: addDays(day, 60) },
    members: members.map(({ father: _father, mother: _mother, birthOrder: _order, ...person }, index) => ({
      ...person,
      ...{ nik: niks[index]!, confirmed: false },
    })),
  };
  return {
    ...{ kind: 'arrival', areaCode: address.areaCode, day, late: false },
    registry: { residents: [], familyCards: [], deeds: [], openLetters: [], uncarded: [], moveLetter },
    data: {
      ...{ letterNumber: number, destination: address, cardStatus: 'new', headNik: niks[0]! },
      arrivals: members.map(({ name }, index) => ({ nik: niks[index]!, name, ktpSurrendered: true })),
      ...{ arrivalDate, housing: 'owned' },
      reporter: { nik: niks[0]!, name: members[0]!.name, relation: 'self' },
      documents: [],
    },
  };
}

function destinationIn(choices: Choices, areaCode: string): Address {
  if (areaLevel(areaCode) !== 'village') throw new Error(`${areaCode} is no kelurahan`);
  const three = (upTo: number) => String(choices.integer(1, upTo)).padStart(3, '0');
  const street = `${choices.pick(STREETS)} NO. ${choices.integer(1, 180)}`;
  return { areaCode, street, rt: three(8), rw: three(12), postalCode: null };
}

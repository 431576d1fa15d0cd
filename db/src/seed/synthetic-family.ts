/** Families that do not exist, as plausible as a demonstration needs. Pure: people without NIK, which `db` allocates. */
import { addDays, ageAt } from '@lampid/domain/dates';
import type { Address, Biodata, RelationToHead, Sex } from '@lampid/domain/registry/snapshot';
import type { Choices } from './choices.js';
import {
  BIRTH_PLACES,
  FEMALE_FIRST,
  FEMALE_LAST,
  FOREIGN_NAMES,
  MALE_FIRST,
  MALE_LAST,
  STREETS,
} from './names.js';

export interface SyntheticPerson extends Biodata {
  fatherName: string;
  motherName: string;
  /** Places of the parents in `members`, when they are on the card. */
  father: number | null;
  mother: number | null;
  birthOrder: number | null;
  relation: RelationToHead;
}

export interface SyntheticFamily {
  /** Date of the family card. */
  openedOn: string;
  address: Address;
  /** Head first. */
  members: SyntheticPerson[];
  /** A couple whom any event can happen to without a doubt: the wife may bear a child, the last one was not just born. */
  fitsExamples: boolean;
}

export type FamilyKind =
  'couple' | 'example' | 'generations' | 'widow' | 'divorced' | 'alone' | 'relatives' | 'foreign';

const KINDS: readonly (readonly [FamilyKind, number])[] = [
  ['example', 50],
  ['couple', 13],
  ['generations', 11],
  ['widow', 7],
  ['divorced', 4],
  ['alone', 9],
  ['relatives', 5.5],
  ['foreign', 0.5],
];

/** `on`: the day that ages refer to; nobody is born and no card is opened after it. `kind` absent = as in a city. */
export function makeFamily(input: {
  choices: Choices;
  areaCode: string;
  on: string;
  kind?: FamilyKind;
}): SyntheticFamily {
  const { choices, on } = input;
  const kind = input.kind ?? choices.weighted(KINDS);
  const religion = choices.weighted([
    [1, 880],
    [2, 55],
    [3, 40],
    [4, 8],
    [5, 14],
    [6, 3],
  ]);
  const members: SyntheticPerson[] = [];
  const add = (who: Partial<SyntheticPerson> & Pick<SyntheticPerson, 'sex' | 'birthDate' | 'relation'>) => {
    members.push(person({ choices, on, religion, who }));
    return members.length - 1;
  };
  const bornAgo = (from: number, to: number) =>
    addDays(on, -choices.integer(Math.ceil(from * 365.25), Math.floor(to * 365.25)));

  const couple = (ageOfWife: [number, number]) => {
    const wifeBorn = bornAgo(...ageOfWife);
    const husbandBorn = addDays(wifeBorn, -choices.integer(0, 6 * 365));
    const husband = add({ sex: 1, birthDate: husbandBorn, relation: 1, maritalStatus: 2 });
    const wife = add({ sex: 2, birthDate: wifeBorn, relation: 3, maritalStatus: 2 });
    return { husband, wife };
  };
  const children = (parents: { father: number | null; mother: number | null }, count: number) => {
    const parent = members[(parents.mother ?? parents.father)!]!;
    // The eldest from the parent's 19th year on, then one every two to four years, the last at least 14 months ago.
    let birthDate = addDays(parent.birthDate, choices.integer(19 * 365, 25 * 365));
    for (let order = 1; order <= count && birthDate <= addDays(on, -430); order++) {
      if (ageAt(birthDate, on) < 23) {
        add({ sex: choices.pick([1, 2] as const), birthDate, relation: 4, birthOrder: order, ...parents });
      }
      birthDate = addDays(birthDate, choices.integer(2 * 365, 4 * 365));
    }
  };

  if (kind === 'example') {
    const { husband, wife } = couple([24, 38]);
    children({ father: husband, mother: wife }, choices.integer(1, 3));
  } else if (kind === 'couple') {
    const { husband, wife } = couple([22, 68]);
    if (choices.chance(0.6)) children({ father: husband, mother: wife }, choices.integer(0, 3));
  } else if (kind === 'generations') {
    const { husband, wife } = couple([27, 42]);
    children({ father: husband, mother: wife }, choices.integer(1, 3));
    const of = members[choices.pick([husband, wife])]!;
    const sex = choices.pick([1, 2, 2] as const);
    const elder = add({
      sex,
      name: sex === 1 ? of.fatherName : of.motherName,
      birthDate: addDays(of.birthDate, -choices.integer(20 * 365, 30 * 365)),
      relation: of.relation === 1 ? 7 : 8,
      maritalStatus: 4,
    });
    of[sex === 1 ? 'father' : 'mother'] = elder;
  } else if (kind === 'widow' || kind === 'divorced') {
    const sex = choices.pick([1, 2, 2, 2] as const);
    const status = kind === 'widow' ? 4 : 3;
    const head = add({ sex, birthDate: bornAgo(30, 62), relation: 1, maritalStatus: status });
    children(
      { father: sex === 1 ? head : null, mother: sex === 2 ? head : null },
      kind === 'widow' ? choices.integer(1, 3) : choices.integer(0, 2),
    );
  } else if (kind === 'alone') {
    const birthDate = bornAgo(19, 80);
    const maritalStatus = ageAt(birthDate, on) < 35 ? 1 : choices.pick([1, 3, 4, 4] as const);
    add({ sex: choices.pick([1, 2] as const), birthDate, relation: 1, maritalStatus });
  } else if (kind === 'relatives') {
    const { husband, wife } = couple([48, 64]);
    const daughter = add({
      sex: 2,
      birthDate: addDays(members[wife]!.birthDate, choices.integer(20 * 365, 24 * 365)),
      relation: 4,
      maritalStatus: 3,
      birthOrder: 1,
      father: husband,
      mother: wife,
    });
    const bornTo = addDays(members[daughter]!.birthDate, choices.integer(19 * 365, 22 * 365));
    if (bornTo <= addDays(on, -430)) {
      add({
        sex: choices.pick([1, 2] as const),
        birthDate: bornTo,
        relation: 6,
        birthOrder: 1,
        mother: daughter,
      });
    }
    if (choices.chance(0.5)) add({ sex: 2, birthDate: bornAgo(18, 45), relation: 9, maritalStatus: 1 });
  } else {
    const [name, sex] = choices.pick(FOREIGN_NAMES);
    add({ sex, name, birthDate: bornAgo(25, 55), relation: 1, maritalStatus: 1, citizenship: 2 });
  }
  nameParents(members);

  const youngestAdult = members[0]!;
  const earliest = addDays(youngestAdult.birthDate, 18 * 365);
  const age = Math.max(1, Math.round((Date.parse(on) - Date.parse(earliest)) / 86_400_000));
  return {
    openedOn: addDays(on, -choices.integer(0, Math.min(age, 12 * 365))),
    address: addressIn(choices, input.areaCode),
    members,
    fitsExamples: kind === 'example' && members.length >= 3,
  };
}

function addressIn(choices: Choices, areaCode: string): Address {
  const three = (upTo: number) => String(choices.integer(1, upTo)).padStart(3, '0');
  return {
    areaCode,
    street: `${choices.pick(STREETS)} NO. ${choices.integer(1, 180)}`,
    rt: three(8),
    rw: three(12),
    postalCode: `401${areaCode.slice(6, 8)}`,
  };
}

function person(input: {
  choices: Choices;
  on: string;
  religion: number;
  who: Partial<SyntheticPerson> & Pick<SyntheticPerson, 'sex' | 'birthDate' | 'relation'>;
}): SyntheticPerson {
  const { choices, who } = input;
  const age = ageAt(who.birthDate, input.on);
  return {
    name: nameOf(choices, who.sex),
    birthPlace: choices.weighted(BIRTH_PLACES),
    religion: input.religion,
    maritalStatus: 1,
    education: educationAt(choices, age),
    occupation: occupationAt(choices, age, who.sex),
    bloodType: choices.pick([1, 2, 3, 4, 4, 13]),
    citizenship: 1,
    fatherName: nameOf(choices, 1),
    motherName: nameOf(choices, 2),
    father: null,
    mother: null,
    birthOrder: null,
    ...who,
  };
}

function nameOf(choices: Choices, sex: Sex): string {
  const [first, last] = sex === 1 ? [MALE_FIRST, MALE_LAST] : [FEMALE_FIRST, FEMALE_LAST];
  const names = [choices.pick(first), choices.pick(last)];
  if (choices.chance(0.25)) names.splice(1, 0, choices.pick(first.filter((name) => name !== names[0])));
  return names.join(' ');
}

/** Names of parents who are on the card are those of the people there. */
function nameParents(members: SyntheticPerson[]): void {
  for (const member of members) {
    if (member.father !== null) member.fatherName = members[member.father]!.name;
    if (member.mother !== null) member.motherName = members[member.mother]!.name;
  }
}

function educationAt(choices: Choices, age: number): number {
  if (age < 7) return 1;
  if (age < 13) return 2;
  if (age < 16) return 3;
  if (age < 19) return 4;
  if (age < 23) return 5;
  const reached: readonly (readonly [number, number])[] =
    age > 60
      ? [
          [3, 45],
          [4, 20],
          [5, 25],
          [7, 4],
          [8, 6],
        ]
      : [
          [3, 10],
          [4, 18],
          [5, 45],
          [6, 2],
          [7, 8],
          [8, 15],
          [9, 2],
        ];
  return choices.weighted(reached);
}

function occupationAt(choices: Choices, age: number, sex: Sex): number {
  if (age < 6) return 1;
  if (age < 19) return 3;
  if (age < 23) return choices.pick([3, 3, 15, 1]);
  if (age > 62) return choices.pick(sex === 1 ? [4, 4, 88, 19] : [2, 2, 4]);
  return sex === 1
    ? choices.weighted([
        [15, 35],
        [88, 22],
        [19, 14],
        [84, 8],
        [5, 7],
        [81, 6],
        [13, 3],
        [65, 3],
        [6, 1],
        [7, 1],
      ])
    : choices.weighted([
        [2, 50],
        [15, 20],
        [88, 10],
        [65, 7],
        [84, 5],
        [5, 5],
        [73, 1],
        [74, 2],
      ]);
}

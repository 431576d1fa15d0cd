/**
 * Facts of the table `identity`: one element per NIK that the report names, in list facts `person...`.
 * What the registry does not know is null, and the rules about it do not apply.
 */
import { ageAt } from '@lampid/domain/dates';
import { birthDateCandidates, hasNikForm, matchesBirthDate, parseNik } from '@lampid/domain/nik';
import type { RegistrySnapshot, Resident, Sex } from '@lampid/domain/registry/snapshot';
import type { Facts, FactValue } from '@lampid/domain/rules/facts';
import type { FormFacts } from '@lampid/domain/rules/form-facts';

export interface NamedPerson {
  /** Path of the NIK in the report's data, e.g. `mother.nik`. */
  field: string;
  nik: string;
  role: 'reporter' | 'witness' | 'subject' | 'other';
}

export interface JudgedPerson extends NamedPerson {
  /** Whether the person is an active member of the family card in question; null when that is not asked (U09). */
  isMember?: boolean | null;
  /** Biodata from elsewhere (a move letter) for somebody whom the registry does not know. */
  known?: { birthDate: string; sex: Sex };
}

/** What the numbers themselves say. */
export function personFormFacts<Data>(people: (data: Data) => NamedPerson[]): FormFacts<Data> {
  const column =
    (value: (person: NamedPerson, today: string) => FactValue): FormFacts<Data>[string] =>
    ({ data, today }) =>
      people(data).map((person) => value(person, today));
  return {
    personField: column(({ field }) => field),
    personRole: column(({ role }) => role),
    personNikIs16Digits: column(({ nik }) => hasNikForm(nik)),
    personNikSerial: column(({ nik }) => parseNik(nik)?.serial ?? null),
    personNikDateExists: column(
      ({ nik }, today) => parseNik(nik) && birthDateCandidates(nik, today).length > 0,
    ),
  };
}

export interface PersonFactsInput {
  /** The same people in the same order. */
  people: JudgedPerson[];
  registry: RegistrySnapshot;
  knownAreas: ReadonlySet<string>;
  today: string;
}

/** What register and areas say of them. */
export function personFacts({ people, registry, knownAreas, today }: PersonFactsInput): Facts {
  const byNik = new Map(registry.residents.map((resident) => [resident.nik, resident]));
  const judged = people.map((person) => judge(person, byNik.get(person.nik), { knownAreas, today }));
  const column = <Key extends keyof (typeof judged)[number]>(key: Key) => judged.map((person) => person[key]);
  return {
    personNikAreaKnown: column('areaKnown'),
    personNikAgreesWithBirthDate: column('agreesWithBirthDate'),
    personNikAgreesWithSex: column('agreesWithSex'),
    personIsMember: column('isMember'),
    personStatus: column('status'),
    personAge: column('age'),
    personMarried: column('married'),
  };
}

function judge(
  person: JudgedPerson,
  resident: Resident | undefined,
  { knownAreas, today }: { knownAreas: ReadonlySet<string>; today: string },
) {
  const parts = parseNik(person.nik);
  const biodata = resident ?? person.known;
  return {
    areaKnown: parts && knownAreas.has(parts.districtCode),
    agreesWithBirthDate: parts && biodata ? matchesBirthDate(person.nik, biodata.birthDate) : null,
    agreesWithSex: parts && biodata ? parts.sex === biodata.sex : null,
    isMember: person.isMember ?? null,
    status: resident?.status ?? null,
    age: biodata ? ageAt(biodata.birthDate, today) : null,
    married: resident ? resident.maritalStatus !== 1 : null,
  };
}

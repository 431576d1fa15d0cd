/** Events of all four kinds and corrections that happen to somebody, as `domain` computes them: what random histories are made of. */
import { addDays } from '@lampid/domain/dates';
import { registerArrival } from '@lampid/domain/registry/arrival';
import { correctResident } from '@lampid/domain/registry/correct-resident';
import { mergeNik } from '@lampid/domain/registry/merge-nik';
import { placeMembers } from '@lampid/domain/registry/place-members';
import { registerBirth } from '@lampid/domain/registry/birth';
import { EffectConflict, type EffectResult } from '@lampid/domain/registry/change';
import { registerDeath } from '@lampid/domain/registry/death';
import { registerMove } from '@lampid/domain/registry/move';
import type { Address, MoveLetter, RegistrySnapshot, Resident } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';
import { loadSnapshot } from '../registry/load-snapshot.js';
import type { Choices } from '../seed/choices.js';

const address = (areaCode: string): Address => ({
  areaCode,
  street: 'JL. ACAK NO. 1',
  rt: '001',
  rw: '001',
  postalCode: null,
});

/** Three kelurahan of two kecamatan, another city, another province. */
export const PLACES = [
  '32.73.02.1004',
  '32.73.02.1001',
  '32.73.18.1004',
  '32.77.01.1001',
  '31.71.01.1001',
].map(address);

/** The whole register, locked. */
export async function everybody(tx: Tx): Promise<RegistrySnapshot> {
  const cards = await rows<{ number: string }>(tx, 'select number from registry.family_card order by number');
  const people = await rows<{ nik: string }>(tx, 'select nik from registry.resident order by nik');
  const registry = await loadSnapshot(
    tx,
    { niks: people.map((one) => one.nik), familyCards: cards.map((one) => one.number), childrenOf: [] },
    { lock: true },
  );
  // Ids are random: by NIK the same seed makes the same story every time.
  registry.residents.sort((left, right) => (left.nik < right.nik ? -1 : 1));
  return registry;
}

interface AnyEffect {
  choices: Choices;
  registry: RegistrySnapshot;
  today: string;
}

/** Null where the event cannot happen to the people chosen. */
export function anyEffect(input: AnyEffect): EffectResult | null {
  try {
    return effectOf(input);
  } catch (error) {
    if (error instanceof EffectConflict) return null;
    throw error;
  }
}

function effectOf({ choices, registry, today }: AnyEffect): EffectResult | null {
  const homeless = registry.residents.filter((one) => one.status === 'active' && !one.familyCardNumber);
  const active = registry.residents.filter((one) => one.status === 'active' && one.familyCardNumber);
  if (active.length === 0) return null;
  const subject = choices.pick(active);
  const other = choices.pick(active);
  const cardOf = (person: Resident) =>
    registry.familyCards.find((card) => card.number === person.familyCardNumber)!;
  const common = { registry, familyCardNumber: subject.familyCardNumber!, today };
  const kind = choices.pick(['birth', 'death', 'move', 'move', 'arrival', 'correction'] as const);
  if (kind === 'correction') return correctionOf({ choices, registry, today, subject, other, homeless });
  if (kind === 'birth') {
    const child = {
      name: 'BAYI ACAK',
      sex: choices.pick([1, 2] as const),
      birthPlace: 'BANDUNG',
      birthOrder: 1,
    };
    return registerBirth({
      ...common,
      child: { ...child, birthDate: addDays(today, -choices.integer(0, 90)) },
      mother: choices.chance(0.8) ? subject : null,
      father: null,
      late: choices.chance(0.2),
      deedDetails: {},
    });
  }
  if (kind === 'death') {
    return registerDeath({
      ...common,
      deceased: subject,
      deathDate: today,
      newHeadNik: choices.pick(
        registry.residents.filter((one) => one.familyCardNumber === subject.familyCardNumber),
      ).nik,
      guardianCardNumber: choices.chance(0.2) ? other.familyCardNumber : null,
      deedDetails: {},
    });
  }
  if (kind === 'move') {
    const members = cardOf(subject).members.map((member) =>
      registry.residents.find((one) => one.id === member.residentId)!,
    );
    const chosen = members.filter(() => choices.chance(0.6));
    const movers = chosen.length > 0 ? chosen : members;
    const joins = choices.chance(0.3);
    const staying = members.filter((one) => !movers.includes(one));
    return registerMove(
      {
        ...common,
        movers,
        destination: joins ? cardOf(other).address : choices.pick(PLACES),
        statusKkMoving: joins ? 1 : 2,
        hostCardNumber: joins ? other.familyCardNumber : null,
        newHeadNik: staying[0]?.nik ?? null,
        movingHeadNik: movers[0]!.nik,
        eventDate: today,
      },
      () => ({
        validUntil: today,
        letterExpiresAt: `${today}T00:00:00Z`,
        keepCardNumber: choices.chance(0.5),
      }),
    );
  }
  const former = registry.residents.filter((one) => one.status === 'moved-out');
  const serial = 9_000 + choices.integer(1, 900);
  const stranger = {
    nik: `317101030290${serial}`,
    name: 'PENDATANG ACAK',
    sex: 1 as const,
    birthPlace: 'JAKARTA',
    birthDate: '1990-02-03',
    religion: 1,
    maritalStatus: 1 as const,
    education: 5,
    occupation: 15,
    bloodType: 13,
    citizenship: 1 as const,
    fatherName: null,
    motherName: null,
  };
  const who = former.length > 0 && choices.chance(0.5) ? choices.pick(former) : stranger;
  const letter: MoveLetter = {
    number: 'SKPWNI/3171/22112026/0001',
    status: 'issued',
    originCity: '31.71',
    originAddress: PLACES[4]!,
    destination: PLACES[0]!,
    issuedOn: today,
    validUntil: today,
    members: [{ ...stranger, ...pickLetterFields(who), relation: 1, confirmed: false }],
  };
  return registerArrival({
    registry: { ...registry, moveLetter: letter },
    destination: PLACES[0]!,
    cardStatus: choices.pick(['join', 'new'] as const),
    hostCardNumber: other.familyCardNumber,
    headNik: letter.members[0]!.nik,
    arrivals: [{ nik: letter.members[0]!.nik }],
    eventDate: today,
    today,
  });
}

function pickLetterFields(who: Pick<Resident, 'nik' | 'name' | 'sex' | 'birthDate' | 'maritalStatus'>) {
  const { nik, name, sex, birthDate, maritalStatus } = who;
  return { nik, name, sex, birthDate, maritalStatus };
}

function correctionOf(
  of: AnyEffect & { subject: Resident; other: Resident; homeless: Resident[] },
): EffectResult {
  const { choices, registry, today, subject, other, homeless } = of;
  const common = { registry, eventDate: today, today };
  const kind = choices.pick(['elements', 'family', 'family', 'nik'] as const);
  if (kind === 'elements') {
    const elements = {
      ...{ sex: choices.pick([1, 2] as const), citizenship: choices.pick([1, 1, 2] as const) },
      birthDate: addDays(subject.birthDate, -choices.integer(0, 700)),
    };
    return correctResident({ ...common, nik: subject.nik, elements });
  }
  if (kind === 'nik') {
    const realNik = choices.chance(0.5) ? other.nik : `317101030290${9_000 + choices.integer(901, 999)}`;
    return mergeNik({ ...common, formerNik: subject.nik, realNik });
  }
  const placed = homeless.length > 0 ? choices.pick(homeless) : other;
  const opens = choices.chance(0.3);
  return placeMembers({
    ...common,
    familyCardNumber: opens ? null : subject.familyCardNumber,
    address: choices.pick(PLACES.slice(0, 3)),
    members: [{ nik: placed.nik, relation: opens ? 1 : choices.pick([1, 4, 9] as const) }],
  });
}

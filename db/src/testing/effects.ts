/** The four effects as DOMAIN.md 2 states them, written by hand, so that `db` is tried without the event types. */
import type { Change, EffectResult, Posting } from '@lampid/domain/registry/change';
import type { Address, RelationToHead, Resident } from '@lampid/domain/registry/snapshot';
import type { TestFamily } from './families.js';

const nothing = { documents: [], result: {}, variables: {} };

export function line(
  kind: string,
  sign: 1 | -1,
  about: { person?: Resident; card?: string; sex?: 1 | 2; resident?: string },
  address: Address,
): Change {
  const posting: Posting = {
    kind,
    sign,
    unit: about.card === undefined || about.person || about.resident ? 'person' : 'family',
    areaCode: address.areaCode,
    rt: address.rt,
    rw: address.rw,
    sex: about.person?.sex ?? about.sex ?? 1,
    citizenship: 1,
    resident: about.person?.id ?? about.resident ?? null,
    card: about.card ?? null,
    moveClass: null,
    eventDate: '2026-11-20',
  };
  return { op: 'post', posting };
}

export function birthOf(family: TestFamily, name = 'BAYI CONTOH', birthDate = '2026-11-20'): EffectResult {
  const [father, mother] = family.people;
  return {
    ...nothing,
    changes: [
      {
        op: 'create-resident',
        resident: {
          ref: '$child',
          nik: { allocateIn: family.card.address.areaCode.slice(0, 8) },
          name,
          sex: 2,
          birthPlace: 'BANDUNG',
          birthDate,
          religion: 1,
          maritalStatus: 1,
          education: 1,
          occupation: 1,
          bloodType: 13,
          citizenship: 1,
          fatherName: father!.name,
          motherName: mother?.name ?? null,
          fatherNik: father!.nik,
          motherNik: mother?.nik ?? null,
          birthOrder: 3,
          status: 'active',
          deathDate: null,
        },
      },
      { op: 'join-card', card: family.card.number, resident: '$child', relation: 4 },
      {
        op: 'register-deed',
        ref: '$deed',
        kind: 'birth',
        code: 'LU',
        resident: '$child',
        details: { model: 'AYAH_IBU' },
      },
      line('birth', 1, { resident: '$child', sex: 2 }, family.card.address),
    ],
    documents: [
      { kind: 'kutipan-akta-kelahiran', about: { resident: '$child' } },
      { kind: 'kk', about: { card: family.card.number } },
    ],
    result: { resident: '$child', familyCard: family.card.number, deed: '$deed' },
  };
}

/** The first person of the family dies; the others get a new card with the second as head. */
export function deathOfHead(family: TestFamily): EffectResult {
  const [head, next, ...others] = family.people;
  const { card } = family;
  const changes: Change[] = [
    {
      op: 'update-resident',
      residentId: head!.id,
      version: head!.version,
      patch: { status: 'dead', deathDate: '2026-11-20' },
    },
    ...family.people.map((person): Change => ({
      op: 'leave-card',
      card: card.number,
      resident: person.id,
      reason: 'death-of-head',
    })),
    { op: 'close-card', number: card.number, version: card.version, reason: 'death-of-head' },
    { op: 'register-deed', ref: '$deed', kind: 'death', code: 'KM', resident: head!.id, details: {} },
    line('death', -1, { person: head! }, card.address),
    line('death', -1, { card: card.number, sex: head!.sex }, card.address),
  ];
  if (next) {
    changes.push(
      { op: 'update-resident', residentId: next.id, version: next.version, patch: { maritalStatus: 4 } },
      { op: 'open-card', ref: '$card', address: card.address },
      { op: 'join-card', card: '$card', resident: next.id, relation: 1 },
      ...others.map((person): Change => ({
        op: 'join-card',
        card: '$card',
        resident: person.id,
        relation: 4,
      })),
      line('death', 1, { card: '$card', sex: next.sex }, card.address),
    );
  }
  return {
    ...nothing,
    changes,
    documents: [{ kind: 'kutipan-akta-kematian', about: { resident: head!.id } }],
    result: { resident: head!.id, ...(next ? { familyCard: '$card' } : {}) },
  };
}

/** Everybody moves to another kelurahan of the city under the same KK number. */
export function moveWithin(family: TestFamily, to: Address): EffectResult {
  const { card, people } = family;
  return {
    ...nothing,
    changes: [
      { op: 'update-card-address', number: card.number, version: card.version, address: to },
      ...people.flatMap((person) => [
        line('departure', -1, { person }, card.address),
        line('arrival', 1, { person }, to),
      ]),
      line('departure', -1, { card: card.number, sex: people[0]!.sex }, card.address),
      line('arrival', 1, { card: card.number, sex: people[0]!.sex }, to),
    ],
    result: { familyCard: card.number },
  };
}

/** These members leave the city with an SKPWNI; when all do, the card closes. */
export function moveOut(family: TestFamily, movers: Resident[], destination: Address): EffectResult {
  const { card, people } = family;
  const relation = (person: Resident): RelationToHead =>
    card.members.find((member) => member.residentId === person.id)!.relation;
  const changes: Change[] = movers.flatMap((person): Change[] => [
    { op: 'update-resident', residentId: person.id, version: person.version, patch: { status: 'moved-out' } },
    { op: 'leave-card', card: card.number, resident: person.id, reason: 'moved-out' },
    line('departure', -1, { person }, card.address),
  ]);
  changes.push({
    op: 'issue-move-letter',
    ref: '$letter',
    destination,
    validUntil: '2027-04-20',
    members: movers.map((person) => ({ resident: person.id, relation: relation(person) })),
  });
  if (movers.length === people.length) {
    changes.push(
      { op: 'close-card', number: card.number, version: card.version, reason: 'moved-out' },
      line('departure', -1, { card: card.number, sex: people[0]!.sex }, card.address),
    );
  }
  return {
    ...nothing,
    changes,
    documents: [{ kind: 'skpwni', about: { letter: '$letter' } }],
    result: { letter: '$letter' },
  };
}

/** Two people of another city arrive on a new card. */
export function arrivalOf(niks: [string, string], address: Address): EffectResult {
  const newcomer = (ref: string, nik: string, sex: 1 | 2): Change => ({
    op: 'create-resident',
    resident: {
      ref,
      nik,
      name: 'PENDATANG CONTOH',
      sex,
      birthPlace: 'SEMARANG',
      birthDate: '1990-05-10',
      religion: 1,
      maritalStatus: 2,
      education: 5,
      occupation: 15,
      bloodType: 13,
      citizenship: 1,
      fatherName: null,
      motherName: null,
      fatherNik: null,
      motherNik: null,
      birthOrder: null,
      status: 'active',
      deathDate: null,
    },
  });
  return {
    ...nothing,
    changes: [
      newcomer('$first', niks[0], 1),
      newcomer('$second', niks[1], 2),
      { op: 'open-card', ref: '$card', address },
      { op: 'join-card', card: '$card', resident: '$first', relation: 1 },
      { op: 'join-card', card: '$card', resident: '$second', relation: 3 },
      line('arrival', 1, { resident: '$first', sex: 1 }, address),
      line('arrival', 1, { resident: '$second', sex: 2 }, address),
      line('arrival', 1, { card: '$card', sex: 1 }, address),
    ],
    documents: [{ kind: 'kk', about: { card: '$card' } }],
    result: { familyCard: '$card' },
  };
}

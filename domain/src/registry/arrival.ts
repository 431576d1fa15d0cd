/** People arrive with an SKPWNI of another city: NIK unchanged, into a host's card or a new one (DOMAIN 2.7). */
import { moveClassOf } from '../areas.js';
import { EffectConflict, type CardRef, type EffectResult } from './change.js';
import { EffectDraft } from './effect-draft.js';
import { familyOf, isAdult, residentByNik } from './family.js';
import type {
  Address,
  LetterMember,
  MoveLetter,
  RegistrySnapshot,
  RelationToHead,
  Resident,
} from './snapshot.js';

export interface ArrivalInput {
  registry: RegistrySnapshot;
  destination: Address;
  cardStatus: 'join' | 'new';
  hostCardNumber?: string | null;
  headNik?: string | null;
  arrivals: { nik: string; relation?: RelationToHead | null }[];
  eventDate: string;
  today: string;
}

const CARD = '$card';

interface Arrival {
  /** Of an earlier resident, or a reference. */
  ref: string;
  person: LetterMember;
  former: Resident | undefined;
  statedRelation: RelationToHead | null;
}

/** Throws EffectConflict D01, D07, D09, D12, D13, D14, U08. */
export function registerArrival(input: ArrivalInput): EffectResult {
  const letter = letterOf(input.registry);
  const named = input.arrivals.filter(
    ({ nik }, index) => input.arrivals.findIndex((other) => other.nik === nik) === index,
  );
  const arrivals = named.map((arrival, index) => readArrival(arrival, { letter, input, index }));
  const draft = new EffectDraft();
  for (const arrival of arrivals) settle(draft, arrival);
  const { card, address } =
    input.cardStatus === 'join' ? joinHost(draft, arrivals, input) : openCard(draft, arrivals, input);
  const moveClass = moveClassOf(letter.originAddress.areaCode, address.areaCode);
  for (const { ref, person } of arrivals) {
    draft.postPerson(person, {
      kind: 'arrival',
      sign: 1,
      at: address,
      eventDate: input.eventDate,
      moveClass,
      resident: ref,
      card,
    });
  }
  if (input.cardStatus === 'new') {
    const head = arrivals.find(({ person }) => person.nik === input.headNik)!;
    const line = {
      kind: 'arrival',
      sign: 1,
      at: address,
      eventDate: input.eventDate,
      moveClass,
      card,
    } as const;
    draft.postFamily(head.person, line);
  }
  draft.document({ kind: 'kk', about: { card } });
  for (const { ref, person } of arrivals) {
    draft.document({ kind: isAdult(person, input.today) ? 'ktp-el' : 'kia', about: { resident: ref } });
  }
  Object.assign(draft.result, { resident: arrivals[0]!.ref, familyCard: card });
  draft.variables.arrivalCount = arrivals.length;
  return draft.done();
}

function letterOf(registry: RegistrySnapshot): MoveLetter {
  if (!registry.moveLetter) {
    throw new EffectConflict(
      'D01',
      { id: 'SKPWNI tidak ditemukan', en: 'Move letter not found' },
      'letterNumber',
    );
  }
  return registry.moveLetter;
}

function readArrival(
  { nik, relation }: ArrivalInput['arrivals'][number],
  { letter, input, index }: { letter: MoveLetter; input: ArrivalInput; index: number },
): Arrival {
  const field = `arrivals.${index}.nik`;
  const person = letter.members.find((member) => member.nik === nik);
  if (!person) {
    const text = { id: 'Ada orang yang tidak tercantum di SKPWNI', en: 'Person not on the letter' };
    throw new EffectConflict('D07', text, field);
  }
  const former = residentByNik(input.registry, nik);
  if (former?.status === 'active') {
    const text = { id: 'Penduduk sudah aktif di kota ini', en: 'Already an active resident' };
    throw new EffectConflict('D14', text, field);
  }
  if (former?.status === 'dead') {
    throw new EffectConflict('D13', { id: 'Penduduk tercatat meninggal', en: 'Recorded deceased' }, field);
  }
  return { ref: former?.id ?? `$arrival${index}`, person, former, statedRelation: relation ?? null };
}

/** Who lived here before is taken up again with what the letter says now; nobody is entered twice. */
function settle(draft: EffectDraft, { ref, person, former }: Arrival): void {
  const { relation: _relation, confirmed: _confirmed, nik, fatherName, motherName, ...biodata } = person;
  if (former) {
    draft.patch(former, { ...biodata, status: 'active' });
    return;
  }
  draft.add({
    op: 'create-resident',
    resident: {
      ...biodata,
      ref,
      nik,
      fatherName,
      motherName,
      fatherNik: null,
      motherNik: null,
      birthOrder: null,
      status: 'active',
      deathDate: null,
    },
  });
}

interface Home {
  card: CardRef;
  address: Address;
}

function joinHost(draft: EffectDraft, arrivals: Arrival[], input: ArrivalInput): Home {
  const { card } = familyOf(input.registry, input.hostCardNumber ?? '', 'hostCardNumber');
  if (card.address.areaCode !== input.destination.areaCode) {
    const text = { id: 'KK tumpangan tidak valid', en: 'Invalid host family card' };
    throw new EffectConflict('D09', text, 'hostCardNumber');
  }
  for (const { ref, statedRelation } of arrivals) {
    const relation = statedRelation && statedRelation !== 1 ? statedRelation : 9;
    draft.add({ op: 'join-card', card: card.number, resident: ref, relation });
  }
  return { card: card.number, address: card.address };
}

function openCard(draft: EffectDraft, arrivals: Arrival[], input: ArrivalInput): Home {
  const head = arrivals.find(({ person }) => person.nik === input.headNik);
  if (!head || !isAdult(head.person, input.today)) {
    const text = { id: 'KK baru harus memiliki kepala ≥17 tahun', en: 'New KK needs an adult head' };
    throw new EffectConflict('D12', text, 'headNik');
  }
  draft.add({ op: 'open-card', ref: CARD, address: input.destination });
  for (const arrival of [head, ...arrivals.filter((other) => other !== head)]) {
    draft.add({ op: 'join-card', card: CARD, resident: arrival.ref, relation: relationUnder(head, arrival) });
  }
  return { card: CARD, address: input.destination };
}

/** As stated; as on the letter when its head is the head here too; else 9 famili lain. */
function relationUnder(head: Arrival, { person, statedRelation, ref }: Arrival): RelationToHead {
  if (ref === head.ref) return 1;
  if (statedRelation && statedRelation !== 1) return statedRelation;
  return head.person.relation === 1 && person.relation !== 1 ? person.relation : 9;
}

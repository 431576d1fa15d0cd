/**
 * An effect with every reference resolved and changes gathered per row, so that it can be written in two statements: what
 * changes first, what is new second.
 */
import type {
  CardRef,
  EffectResult,
  NewResident,
  Posting,
  ResidentPatch,
} from '@lampid/domain/registry/change';
import type { Address, RelationToHead } from '@lampid/domain/registry/snapshot';

export interface EffectPlan {
  createdResidents: (Omit<NewResident, 'ref' | 'nik'> & {
    id: string;
    nik: string;
    card: string | null;
    /** Null: the area of the (existing) card. */
    area: string | null;
  })[];
  updatedResidents: ResidentUpdate[];
  openedCards: { id: string; number: string; address: Address }[];
  updatedCards: CardUpdate[];
  /** `reason` null: the relation changes, the person stays. */
  endedMemberships: { card: string; resident: string; reason: string }[];
  begunMemberships: {
    card: string;
    /** Null: an existing card. */
    cardId: string | null;
    resident: string;
    relation: RelationToHead;
    /** True when the person was on this card under another relation and keeps the place. */
    keepsPosition: boolean;
  }[];
  deeds: {
    id: string;
    number: string;
    kind: string;
    resident: string;
    details: Record<string, string>;
  }[];
  letters: {
    id: string;
    number: string;
    destination: Address;
    validUntil: string;
    members: { resident: string; relation: RelationToHead }[];
  }[];
  postings: (Omit<Posting, 'resident' | 'card'> & {
    resident: string | null;
    card: string | null;
    cardId: string | null;
  })[];
}

export interface ResidentUpdate {
  id: string;
  /** Null: computed under a lock, no version named. */
  version: number | null;
  patch: ResidentPatch;
  /** True when the membership changes: `card` is the new one or null. */
  setCard: boolean;
  card: string | null;
  area: string | null;
}

export interface CardUpdate {
  number: string;
  version: number | null;
  /** Why it closes, or null when it stays open. */
  closedReason: string | null;
  address: Address | null;
}

/** Numbers and ids that were given to the references of an effect. */
export interface GivenNumbers {
  /** `$child` to id and NIK. */
  residents: Map<string, { id: string; nik: string }>;
  /** `$card` to id and KK number. */
  cards: Map<string, { id: string; number: string }>;
  /** `$deed`, `$letter` to id and number. */
  papers: Map<string, { id: string; number: string }>;
}

export function planEffect(effect: EffectResult, given: GivenNumbers): EffectPlan {
  const plan: EffectPlan = {
    createdResidents: [],
    updatedResidents: [],
    openedCards: [],
    updatedCards: [],
    endedMemberships: [],
    begunMemberships: [],
    deeds: [],
    letters: [],
    postings: [],
  };
  const residentOf = (ref: string) => given.residents.get(ref)?.id ?? known(ref);
  const numberOf = (ref: CardRef) => given.cards.get(ref)?.number ?? known(ref);
  const openedOf = (ref: CardRef) => given.cards.get(ref) ?? null;
  const paperOf = (ref: string) => given.papers.get(ref)!;
  const addresses = new Map<string, string>();

  const cards = new Map<string, CardUpdate>();
  const touchCard = (ref: CardRef): CardUpdate | null => {
    if (openedOf(ref)) return null;
    const number = numberOf(ref);
    const update = cards.get(number) ?? { number, version: null, closedReason: null, address: null };
    cards.set(number, update);
    return update;
  };
  const updates = new Map<string, ResidentUpdate>();
  const touchResident = (ref: string): ResidentUpdate => {
    const id = residentOf(ref);
    const none = { version: null, patch: {}, setCard: false, card: null, area: null };
    const update = updates.get(id) ?? { id, ...none };
    updates.set(id, update);
    return update;
  };

  for (const change of effect.changes) {
    switch (change.op) {
      case 'create-resident': {
        const { ref, nik: _asked, ...biodata } = change.resident;
        const { id, nik } = given.residents.get(ref)!;
        plan.createdResidents.push({ ...biodata, id, nik, card: null, area: null });
        break;
      }
      case 'update-resident': {
        const update = touchResident(change.residentId);
        update.version = change.version;
        Object.assign(update.patch, change.patch);
        break;
      }
      case 'open-card': {
        const opened = openedOf(change.ref)!;
        plan.openedCards.push({ ...opened, address: change.address });
        addresses.set(opened.number, change.address.areaCode);
        break;
      }
      case 'close-card': {
        const update = touchCard(change.number)!;
        update.version = change.version;
        update.closedReason = change.reason;
        break;
      }
      case 'update-card-address': {
        const update = touchCard(change.number)!;
        update.version = change.version;
        update.address = change.address;
        addresses.set(change.number, change.address.areaCode);
        break;
      }
      case 'join-card': {
        touchCard(change.card);
        joins(change.card, change.resident, change.relation, false);
        const created = plan.createdResidents.find((resident) => resident.id === residentOf(change.resident));
        const member = created ?? Object.assign(touchResident(change.resident), { setCard: true });
        member.card = numberOf(change.card);
        break;
      }
      case 'leave-card': {
        touchCard(change.card);
        plan.endedMemberships.push({
          card: numberOf(change.card),
          resident: residentOf(change.resident),
          reason: change.reason,
        });
        const member = touchResident(change.resident);
        member.setCard = true;
        member.card = null;
        break;
      }
      case 'change-relation': {
        touchCard(change.card);
        plan.endedMemberships.push({
          card: numberOf(change.card),
          resident: residentOf(change.resident),
          reason: 'change-relation',
        });
        joins(change.card, change.resident, change.relation, true);
        touchResident(change.resident);
        break;
      }
      case 'register-deed':
        plan.deeds.push({
          ...paperOf(change.ref),
          kind: change.kind,
          resident: residentOf(change.resident),
          details: change.details,
        });
        break;
      case 'issue-move-letter':
        plan.letters.push({
          ...paperOf(change.ref),
          destination: change.destination,
          validUntil: change.validUntil,
          members: change.members.map((member) => ({ ...member, resident: residentOf(member.resident) })),
        });
        break;
      // Done by `reverseRegistration`, before anything is written.
      case 'revoke-registration':
        break;
      case 'post': {
        const { resident, card, ...line } = change.posting;
        plan.postings.push({
          ...line,
          resident: resident === null ? null : residentOf(resident),
          card: card === null ? null : numberOf(card),
          cardId: card === null ? null : (openedOf(card)?.id ?? null),
        });
      }
    }
  }
  for (const member of [...plan.createdResidents, ...updates.values()]) {
    if (member.card !== null) member.area = addresses.get(member.card) ?? null;
  }
  plan.updatedCards = [...cards.values()].sort((left, right) => (left.number < right.number ? -1 : 1));
  plan.updatedResidents = [...updates.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
  return plan;

  function joins(card: CardRef, resident: string, relation: RelationToHead, keepsPosition: boolean) {
    plan.begunMemberships.push({
      card: numberOf(card),
      cardId: openedOf(card)?.id ?? null,
      resident: residentOf(resident),
      relation,
      keepsPosition,
    });
  }
}

/** A reference that nothing in the effect creates is a mistake of the event type, not of the data. */
function known(ref: string): string {
  if (ref.startsWith('$')) throw new Error(`the effect names ${ref}, which it does not create`);
  return ref;
}

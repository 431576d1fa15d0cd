/**
 * What an effect will do, before it does it: each family card before and after, and what else is made. For the eyes of whoever
 * decides; numbers that are still to be allocated have none here.
 */
import type { Change, EffectResult, PostingKind } from './change.js';
import type {
  Address,
  FamilyCard,
  MaritalStatus,
  RegistrySnapshot,
  RelationToHead,
  Resident,
} from './snapshot.js';

export interface MemberView {
  /** Resident id, or the local reference of somebody who is still to be created. */
  resident: string;
  name: string;
  /** Null: to be allocated. */
  nik: string | null;
  relation: RelationToHead;
  maritalStatus: MaritalStatus;
}

export type MemberChange = 'joins' | 'leaves' | 'relation' | 'data';

export interface FamilyChange {
  /** Null for a card that is still to get its number. */
  number: string | null;
  fate: 'kept' | 'opened' | 'closed';
  addressBefore: Address | null;
  addressAfter: Address | null;
  before: MemberView[];
  after: MemberView[];
  /** By resident: why they differ between the two. */
  changes: Record<string, MemberChange>;
}

export interface PersonChange {
  resident: string;
  name: string;
  /** What is recorded now and what will be, by element. */
  elements: { element: string; before: string | number | null; after: string | number | null }[];
}

export interface Consequences {
  families: FamilyChange[];
  /** Status and data of people, cards apart. */
  people: PersonChange[];
  deeds: { kind: string; code: string }[];
  moveLetters: { destination: Address; people: number }[];
  /** Ledger lines, alike ones added up. */
  postings: { kind: PostingKind; unit: 'person' | 'family'; areaCode: string; amount: number }[];
  /** Id of the report whose registration is taken back. */
  revokes: string | null;
}

interface CardDraft {
  number: string | null;
  fate: FamilyChange['fate'];
  address: Address;
  members: { resident: string; relation: RelationToHead }[];
}

/** Pure; throws when the effect names what the snapshot does not hold. */
export function consequencesOf(registry: RegistrySnapshot, effect: EffectResult): Consequences {
  const world = new World(registry);
  for (const change of effect.changes) world.apply(change);
  return {
    families: world.families(),
    people: world.people(),
    ...papersOf(effect.changes),
    postings: postingsOf(effect.changes),
    revokes: effect.changes.find((change) => change.op === 'revoke-registration')?.reportId ?? null,
  };
}

/** The register as it would become, on paper. */
class World {
  readonly #residents = new Map<string, Resident>();
  readonly #cards = new Map<string, CardDraft>();
  readonly #touched = new Set<string>();
  readonly #patched: { before: Resident; patch: object }[] = [];

  constructor(private readonly registry: RegistrySnapshot) {
    for (const resident of registry.residents) this.#residents.set(resident.id, resident);
    for (const card of registry.familyCards) this.#cards.set(card.number, draftOf(card));
  }

  apply(change: Change): void {
    switch (change.op) {
      case 'create-resident': {
        const { ref, nik, ...biodata } = change.resident;
        const known = typeof nik === 'string' ? nik : '';
        this.#residents.set(ref, { ...biodata, nik: known, id: ref, version: 0, familyCardNumber: null });
        return;
      }
      case 'update-resident': {
        const before = this.#resident(change.residentId);
        this.#patched.push({ before, patch: change.patch });
        this.#residents.set(before.id, { ...before, ...change.patch });
        return;
      }
      case 'open-card':
        this.#cards.set(change.ref, {
          ...{ number: change.number ?? null, fate: 'opened', address: change.address, members: [] },
        });
        this.#touched.add(change.ref);
        return;
      case 'close-card':
        this.#card(change.number).fate = 'closed';
        return;
      case 'update-card-address':
        this.#card(change.number).address = change.address;
        return;
      case 'join-card':
        this.#card(change.card).members.push({ resident: change.resident, relation: change.relation });
        return;
      case 'leave-card': {
        const card = this.#card(change.card);
        card.members = card.members.filter(({ resident }) => resident !== change.resident);
        return;
      }
      case 'change-relation': {
        const card = this.#card(change.card);
        card.members = card.members.map((member) =>
          member.resident === change.resident ? { ...member, relation: change.relation } : member,
        );
        return;
      }
      default:
    }
  }

  families(): FamilyChange[] {
    // Who is widowed changes on a card that nobody leaves.
    for (const { before } of this.#patched)
      if (before.familyCardNumber !== null && this.#cards.has(before.familyCardNumber))
        this.#touched.add(before.familyCardNumber);
    return [...this.#touched].map((ref) => this.#family(ref));
  }

  people(): PersonChange[] {
    return this.#patched.map(({ before, patch }) => ({
      resident: before.id,
      name: before.name,
      elements: Object.entries(patch as Record<string, string | number | null>).map(([element, after]) => ({
        element,
        before: (before[element as keyof Resident] as string | number | null | undefined) ?? null,
        after: after ?? null,
      })),
    }));
  }

  #family(ref: string): FamilyChange {
    const card = this.#cards.get(ref)!;
    const former = this.registry.familyCards.find(({ number }) => number === ref) ?? null;
    const was = former === null ? [] : draftOf(former).members;
    const now = ordered(card.fate === 'closed' ? [] : card.members);
    const before = ordered(was).map((member) => this.#view(member, this.#before(member.resident)));
    const after = now.map((member) => this.#view(member, this.#resident(member.resident)));
    return {
      number: former?.number ?? card.number,
      fate: card.fate,
      addressBefore: former?.address ?? null,
      addressAfter: card.fate === 'closed' ? null : card.address,
      before,
      after,
      changes: changesBetween(before, after),
    };
  }

  #view({ resident, relation }: CardDraft['members'][number], of: Resident): MemberView {
    return { resident, name: of.name, nik: of.nik || null, relation, maritalStatus: of.maritalStatus };
  }

  #before(id: string): Resident {
    return this.registry.residents.find((resident) => resident.id === id) ?? this.#resident(id);
  }

  #resident(ref: string): Resident {
    const found = this.#residents.get(ref);
    if (!found) throw new Error('an effect names somebody whom the snapshot does not hold');
    return found;
  }

  #card(ref: string): CardDraft {
    const found = this.#cards.get(ref);
    if (!found) throw new Error('an effect names a card that the snapshot does not hold');
    this.#touched.add(ref);
    return found;
  }
}

function draftOf(card: FamilyCard): CardDraft {
  const members = card.members.map(({ residentId, relation }) => ({ resident: residentId, relation }));
  return { number: card.number, fate: 'kept', address: card.address, members };
}

const ordered = (members: CardDraft['members']) =>
  [...members].sort((a, b) => Number(b.relation === 1) - Number(a.relation === 1));

function changesBetween(before: MemberView[], after: MemberView[]): Record<string, MemberChange> {
  const changes: Record<string, MemberChange> = {};
  for (const { resident } of before)
    if (!after.some((one) => one.resident === resident)) changes[resident] = 'leaves';
  for (const member of after) {
    const was = before.find((one) => one.resident === member.resident);
    if (!was) changes[member.resident] = 'joins';
    else if (was.relation !== member.relation) changes[member.resident] = 'relation';
    else if (JSON.stringify(was) !== JSON.stringify(member)) changes[member.resident] = 'data';
  }
  return changes;
}

function papersOf(changes: readonly Change[]): Pick<Consequences, 'deeds' | 'moveLetters'> {
  return {
    deeds: changes.flatMap((change) =>
      change.op === 'register-deed' ? [{ kind: change.kind, code: change.code }] : [],
    ),
    moveLetters: changes.flatMap((change) =>
      change.op === 'issue-move-letter'
        ? [{ destination: change.destination, people: change.members.length }]
        : [],
    ),
  };
}

function postingsOf(changes: readonly Change[]): Consequences['postings'] {
  const sums = new Map<string, Consequences['postings'][number]>();
  for (const change of changes) {
    if (change.op !== 'post') continue;
    const { kind, unit, areaCode, sign } = change.posting;
    const key = [kind, unit, areaCode, sign].join(' ');
    const sum = sums.get(key) ?? { kind, unit, areaCode, amount: 0 };
    sums.set(key, { ...sum, amount: sum.amount + sign });
  }
  return [...sums.values()];
}

/**
 * The change itself, without what may differ by the day or by an unrelated edit: row versions and the days of letters. Two that
 * are equal mean the same to whoever decided.
 */
export function essenceOf(effect: EffectResult): unknown {
  return effect.changes.map((change) => {
    const {
      version: _,
      validUntil: __,
      ...essence
    } = change as Change & {
      version?: number;
      validUntil?: string;
    };
    return essence;
  });
}

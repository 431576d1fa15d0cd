/**
 * The register in memory: applies an effect as `db` does and checks what must hold for any family after any event. For tests
 * of effects and of event types.
 */
import { cardPrefix, deedPrefix, moveLetterPrefix } from '../document-numbers.js';
import { nikPrefix } from '../nik.js';
import type { Change, EffectResult, Posting } from '../registry/change.js';
import type {
  Address,
  FamilyCard,
  MoveLetter,
  RegistrySnapshot,
  RelationToHead,
  Resident,
} from '../registry/snapshot.js';

export const CITY = '32.73';
export const DAGO: Address = {
  areaCode: '32.73.02.1004',
  street: 'Jl. Dago 1',
  rt: '001',
  rw: '002',
  postalCode: '40135',
};

export type PersonSpec = Partial<Omit<Resident, 'id' | 'version' | 'familyCardNumber'>> &
  Pick<Resident, 'name' | 'sex' | 'birthDate'> & { relation: RelationToHead };

export class MemoryRegistry {
  readonly residents = new Map<string, Resident>();
  readonly cards = new Map<string, FamilyCard>();
  readonly postings: (Posting & { reportDate: string })[] = [];
  readonly deeds: RegistrySnapshot['deeds'] = [];
  readonly letters: { number: string; status: 'issued'; niks: string[] }[] = [];
  readonly #serials = new Map<string, number>();

  /** Opens a card with these people and posts them as the opening. Relations are given; the first is the head. */
  addFamily(people: PersonSpec[], address: Address = DAGO): FamilyCard {
    const number = this.#number(cardPrefix({ areaCode: address.areaCode, date: '2020-01-06' }), '');
    const card: FamilyCard = {
      id: `card-${number}`,
      version: 1,
      number,
      status: 'active',
      address,
      members: [],
    };
    this.cards.set(number, card);
    for (const { relation, ...person } of people) {
      const resident = this.#newResident(person, address);
      resident.familyCardNumber = number;
      card.members.push({ residentId: resident.id, relation, position: card.members.length + 1 });
      this.#open('person', resident, address);
      if (relation === 1) this.#open('family', resident, address);
    }
    return card;
  }

  /** Everything: what `db` loads is a part of it. */
  snapshot(moveLetter?: MoveLetter | null): RegistrySnapshot {
    return structuredClone({
      residents: [...this.residents.values()],
      familyCards: [...this.cards.values()],
      deeds: this.deeds,
      openLetters: this.letters,
      uncarded: this.#uncarded(),
      ...(moveLetter === undefined ? {} : { moveLetter }),
    });
  }

  byName(name: string): Resident {
    const found = [...this.residents.values()].find((resident) => resident.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }

  cardOf(name: string): FamilyCard | null {
    const number = this.byName(name).familyCardNumber;
    return number === null ? null : this.cards.get(number)!;
  }

  /** `{Budi: 1, Siti: 3}` of the active card with this number. */
  relations(number: string): Record<string, number> {
    const members = this.cards.get(number)!.members;
    return Object.fromEntries(members.map((m) => [this.residents.get(m.residentId)!.name, m.relation]));
  }

  /** Applies the effect; throws when it contradicts the register. */
  apply(effect: EffectResult, today: string): Map<string, string> {
    const refs = new Map<string, string>();
    const of = (ref: string) => {
      const found = ref.startsWith('$') ? refs.get(ref) : ref;
      if (found === undefined) throw new Error(`reference ${ref} is not created before it is used`);
      return found;
    };
    for (const change of effect.changes) this.#applyOne(change, { refs, of, today });
    for (const ref of Object.values(effect.result)) of(ref);
    for (const { about } of effect.documents) of(Object.values(about)[0] as string);
    return refs;
  }

  #applyOne(
    change: Change,
    { refs, of, today }: { refs: Map<string, string>; of: (ref: string) => string; today: string },
  ): void {
    switch (change.op) {
      case 'create-resident': {
        const { ref, nik, ...biodata } = change.resident;
        const allocated =
          typeof nik === 'string'
            ? nik
            : this.#number(nikPrefix({ ...biodata, districtCode: nik.allocateIn }), '');
        refs.set(ref, this.#newResident({ ...biodata, nik: allocated }, DAGO).id);
        return;
      }
      case 'update-resident': {
        const resident = this.#resident(change.residentId);
        if (resident.version !== change.version) throw new Error(`stale version of ${resident.name}`);
        Object.assign(resident, change.patch, { version: resident.version + 1 });
        return;
      }
      case 'open-card': {
        const number =
          change.number ?? this.#number(cardPrefix({ areaCode: change.address.areaCode, date: today }), '');
        if (this.cards.has(number)) throw new Error(`card ${number} exists`);
        const card: FamilyCard = {
          id: `card-${number}`,
          version: 1,
          number,
          status: 'active',
          address: change.address,
          members: [],
        };
        this.cards.set(number, card);
        refs.set(change.ref, number);
        return;
      }
      case 'close-card':
      case 'update-card-address': {
        const card = this.#card(change.number);
        if (card.version !== change.version) throw new Error(`stale version of card ${card.number}`);
        if (change.op === 'close-card') card.status = 'closed';
        else card.address = change.address;
        return;
      }
      case 'join-card': {
        const card = this.#card(of(change.card));
        const resident = this.#resident(of(change.resident));
        if (resident.familyCardNumber !== null) throw new Error(`${resident.name} is on two cards`);
        resident.familyCardNumber = card.number;
        card.members.push({
          residentId: resident.id,
          relation: change.relation,
          position: card.members.length + 1,
        });
        return;
      }
      case 'leave-card': {
        const card = this.#card(of(change.card));
        const resident = this.#resident(of(change.resident));
        if (resident.familyCardNumber !== card.number)
          throw new Error(`${resident.name} is not on card ${card.number}`);
        resident.familyCardNumber = null;
        card.members = card.members.filter(({ residentId }) => residentId !== resident.id);
        return;
      }
      case 'change-relation': {
        const member = this.#card(of(change.card)).members.find(
          ({ residentId }) => residentId === of(change.resident),
        );
        if (!member) throw new Error('relation of somebody who is not on the card');
        member.relation = change.relation;
        return;
      }
      case 'register-deed': {
        const number = this.#number(deedPrefix({ city: CITY, code: change.code, date: today }), '-');
        this.deeds.push({ number, kind: change.kind, residentId: of(change.resident), status: 'valid' });
        refs.set(change.ref, number);
        return;
      }
      case 'issue-move-letter': {
        const number = this.#number(moveLetterPrefix({ city: CITY, date: today }), '/');
        const niks = change.members.map(({ resident }) => this.#resident(of(resident)).nik);
        this.letters.push({ number, status: 'issued', niks });
        refs.set(change.ref, number);
        return;
      }
      case 'revoke-registration':
        throw new Error('only the database knows what a report registered');
      case 'post': {
        const { resident, card } = change.posting;
        this.postings.push({
          ...change.posting,
          resident: resident && of(resident),
          card: card && of(card),
          reportDate: today,
        });
      }
    }
  }

  /** What is wrong with the register: empty when all that must hold does. */
  faults(): string[] {
    const faults: string[] = [];
    for (const card of this.cards.values()) {
      const heads = card.members.filter(({ relation }) => relation === 1).length;
      if (card.status === 'active' && heads !== 1) faults.push(`card ${card.number} has ${heads} heads`);
      if (card.status === 'closed' && card.members.length > 0)
        faults.push(`closed card ${card.number} has members`);
    }
    for (const resident of this.residents.values()) {
      const onCard = resident.familyCardNumber !== null;
      if (resident.status === 'active' && !onCard) faults.push(`${resident.name} is active on no card`);
      if (resident.status !== 'active' && onCard)
        faults.push(`${resident.name} is ${resident.status} on a card`);
    }
    const counted = this.#ledger();
    for (const [cell, count] of this.#population()) {
      if ((counted.get(cell) ?? 0) !== count)
        faults.push(`${cell}: ledger ${counted.get(cell) ?? 0}, register ${count}`);
      counted.delete(cell);
    }
    for (const [cell, count] of counted) if (count !== 0) faults.push(`${cell}: ledger ${count}, register 0`);
    return faults;
  }

  #uncarded(): RegistrySnapshot['uncarded'] {
    const people = [...this.residents.values()].filter(
      ({ status, familyCardNumber }) => status === 'active' && familyCardNumber === null,
    );
    return people.flatMap(({ id }) => {
      const last = this.postings.findLast(({ resident, sign }) => resident === id && sign === 1);
      return last ? [{ residentId: id, areaCode: last.areaCode, rt: last.rt, rw: last.rw }] : [];
    });
  }

  #ledger(): Map<string, number> {
    const cells = new Map<string, number>();
    for (const { areaCode, rt, rw, unit, sex, citizenship, sign } of this.postings) {
      const cell = [areaCode, rw, rt, unit, sex, citizenship].join(' ');
      cells.set(cell, (cells.get(cell) ?? 0) + sign);
    }
    return cells;
  }

  #population(): Map<string, number> {
    const cells = new Map<string, number>();
    const count = (unit: string, { areaCode, rt, rw }: Address, resident: Resident) => {
      const cell = [areaCode, rw, rt, unit, resident.sex, resident.citizenship].join(' ');
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    };
    for (const card of this.cards.values()) {
      for (const { residentId, relation } of card.members) {
        const resident = this.#resident(residentId);
        count('person', card.address, resident);
        if (relation === 1) count('family', card.address, resident);
      }
    }
    return cells;
  }

  #resident(id: string): Resident {
    const found = this.residents.get(id);
    if (!found) throw new Error(`no resident ${id}`);
    return found;
  }

  #card(number: string): FamilyCard {
    const found = this.cards.get(number);
    if (!found || found.status !== 'active') throw new Error(`no active card ${number}`);
    return found;
  }

  #newResident(person: Omit<PersonSpec, 'relation'>, { areaCode }: Address): Resident {
    const prefix = nikPrefix({
      districtCode: areaCode.slice(0, 8),
      birthDate: person.birthDate,
      sex: person.sex,
    });
    const nik = person.nik ?? this.#number(prefix, '');
    const defaults = {
      birthPlace: 'Bandung',
      religion: 1,
      maritalStatus: 1 as const,
      education: 5,
      occupation: 15,
      bloodType: 13,
      citizenship: 1 as const,
      fatherName: null,
      motherName: null,
      fatherNik: null,
      motherNik: null,
      birthOrder: null,
      status: 'active' as const,
      deathDate: null,
    };
    const resident: Resident = {
      ...defaults,
      ...person,
      nik,
      id: `person-${nik}`,
      version: 1,
      familyCardNumber: null,
    };
    if (this.residents.has(resident.id)) throw new Error(`NIK ${nik} exists`);
    this.residents.set(resident.id, resident);
    return resident;
  }

  #open(unit: Posting['unit'], { sex, citizenship, id, familyCardNumber }: Resident, at: Address): void {
    this.postings.push({
      kind: 'opening',
      sign: 1,
      unit,
      areaCode: at.areaCode,
      rt: at.rt,
      rw: at.rw,
      sex,
      citizenship,
      resident: unit === 'person' ? id : null,
      card: familyCardNumber,
      moveClass: null,
      eventDate: '2020-01-06',
      reportDate: '2020-01-06',
    });
  }

  /** Synthetic serials start at 9001. */
  #number(prefix: string, separator: string): string {
    const next = (this.#serials.get(prefix) ?? 9000) + 1;
    this.#serials.set(prefix, next);
    return prefix + separator + String(next).padStart(4, '0');
  }
}

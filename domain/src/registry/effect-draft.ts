/** Gathers an effect change by change; each method writes what belongs together (a person who moves also is posted). */
import type { MoveClass } from '../areas.js';
import type {
  CardRef,
  Change,
  DocumentOrder,
  EffectResult,
  Posting,
  PostingKind,
  ResidentPatch,
  ResidentRef,
} from './change.js';
import type { Family, Member } from './family.js';
import type { Address, Citizenship, Resident, Sex } from './snapshot.js';

/** What a posting needs to know of a person or of the head of a family. */
export interface Counted {
  sex: Sex;
  citizenship: Citizenship;
}

export interface PostingDetail {
  kind: PostingKind;
  sign: 1 | -1;
  at: Address;
  eventDate: string;
  moveClass?: MoveClass | null;
}

export class EffectDraft {
  readonly changes: Change[] = [];
  readonly documents: DocumentOrder[] = [];
  readonly result: Record<string, string> = {};
  readonly variables: Record<string, string | number | boolean> = {};

  add(...changes: Change[]): void {
    this.changes.push(...changes);
  }

  /** Once per resident and effect: the update names the version that it was computed from. */
  patch({ id, version }: Resident, patch: ResidentPatch): void {
    this.add({ op: 'update-resident', residentId: id, version, patch });
  }

  document(order: DocumentOrder): void {
    this.documents.push(order);
  }

  postPerson(person: Counted, detail: PostingDetail & { resident: ResidentRef; card: CardRef | null }): void {
    this.#post('person', person, detail);
  }

  /** One family card, counted by its head. */
  postFamily(head: Counted, detail: PostingDetail & { card: CardRef | null }): void {
    this.#post('family', head, { ...detail, resident: null });
  }

  #post(
    unit: Posting['unit'],
    counted: Counted,
    detail: PostingDetail & { resident: ResidentRef | null; card: CardRef | null },
  ): void {
    const { at, moveClass, ...rest } = detail;
    this.add({
      op: 'post',
      posting: {
        ...rest,
        unit,
        areaCode: at.areaCode,
        rt: at.rt,
        rw: at.rw,
        sex: counted.sex,
        citizenship: counted.citizenship,
        moveClass: moveClass ?? null,
      },
    });
  }

  leave(family: Family, members: readonly Member[], reason: string): void {
    for (const { resident } of members) {
      this.add({ op: 'leave-card', card: family.card.number, resident: resident.id, reason });
    }
  }

  join(card: CardRef, members: readonly Member[]): void {
    for (const { resident, relation } of members) {
      this.add({ op: 'join-card', card, resident: resident.id, relation });
    }
  }

  close(family: Family, reason: string): void {
    this.add({ op: 'close-card', number: family.card.number, version: family.card.version, reason });
  }

  done(): EffectResult {
    const { changes, documents, result, variables } = this;
    return { changes, documents, result, variables };
  }
}

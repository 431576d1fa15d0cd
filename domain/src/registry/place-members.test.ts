import { describe, expect, it } from 'vitest';
import { BABAKAN, child, couple, father, mother, TODAY } from '../testing/families.js';
import { DAGO, MemoryRegistry } from '../testing/memory-registry.js';
import { placeMembers, type MemberPlacement } from './place-members.js';
import type { RelationToHead } from './snapshot.js';

function town() {
  const registry = new MemoryRegistry();
  const home = registry.addFamily(couple(child('Agus'), child('Cici', '2000-05-05', 2)));
  const next = registry.addFamily([father('Joko'), mother('Ani')], BABAKAN);
  const alone = registry.addFamily([{ ...child('Dedi', '1990-01-01'), relation: 1 }]);
  const place = (
    familyCardNumber: string | null,
    members: Record<string, RelationToHead>,
    change: Partial<MemberPlacement> = {},
  ) => {
    const effect = placeMembers({
      registry: registry.snapshot(),
      familyCardNumber,
      address: null,
      members: Object.entries(members).map(([name, relation]) => ({
        nik: registry.byName(name).nik,
        relation,
      })),
      eventDate: '2026-11-20',
      today: TODAY,
      ...change,
    });
    return { effect, refs: registry.apply(effect, TODAY) };
  };
  return { registry, home, next, alone, place };
}

const failing = (code: string) => expect.objectContaining({ code });

describe('putting a family right', () => {
  it('takes somebody from another card', () => {
    const { registry, home, next, place } = town();
    const { effect } = place(next.number, { Cici: 9 });
    expect(registry.relations(next.number)).toEqual({ Joko: 1, Ani: 3, Cici: 9 });
    expect(registry.relations(home.number)).toEqual({ Budi: 1, Siti: 3, Agus: 4 });
    expect(effect.documents.map(({ about }) => about)).toEqual([
      { card: home.number },
      { card: next.number },
    ]);
    const lines = registry.postings.filter(({ reportDate }) => reportDate === TODAY);
    expect(lines.map(({ kind, sign, areaCode }) => [kind, sign, areaCode])).toEqual([
      ['adjustment', -1, DAGO.areaCode],
      ['adjustment', 1, BABAKAN.areaCode],
    ]);
    expect(registry.faults()).toEqual([]);
  });

  it('makes another member the head', () => {
    const { registry, home, place } = town();
    place(home.number, { Siti: 1, Budi: 2 });
    expect(registry.relations(home.number)).toEqual({ Budi: 2, Siti: 1, Agus: 4, Cici: 4 });
    expect(registry.faults()).toEqual([]);
  });

  it('closes the card that nobody is left on', () => {
    const { registry, home, alone, place } = town();
    place(home.number, { Dedi: 9 });
    expect(registry.cards.get(alone.number)!.status).toBe('closed');
    expect(registry.faults()).toEqual([]);
  });

  it('opens a new card, also for who came back without one', () => {
    const { registry, home, place } = town();
    const cici = registry.byName('Cici');
    registry.cards.get(home.number)!.members.pop();
    cici.familyCardNumber = null;
    const { refs } = place(null, { Cici: 1 }, { address: BABAKAN });
    expect(registry.relations(refs.get('$card')!)).toEqual({ Cici: 1 });
    expect(registry.faults()).toEqual([]);
  });

  it('is refused where the cards would be wrong afterwards', () => {
    const { home, next, place } = town();
    expect(() => place(home.number, { Agus: 1 })).toThrow(failing('K05'));
    expect(() => place(home.number, { Agus: 1, Budi: 2 })).toThrow(failing('K05'));
    expect(() => place(next.number, { Budi: 9 })).toThrow(failing('K06'));
    expect(() => place(next.number, { Joko: 1 })).toThrow(failing('K03'));
    expect(() => place(null, { Cici: 1 })).toThrow(failing('K07'));
    expect(() => place(null, { Cici: 4 }, { address: BABAKAN })).toThrow(failing('K05'));
    expect(() => place('3273020101269999', { Cici: 9 })).toThrow(failing('U08'));
  });
});

import { describe, expect, it } from 'vitest';
import { BABAKAN, child, couple, TODAY } from '../testing/families.js';
import { MemoryRegistry, type PersonSpec } from '../testing/memory-registry.js';
import { mergeNik } from './merge-nik.js';

const dewi = (nik: string): PersonSpec => ({ ...child('Dewi', '1995-04-04', 2), nik });
const TEMPORARY = '3273024404959101';
const REAL = '3171014404959102';
const failing = (code: string) => expect.objectContaining({ code });

function merge(registry: MemoryRegistry, realNik = REAL) {
  const effect = mergeNik({
    registry: registry.snapshot(),
    formerNik: TEMPORARY,
    realNik,
    eventDate: '2026-11-20',
    today: TODAY,
  });
  registry.apply(effect, TODAY);
  return effect;
}

describe('a merge of NIKs', () => {
  it('gives the person the real one when nobody here has it', () => {
    const registry = new MemoryRegistry();
    const card = registry.addFamily(couple(dewi(TEMPORARY)));
    const { id } = registry.byName('Dewi');
    const effect = merge(registry);
    expect(registry.residents.get(id)).toMatchObject({ nik: REAL, familyCardNumber: card.number });
    expect(effect.changes.map(({ op }) => op)).toEqual(['update-resident']);
    expect(effect.documents.map(({ kind }) => kind)).toEqual(['kk', 'ktp-el']);
    expect(registry.faults()).toEqual([]);
  });

  it('makes two records one: the temporary one is void and no longer counted', () => {
    const registry = new MemoryRegistry();
    const card = registry.addFamily(couple(dewi(TEMPORARY)));
    registry.addFamily([{ ...dewi(REAL), relation: 1 }], BABAKAN);
    const [former, real] = [...registry.residents.values()].filter(({ name }) => name === 'Dewi');
    merge(registry);
    expect(registry.residents.get(former!.id)).toMatchObject({ status: 'void', mergedInto: real!.id });
    expect(registry.relations(card.number)).toEqual({ Budi: 1, Siti: 3 });
    expect(registry.faults()).toEqual([]);
  });

  it('closes the card of a temporary record that stood alone', () => {
    const registry = new MemoryRegistry();
    const card = registry.addFamily([{ ...dewi(TEMPORARY), relation: 1 }]);
    registry.addFamily(couple(dewi(REAL)), BABAKAN);
    merge(registry);
    expect(registry.cards.get(card.number)!.status).toBe('closed');
    expect(registry.faults()).toEqual([]);
  });

  it('on one card leaves the head a head', () => {
    const registry = new MemoryRegistry();
    const card = registry.addFamily([{ ...dewi(TEMPORARY), relation: 1 }, dewi(REAL)]);
    merge(registry);
    expect(registry.relations(card.number)).toEqual({ Dewi: 1 });
    expect(registry.faults()).toEqual([]);
  });

  it('is refused for the same NIK, for another person, and for a head with family', () => {
    const registry = new MemoryRegistry();
    registry.addFamily([{ ...dewi(TEMPORARY), relation: 1 }, child('Agus')]);
    registry.addFamily([{ ...dewi(REAL), relation: 1 }], BABAKAN);
    registry.addFamily(couple());
    expect(() => merge(registry, TEMPORARY)).toThrow(failing('K08'));
    expect(() => merge(registry, registry.byName('Siti').nik)).toThrow(failing('K08'));
    expect(() => merge(registry)).toThrow(failing('K09'));
    expect(() => merge(new MemoryRegistry())).toThrow(failing('K01'));
  });
});

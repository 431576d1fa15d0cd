import { describe, expect, it } from 'vitest';
import { child, couple, TODAY } from '../testing/families.js';
import { MemoryRegistry } from '../testing/memory-registry.js';
import { correctResident, type CorrectableElements } from './correct-resident.js';

function family() {
  const registry = new MemoryRegistry();
  const card = registry.addFamily(couple(child('Agus')));
  const correct = (name: string, elements: CorrectableElements) => {
    const effect = correctResident({
      registry: registry.snapshot(),
      nik: registry.byName(name).nik,
      elements,
      eventDate: '2026-11-20',
      today: TODAY,
    });
    registry.apply(effect, TODAY);
    return effect;
  };
  return { registry, card, correct };
}

describe('a correction of a resident', () => {
  it('changes what differs and prints the card anew', () => {
    const { registry, card, correct } = family();
    const effect = correct('Agus', { education: 3, occupation: 15 });
    expect(effect.changes).toEqual([
      expect.objectContaining({ op: 'update-resident', patch: { education: 3 } }),
    ]);
    expect(effect.documents.map(({ kind }) => kind)).toEqual(['kk', 'kia']);
    expect(effect.result).toEqual({ familyCard: card.number, resident: registry.byName('Agus').id });
    expect(registry.faults()).toEqual([]);
  });

  it('of the sex moves the count between the columns and never changes the NIK', () => {
    const { registry, correct } = family();
    const { nik } = registry.byName('Agus');
    correct('Agus', { sex: 2 });
    expect(registry.byName('Agus')).toMatchObject({ sex: 2, nik });
    const lines = registry.postings.filter(({ reportDate }) => reportDate === TODAY);
    expect(lines.map(({ kind, sign, unit, sex }) => [kind, sign, unit, sex])).toEqual([
      ['adjustment', -1, 'person', 1],
      ['adjustment', 1, 'person', 2],
    ]);
    expect(registry.faults()).toEqual([]);
  });

  it('of the sex of a head moves the family too', () => {
    const { registry, correct } = family();
    correct('Budi', { sex: 2, citizenship: 2 });
    const lines = registry.postings.filter(({ reportDate }) => reportDate === TODAY);
    expect(lines.map(({ unit, sign, sex, citizenship }) => [unit, sign, sex, citizenship])).toEqual([
      ['person', -1, 1, 1],
      ['person', 1, 2, 2],
      ['family', -1, 1, 1],
      ['family', 1, 2, 2],
    ]);
    expect(registry.faults()).toEqual([]);
  });

  it('of somebody who died is posted nowhere', () => {
    const { registry, correct } = family();
    Object.assign(registry.byName('Agus'), {
      status: 'dead',
      deathDate: '2026-01-01',
      familyCardNumber: null,
    });
    const effect = correct('Agus', { sex: 2, name: 'Agustina' });
    expect(effect.changes.map(({ op }) => op)).toEqual(['update-resident']);
    expect(effect.documents).toEqual([]);
  });

  it('is refused for nobody, and where nothing differs', () => {
    const { registry, correct } = family();
    expect(() => correct('Agus', { name: 'Agus' })).toThrow(expect.objectContaining({ code: 'K03' }));
    const question = { registry: registry.snapshot(), elements: {}, eventDate: TODAY, today: TODAY };
    expect(() => correctResident({ ...question, nik: '3273020101019999' })).toThrow(
      expect.objectContaining({ code: 'K01' }),
    );
  });
});

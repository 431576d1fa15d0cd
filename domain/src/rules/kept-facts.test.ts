import { describe, expect, it } from 'vitest';
import type { TableSource } from './decision-table.js';
import { compileSources } from './evaluate.js';
import { keptFacts, OTHER_TEXT, usesOfFacts } from './kept-facts.js';

const table = (inputs: string[], ...rules: string[][]): TableSource => ({
  ...{ id: 'rules', names: { id: 'Aturan', en: 'Rules' }, hitPolicy: 'COLLECT', each: null, inputs },
  labels: inputs.map((input) => ({ id: input, en: input })),
  outputs: ['code', 'severity', 'field', 'msgId', 'msgEn', 'legalBasis'],
  rules: rules.map((cells, index) => ({
    inputs: cells,
    outputs: [`"R${index + 1}"`, '"E"', '"-"', '"{whatever}"', '""', '"UU"'],
  })),
});

const births = [
  table(
    ['ageDays', 'ground', 'ticket', 'date(lawDate)', 'extra_note', 'personAges'],
    ['> 60', '"court"', '-', '>= date("2013-12-24")', '-', '-'],
    ['-', '-', 'not(null)', '-', 'null', '-'],
  ),
];

describe('kept facts', () => {
  it('are those that the tables ask for, with the words of the tables and no other text', () => {
    const facts = {
      ...{ ageDays: 61, ground: 'court', ticket: 'LMP-L-3273021004-20261122-0001', lawDate: '2026-11-22' },
      ...{ personAges: [30, null], whatever: 'SITI', childName: 'BUDI' },
    };
    expect(keptFacts(births, facts)).toEqual({
      ...{ ageDays: 61, ground: 'court', ticket: OTHER_TEXT, lawDate: '2026-11-22' },
      ...{ personAges: [30, null], extra_note: null },
    });
    expect(keptFacts(births, { ...facts, ground: 'BUDI SANTOSO' })).toMatchObject({ ground: OTHER_TEXT });
  });

  it('find with the same tables what was found before, though the texts are gone', () => {
    const { evaluate, applying } = compileSources(births);
    for (const ticket of ['LMP-1', null])
      for (const ground of ['court', 'SITI', null])
        for (const ageDays of [60, 61]) {
          const facts = {
            ...{ ageDays, ground, ticket, lawDate: '2026-11-22', extra_note: null },
            ...{ personAges: [], whatever: 'x' },
          };
          const found = evaluate(['rules'], facts).map(({ code, severity, legalBasis }) => ({
            ...{ code, severity, legalBasis },
          }));
          expect(applying(['rules'], keptFacts(births, facts))).toEqual(found);
        }
  });

  it('tell what other tables want of a text', () => {
    const uses = usesOfFacts([
      table(['ground', 'note', 'length(other)'], ['"court", "office"', 'contains(?, third)', '> 3']),
    ]);
    expect(uses.get('ground')).toEqual({ words: new Set(['court', 'office']), wholeText: false });
    expect(uses.get('note')).toMatchObject({ wholeText: true });
    expect(uses.get('third')).toMatchObject({ wholeText: true });
    expect(uses.get('other')).toMatchObject({ wholeText: true });
  });
});

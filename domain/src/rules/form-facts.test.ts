import { describe, expect, it } from 'vitest';
import { extraFacts, factsOf, knownFactsOf, type FormFacts } from './form-facts.js';

interface Data {
  child: { name: string; weight: number | null };
}

const facts: FormFacts<Data> = {
  nameLength: ({ data }) => data.child.name.length,
  pounds: ({ data }) => Number(data.child.weight) / 2,
  kilograms: ({ data }) => data.child.weight,
  lettered: ({ attachments }) => attachments.includes('letter'),
};
const given = { attachments: ['letter'], today: '2026-11-27', reportedOn: '2026-11-27', config: {} };

describe('facts of a form', () => {
  it('are all computed of a whole report', () => {
    expect(factsOf(facts, { ...given, data: { child: { name: 'Siti', weight: 3 } } })).toEqual({
      ...{ nameLength: 4, pounds: 1.5, kilograms: 3, lettered: true },
    });
  });

  it('of an unfinished one are those that it tells', () => {
    expect(knownFactsOf(facts, { ...given, data: {} as Data })).toEqual({ lettered: true });
    const unweighed = { child: { name: 'Siti' } } as unknown as Data;
    expect(knownFactsOf(facts, { ...given, data: unweighed })).toEqual({ nameLength: 4, lettered: true });
  });

  it('of added fields are their scalars', () => {
    expect(extraFacts({ 'nama masjid': 'Salman', n: 1, yes: true, none: null, list: [1], deep: {} })).toEqual(
      {
        ...{ extra_nama_masjid: 'Salman', extra_n: 1, extra_yes: true, extra_none: null },
      },
    );
    expect(extraFacts(null)).toEqual({});
  });
});

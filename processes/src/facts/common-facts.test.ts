import { describe, expect, it } from 'vitest';
import { sameAddress } from './address-facts.js';
import { dukcapilFacts } from './common-facts.js';

describe('facts', () => {
  it('of Dukcapil leave out answers about nobody', () => {
    const answer = { outcome: 'matched' as const, nameScore: 90, birthDateMatches: true, sexMatches: true };
    const subjects = [{ field: 'a.nik', nik: '1', name: 'A', birthDate: null, sex: null }];
    const facts = dukcapilFacts(subjects, [
      { subject: 0, ...answer },
      { subject: 1, ...answer },
    ]);
    expect(facts).toEqual({
      subjectField: ['a.nik'],
      subjectOutcome: ['matched'],
      subjectNameScore: [90],
      subjectKnownLocally: [false],
    });
  });

  it('take addresses as people write them', () => {
    const address = { areaCode: '32.73.02.1004', street: 'Jl. Dago No. 1', rt: '001', rw: '002' };
    expect(sameAddress(address, { ...address, street: 'JL DAGO NO 1', rt: '1', rw: '02' })).toBe(true);
    expect(sameAddress(address, { ...address, street: 'Jl. Dago No. 2' })).toBe(false);
    expect(sameAddress(address, { ...address, areaCode: '32.73.02.1006' })).toBe(false);
    expect(sameAddress(address, { ...address, rw: '003' })).toBe(false);
  });
});

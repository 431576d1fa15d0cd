import { beforeAll, describe, expect, it } from 'vitest';
import type { RegisteredReport } from '@lampid/domain/registry/snapshot';
import { BABAKAN, child, couple, TODAY } from '@lampid/domain/testing/families';
import { DAGO, MemoryRegistry } from '@lampid/domain/testing/memory-registry';
import {
  CONFIG,
  daysAgo,
  eventTables,
  exampleInput,
  factsInput,
  familySnapshot,
  shortFindings,
  type EventTables,
  type Judging,
} from '@lampid/processes/testing/judge-event';
import revocation from './event.js';
import type { RevocationData } from './schema.js';

let tables: EventTables;
beforeAll(async () => {
  tables = await eventTables('revocation');
});

const birth: RegisteredReport = {
  reportId: '0198f2a4-7b6c-7d1e-8f00-000000000002',
  ticket: 'LMP-L-3273021004-20261101-0001',
  type: 'birth',
  areaCode: DAGO.areaCode,
  completed: true,
  status: 'standing',
  registeredOn: '2026-11-01',
  deeds: ['3273-LU-01112026-9001'],
  letterInUse: false,
  changedSince: false,
};

function clean(): { registry: MemoryRegistry; data: RevocationData } {
  const registry = new MemoryRegistry();
  const card = registry.addFamily(couple(child('Agus', '2000-05-05')));
  const people = familySnapshot(registry, card.number);
  const example = { ...exampleInput({ family: people, neighbours: people }), ticket: birth.ticket };
  return { registry, data: revocation.example(example) };
}

function found(change: {
  data?: Partial<RevocationData>;
  registration?: Partial<RegisteredReport> | null;
  given?: Judging<RevocationData>;
}): string[] {
  const { registry, data } = clean();
  const { registration } = change;
  const input = factsInput({
    eventTables: tables,
    data: { ...data, ...change.data },
    registry,
    given: change.given,
  });
  input.registry.registration = registration === null ? null : { ...birth, ...registration };
  return shortFindings(
    tables.tables.evaluate(tables.decisions, { ...revocation.facts(input), lawDate: TODAY }),
  );
}

describe('a revocation', () => {
  it('finds nothing wrong with its own example', () => {
    const { data } = clean();
    expect(found({})).toEqual([]);
    expect(revocation.schema.parse(data)).toEqual(data);
    expect(revocation.needs(data)).toMatchObject({ registration: birth.ticket });
    expect(revocation.subjectKeys(data)).toEqual([birth.ticket]);
  });

  it.each<[string, string[], Parameters<typeof found>[0]]>([
    ['an unknown ticket', ['E B01 ticket'], { registration: null }],
    ['a second time', ['E B02 ticket'], { registration: { status: 'reversed' } }],
    ['a revocation', ['E B03 ticket'], { registration: { type: 'revocation' } }],
    ['a case that still runs', ['E B04 ticket'], { registration: { completed: false } }],
    ['a used letter', ['E B05 ticket'], { registration: { letterInUse: true } }],
    ['no court decision', ['E B06 documents'], { given: { documents: ['-putusan-pengadilan'] } }],
    ['no decision of the office', ['E B07 documents'], { data: { ground: 'office' } }],
    [
      'the mistake of the office',
      [],
      { data: { ground: 'office' }, given: { documents: ['+keputusan-pejabat'] } },
    ],
    ['a family that changed', ['W B08 ticket'], { registration: { changedSince: true } }],
    ['another kelurahan', ['E U19 ticket'], { registration: { areaCode: BABAKAN.areaCode } }],
    ['a decision of tomorrow', ['E U18 decisionDate'], { data: { decisionDate: daysAgo(-1) } }],
    [
      'a stranger without power of attorney',
      ['A U12 reporter.relation'],
      { given: { documents: ['-f-1-07'] } },
    ],
  ])('of %s: %j', (_, expected, change) => {
    expect(found(change).sort()).toEqual([...expected].sort());
  });

  it('takes back the registration, which must stand', () => {
    const { registry, data } = clean();
    const effect = (registration: RegisteredReport | null) =>
      revocation.effect({
        data,
        registry: { ...registry.snapshot(), registration },
        today: TODAY,
        addWorkingDays: (from) => from,
        late: false,
        config: CONFIG,
      });
    expect(effect(birth)).toMatchObject({
      changes: [{ op: 'revoke-registration', reportId: birth.reportId }],
      result: { revokedReport: birth.reportId },
    });
    expect(() => effect(null)).toThrow(expect.objectContaining({ code: 'B02' }));
  });

  it('tells SIAK which one', () => {
    const { data } = clean();
    const result = {
      registeredOn: TODAY,
      result: { revokedReport: birth.reportId },
      residents: [],
      cards: [],
      deeds: [],
      letters: [],
      documents: [],
    };
    expect(revocation.siak.payload({ data, result })).toMatchObject({ tiket: birth.ticket, dasar: 'court' });
  });
});

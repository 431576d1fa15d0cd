import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '@lampid/domain/rules/finding';
import { BABAKAN, child, couple, father, TODAY } from '@lampid/domain/testing/families';
import { MemoryRegistry, type PersonSpec } from '@lampid/domain/testing/memory-registry';
import {
  answer,
  daysAgo,
  eventTables,
  factsInput,
  judge,
  registryForExample,
  shortFindings,
  type EventTables,
  type Judging,
} from '@lampid/processes/testing/judge-event';
import death from './event.js';
import type { DeathData } from './schema.js';

let tables: EventTables;
beforeAll(async () => {
  tables = await eventTables('death');
});

interface Case {
  registry: MemoryRegistry;
  data: DeathData;
}

/** Budi, Siti, Agus (26) and Cici (11), their neighbours, and an example: Agus dies. */
function clean(
  people: PersonSpec[] = couple(child('Agus', '2000-05-05'), child('Cici', '2015-05-05', 2)),
): Case {
  const { registry, input } = registryForExample(people);
  return { registry, data: death.example(input) };
}

function found(
  change: (of: Case) => void = () => undefined,
  given?: Judging<DeathData>,
  of = clean(),
): Finding[] {
  change(of);
  return judge({ event: death, eventTables: tables, given, ...of });
}

const dies = (name: string) => (of: Case) => {
  of.data.deceased = { nik: of.registry.byName(name).nik, name };
  of.data.reporter = { ...of.data.reporter, ...of.data.witnesses[0]!, relation: 'relative' };
  of.data.witnesses[0] = { nik: '3273020101909004', name: 'Saksi' };
};
const headDies =
  (change: Partial<DeathData> | ((of: Case) => Partial<DeathData>) = {}) =>
  (of: Case) => {
    dies('Budi')(of);
    Object.assign(of.data, typeof change === 'function' ? change(of) : change);
  };
const died =
  (change: Partial<DeathData>) =>
  ({ data }: Case) => {
    Object.assign(data, change);
  };
const nikOf = ({ registry }: Case, name: string) => registry.byName(name).nik;
const orphans = (): Case =>
  clean([father('Budi'), child('Cici', '2015-05-05', 2), child('Agus', '2012-01-01')]);

describe('a death', () => {
  it('finds nothing wrong with its own example', () => {
    const { data, registry } = clean();
    expect(data.deceased.name).toBe('Agus');
    expect(found()).toEqual([]);
    expect(death.schema.parse(data)).toEqual(data);
    expect(death.subjects(data, registry.snapshot())).toMatchObject([
      { field: 'deceased.nik', knownLocally: true },
    ]);
  });

  it.each<[string, string[], (of: Case) => void, Judging<DeathData>?]>([
    ['unknown card', ['E U08 familyCardNumber'], died({ familyCardNumber: '3273020101209999' })],
    ['no card for somebody who is on one', ['E U08 familyCardNumber'], died({ familyCardNumber: null })],
    [
      'another card',
      ['E U09 deceased.nik'],
      (of) => (of.data.familyCardNumber = of.registry.cardOf('Joko')!.number),
    ],
    ['tomorrow', ['E U18 deathDate'], died({ deathDate: daysAgo(-1) })],
    ['another kelurahan', ['E U19 familyCardNumber'], () => undefined, { operatorArea: BABAKAN.areaCode }],
    ['dead at Dukcapil', ['E U20 deceased.nik'], () => undefined, { dukcapil: [answer(0, 'deceased')] }],
    ['recorded before', ['E M01 deceased.nik', 'E U09 deceased.nik'], (of) => recorded(of)],
    [
      'deed, but status alive',
      ['E M01 deceased.nik'],
      (of) =>
        of.registry.deeds.push({
          number: '3273-KM-01012026-9001',
          kind: 'death',
          residentId: of.registry.byName('Agus').id,
          status: 'valid',
        }),
    ],
    [
      'before birth',
      ['E M02 deathDate', 'L M03 deathDate', 'A M04 deathDate'],
      died({ deathDate: '2000-05-04' }),
    ],
    ['31 days ago', ['L M03 deathDate'], died({ deathDate: daysAgo(31) })],
    ['30 days ago', [], died({ deathDate: daysAgo(30) })],
    ['30 days before the report', [], died({ deathDate: daysAgo(44) }), { reportedOn: daysAgo(14) }],
    ['over ten years ago', ['L M03 deathDate', 'A M04 deathDate'], died({ deathDate: daysAgo(3653) })],
    ['ten years ago', ['L M03 deathDate'], died({ deathDate: daysAgo(3652) })],
    [
      '121 years old',
      ['A M05 deceased.nik'],
      ({ registry, data }) => {
        Object.assign(registry.byName('Agus'), { birthDate: '1905-05-05', nik: '3273020505059001' });
        data.deceased.nik = '3273020505059001';
      },
    ],
    [
      'the deceased reports',
      ['E M06 reporter.nik'],
      ({ data }) => Object.assign(data.reporter, data.deceased),
    ],
    ['no proof', ['E M07 documents'], () => undefined, { documents: ['-surat-kematian'] }],
    ['police letter instead', [], () => undefined, { documents: ['-surat-kematian', '+surat-polisi'] }],
    ['accident, certified by a nurse', ['A M08 certifiedBy'], died({ cause: 3, certifiedBy: 2 })],
    ['accident, certified by the police', [], died({ cause: 3, certifiedBy: 3 })],
    ['illness, certified by others', [], died({ cause: 1, certifiedBy: 4 })],
    ['no body', ['E M09 documents'], died({ bodyFound: false })],
    ['no body, court order', [], died({ bodyFound: false }), { documents: ['+penetapan-pengadilan'] }],
    ['no body, airline statement', [], died({ bodyFound: false }), { documents: ['+pernyataan-maskapai'] }],
    ['head without a successor', ['E M10 newHeadNik', 'W M13 deceased.nik'], headDies()],
    [
      'head, unknown successor',
      ['E M10 newHeadNik', 'W M13 deceased.nik'],
      headDies({ newHeadNik: '3273020101909999' }),
    ],
    [
      'head succeeded by himself',
      ['E M10 newHeadNik', 'W M13 deceased.nik'],
      headDies((of) => ({ newHeadNik: nikOf(of, 'Budi') })),
    ],
    [
      'head, guardian though adults remain',
      ['E M10 guardianCardNumber', 'W M13 deceased.nik'],
      headDies((of) => ({ guardianCardNumber: of.registry.cardOf('Joko')!.number })),
    ],
    [
      'head succeeded by his wife',
      ['W M13 deceased.nik'],
      headDies((of) => ({ newHeadNik: nikOf(of, 'Siti') })),
    ],
    [
      'head succeeded by a child',
      ['E M11 newHeadNik', 'W M13 deceased.nik'],
      headDies((of) => ({ newHeadNik: nikOf(of, 'Cici') })),
    ],
    ['wife', ['W M13 deceased.nik'], dies('Siti')],
    [
      'open letter',
      ['A M14 deceased.nik'],
      (of) => of.registry.letters.push({ number: 'x', status: 'issued', niks: [nikOf(of, 'Agus')] }),
    ],
    ['in no database', ['A M15 deceased.nik'], unknown],
    ['in no database, court order', [], unknown, { documents: ['+penetapan-pengadilan'] }],
    [
      'in no database, no NIK',
      ['A M15 deceased.nik'],
      (of) => {
        unknown(of);
        of.data.deceased.nik = '';
      },
    ],
  ])('%s: %j', (_, expected, change, given) => {
    const of = clean();
    const findings = shortFindings(found(change, given, of));
    expect(findings.sort()).toEqual([...expected].sort());
  });

  it('leaves orphans to a guardian, in either way', () => {
    const outside = (of: Case) => ({ newHeadNik: nikOf(of, 'Ani') });
    const host = (of: Case) => ({ guardianCardNumber: of.registry.cardOf('Joko')!.number });
    const lost = () => ({ guardianCardNumber: '3273020101209999' });
    const statement = { documents: ['+pernyataan-wali'] };
    expect(shortFindings(found(headDies(outside), undefined, orphans()))).toEqual(['E M12 documents']);
    expect(shortFindings(found(headDies(host), undefined, orphans()))).toEqual(['E M12 documents']);
    expect(found(headDies(outside), statement, orphans())).toEqual([]);
    expect(found(headDies(host), statement, orphans())).toEqual([]);
    expect(shortFindings(found(headDies(lost), statement, orphans()))).toEqual(['E M12 guardianCardNumber']);
  });

  it('names the deed that exists', () => {
    const findings = found((of) => {
      of.registry.deeds.push({
        number: '3273-KM-01012026-9001',
        kind: 'death',
        residentId: of.registry.byName('Agus').id,
        status: 'valid',
      });
    });
    expect(findings[0]!.message.id).toBe('Kematian sudah tercatat (akta 3273-KM-01012026-9001)');
  });

  it('registers the death', () => {
    const of = clean();
    headDies((here) => ({ newHeadNik: nikOf(here, 'Siti') }))(of);
    const input = factsInput({ eventTables: tables, ...of });
    of.registry.apply(death.effect({ ...input, late: false, addWorkingDays: (from) => from }), TODAY);
    expect(of.registry.byName('Budi').status).toBe('dead');
    expect(of.registry.byName('Siti').maritalStatus).toBe(4);
    expect(of.registry.faults()).toEqual([]);
  });

  it('tells SIAK who died and keys by NIK, else by name and day', () => {
    const { data } = clean();
    const result = {
      registeredOn: TODAY,
      result: {},
      residents: [],
      cards: [],
      letters: [],
      documents: [],
      deeds: [{ ref: '$deed', number: '3273-KM-23112026-9001', kind: 'death' }],
    };
    expect(death.siak.payload({ data, result })).toMatchObject({
      jenazah: { nik: data.deceased.nik },
      nomorAkta: '3273-KM-23112026-9001',
      sebab: 'SAKIT BIASA/TUA',
    });
    expect(death.subjectKeys(data)).toEqual([data.deceased.nik]);
    expect(death.subjectKeys({ ...data, deceased: { nik: '', name: 'Mbah' } })).toEqual([
      `mbah|${data.deathDate}`,
    ]);
    expect(
      death.subjects({ ...data, deceased: { nik: '', name: 'Mbah' } }, new MemoryRegistry().snapshot()),
    ).toEqual([]);
    expect(death.eventDate(data)).toBe(data.deathDate);
    expect(death.title(data)).toBe('Agus');
    expect(death.searchNames(data)).toEqual(['Agus', 'Budi']);
    expect(death.areaCodes(data)).toEqual([]);
    expect(death.needs({ ...data, newHeadNik: 'x' }).niks).not.toContain('x');
  });
});

function recorded(of: Case): void {
  const agus = of.registry.byName('Agus');
  Object.assign(agus, { status: 'dead', familyCardNumber: null });
  const card = of.registry.cards.get(of.data.familyCardNumber!)!;
  card.members = card.members.filter(({ residentId }) => residentId !== agus.id);
}

function unknown({ data }: Case): void {
  data.familyCardNumber = null;
  data.deceased = { nik: '3273020101409001', name: 'Mbah Surip', birthDate: '1940-01-01', sex: 1 };
}

import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { couple, child, father, mother, TODAY } from '@lampid/domain/testing/families';
import { MemoryRegistry } from '@lampid/domain/testing/memory-registry';
import type { Finding } from '@lampid/domain/rules/finding';
import {
  answer,
  CONFIG,
  daysAgo,
  eventTables,
  exampleInput,
  factsInput,
  familySnapshot,
  judge,
  shortFindings,
  type EventTables,
  type Judging,
} from '@lampid/processes/testing/judge-event';
import birth from './event.js';
import type { BirthData } from './schema.js';

let tables: EventTables;
beforeAll(async () => {
  tables = await eventTables('birth');
});

interface Case {
  registry: MemoryRegistry;
  data: BirthData;
}

/** Budi and Siti with a seven-year-old, their neighbours Joko and Ani, and an example of a birth. */
function clean(): Case {
  const registry = new MemoryRegistry();
  const card = registry.addFamily(couple({ ...child('Agus', '2019-05-05'), birthOrder: 1 }));
  registry.byName('Agus').motherNik = registry.byName('Siti').nik;
  const next = registry.addFamily([father('Joko'), mother('Ani')]);
  const example = exampleInput({
    family: familySnapshot(registry, card.number),
    neighbours: familySnapshot(registry, next.number),
  });
  return { registry, data: birth.example(example) };
}

function found(change: (of: Case) => void = () => undefined, given?: Judging<BirthData>): Finding[] {
  const of = clean();
  change(of);
  return judge({ event: birth, eventTables: tables, given, ...of });
}

/** Changes the child of the report. */
const born =
  (change: Partial<BirthData['child']>) =>
  ({ data }: Case) => {
    Object.assign(data.child, change);
  };
const agus =
  (change: object) =>
  ({ registry }: Case) => {
    Object.assign(registry.byName('Agus'), change);
  };

describe('a birth', () => {
  it('finds nothing wrong with its own example', () => {
    expect(found()).toEqual([]);
    const { data } = clean();
    expect(birth.schema.parse(data)).toEqual(data);
    expect(birth.normalise!(data)).toEqual(data);
  });

  it.each<[string, string[], (of: Case) => void, Judging<BirthData>?]>([
    [
      'reported on the sixtieth day, judged a week later',
      [],
      born({ birthDate: daysAgo(67), dayName: null }),
      { reportedOn: daysAgo(7) },
    ],
    [
      'reported on the sixty-first day',
      ['L L01 child.birthDate'],
      born({ birthDate: daysAgo(68), dayName: null }),
      { reportedOn: daysAgo(7) },
    ],
    ['NIK of 15 digits', ['E U01 reporter.nik'], ({ data }) => (data.reporter.nik = '327302010190900')],
    ['serial 0000', ['E U02 reporter.nik'], ({ data }) => (data.reporter.nik = '3273020101900000')],
    ['31 February', ['E U03 reporter.nik'], ({ data }) => (data.reporter.nik = '3273023102909001')],
    [
      'birth date unlike the NIK',
      ['A U04 mother.nik'],
      ({ registry }) => (registry.byName('Siti').birthDate = '1988-07-10'),
    ],
    [
      'sex unlike the NIK',
      ['A U05 mother.nik', 'E L06 mother.nik'],
      ({ registry }) => (registry.byName('Siti').sex = 1),
    ],
    [
      'obsolete area in the NIK',
      ['W U06 mother.nik', 'W U06 father.nik'],
      () => undefined,
      { knownAreas: new Set(['32.73.02.1004']) },
    ],
    ['unknown card', ['E U08 familyCardNumber'], ({ data }) => (data.familyCardNumber = '3273020101209999')],
    ['card number that is none', ['E U08 familyCardNumber'], ({ data }) => (data.familyCardNumber = '12')],
    [
      'parents on another card',
      ['E U09 mother.nik'],
      ({ data, registry }) => (data.familyCardNumber = registry.cardOf('Joko')!.number),
    ],
    [
      'dead reporter',
      ['E U10 reporter.nik'],
      ({ data, registry }) => {
        registry.byName('Ani').status = 'dead';
        data.reporter.nik = registry.byName('Ani').nik;
        data.witnesses[1]!.nik = '3273020101909002';
      },
    ],
    [
      'reporter under age',
      ['E U11 reporter.nik'],
      ({ data, registry }) => (data.reporter.nik = registry.byName('Agus').nik),
    ],
    ['stranger as reporter', ['A U12 reporter.relation'], ({ data }) => (data.reporter.relation = 'other')],
    ['proxy with F-1.07', [], ({ data }) => (data.reporter.relation = 'proxy'), { documents: ['+f-1-07'] }],
    ['one witness twice', ['E U13 witnesses'], ({ data }) => (data.witnesses[1] = data.witnesses[0]!)],
    ['no witnesses', ['E U13 witnesses'], ({ data }) => (data.witnesses = [])],
    ['the mother as witness', ['E U13 witnesses'], ({ data }) => (data.witnesses[0] = data.mother!)],
    ['dead witness', ['E U14 witnesses.0.nik'], ({ registry }) => (registry.byName('Joko').status = 'dead')],
    [
      'witness under age',
      ['E U14 witnesses.0.nik'],
      ({ data, registry }) => (data.witnesses[0]!.nik = registry.byName('Agus').nik),
    ],
    ['no F-2.01', ['E U15 documents'], () => undefined, { documents: ['-f-2-01'] }],
    ['broken file', ['E U16 documents'], () => undefined, { invalidAttachments: ['kk'] }],
    ['open duplicate', ['E U17'], () => undefined, { openDuplicateTicket: 'LMP-L-3273021004-20261122-0001' }],
    ['tomorrow', ['E U18 child.birthDate'], born({ birthDate: daysAgo(-1), dayName: null })],
    ['another kelurahan', ['E U19 familyCardNumber'], () => undefined, { operatorArea: '32.73.02.1006' }],
    ['mother dead at Dukcapil', ['E U20 mother.nik'], () => undefined, { dukcapil: [answer(0, 'deceased')] }],
    [
      'father double at Dukcapil',
      ['A U21 father.nik'],
      () => undefined,
      { dukcapil: [answer(0, 'matched', 100), answer(1, 'duplicate')] },
    ],
    [
      'father inactive at Dukcapil',
      ['A U21 father.nik'],
      () => undefined,
      { dukcapil: [answer(1, 'inactive')] },
    ],
    [
      'unknown to Dukcapil, known here',
      ['A U22 mother.nik'],
      () => undefined,
      { dukcapil: [answer(0, 'not-found')] },
    ],
    [
      'unknown to both',
      ['E U22 father.nik'],
      ({ data }) => (data.father = { nik: '3171010101809001', name: 'X' }),
      { dukcapil: [answer(1, 'bad-format')] },
    ],
    ['name score 79', ['A U23 mother.nik'], () => undefined, { dukcapil: [answer(0, 'matched', 79)] }],
    ['name score 80', [], () => undefined, { dukcapil: [answer(0, 'matched', 80)] }],
    [
      'Dukcapil away',
      ['W U24 mother.nik', 'W U24 father.nik'],
      () => undefined,
      { dukcapil: [answer(0, 'unavailable'), answer(1, 'unavailable')] },
    ],
    ['61 letters', ['E N01 child.name'], born({ name: `Abcde ${'x'.repeat(55)}` })],
    ['60 letters', [], born({ name: `Abcde ${'x'.repeat(54)}` })],
    ['no name', ['E N02 child.name'], born({ name: '' })],
    ['one word', ['A N02 child.name'], born({ name: 'Ayu' })],
    ['digit', ['E N03 child.name'], born({ name: 'Ayu Lestari2' })],
    ['punctuation', ['E N04 child.name'], born({ name: 'Ayu Lestari-Putri' })],
    [
      'apostrophe where allowed',
      [],
      born({ name: "Nur'aini Putri" }),
      { config: { ...CONFIG, apostropheInNames: true } },
    ],
    ['Cyrillic', ['E N05 child.name'], born({ name: 'Ayu Лестари' })],
    ['abbreviation', ['A N06 child.name'], born({ name: 'Muh Rizki' })],
    ['one letter', ['A N06 child.name'], born({ name: 'A Rizki' })],
    ['title', ['E N07 child.name'], born({ name: 'Haji Rizki' })],
    ['negative word', ['A N08 child.name'], born({ name: 'Anak Setan' })],
    ['spaces', ['W N09 child.name'], born({ name: ' Ayu  Lestari' })],
    ['61 days', ['L L01 child.birthDate'], born({ birthDate: daysAgo(61), dayName: null })],
    ['60 days', [], born({ birthDate: daysAgo(60), dayName: null })],
    [
      '19 years',
      ['L L01 child.birthDate', 'A L02 child.birthDate'],
      born({ birthDate: '2007-05-05', dayName: null, birthOrder: 1 }),
    ],
    [
      'mother of eleven',
      ['W L03 mother.nik'],
      ({ registry, data }) => rebirth(registry, data, 'Siti', '2015-01-01'),
    ],
    [
      'mother of nine',
      ['W L03 mother.nik', 'A L04 mother.nik'],
      ({ registry, data }) => rebirth(registry, data, 'Siti', '2017-01-01'),
    ],
    [
      'father of thirteen',
      ['W L05 father.nik'],
      ({ registry, data }) => rebirth(registry, data, 'Budi', '2013-01-01'),
    ],
    [
      'male mother',
      ['E L06 mother.nik'],
      ({ data, registry }) => {
        const { nik, name } = registry.byName('Budi');
        data.mother = { nik, name };
        data.child.birthOrder = 1;
      },
    ],
    [
      'female father',
      ['E L07 father.nik'],
      ({ data, registry }) => {
        const { nik, name } = registry.byName('Siti');
        data.father = { nik, name };
      },
    ],
    [
      'mother died before',
      ['E L08 mother.nik'],
      ({ registry }) => Object.assign(registry.byName('Siti'), { deathDate: daysAgo(30) }),
    ],
    [
      'father died 301 days before',
      ['A L09 father.nik'],
      ({ registry, data }) => Object.assign(registry.byName('Budi'), { deathDate: daysBefore(data, 301) }),
    ],
    [
      'father died 300 days before',
      [],
      ({ registry, data }) => Object.assign(registry.byName('Budi'), { deathDate: daysBefore(data, 300) }),
    ],
    [
      'sibling 200 days older',
      ['A L10 child.birthDate'],
      (of) => agus({ birthDate: daysBefore(of.data, 200) })(of),
    ],
    ['sibling 271 days older', [], (of) => agus({ birthDate: daysBefore(of.data, 271) })(of)],
    [
      'sibling of that day',
      ['E L11 child.birthDate'],
      (of) => agus({ birthDate: of.data.child.birthDate })(of),
    ],
    [
      'third twin',
      ['E L12 child.birthType'],
      (of) => {
        twins(of);
        born({ birthType: 2 })(of);
      },
    ],
    [
      'second twin',
      [],
      (of) => {
        agus({ birthDate: of.data.child.birthDate })(of);
        born({ birthType: 2 })(of);
      },
    ],
    [
      'same name that day',
      ['E L11 child.birthDate', 'E L13 child.name'],
      (of) => agus({ birthDate: of.data.child.birthDate, name: of.data.child.name.toUpperCase() })(of),
    ],
    ['order of the elder', ['W L14 child.birthOrder'], born({ birthOrder: 1 })],
    ['299 g', ['E L15 child.weightGrams'], born({ weightGrams: 299 })],
    ['1499 g', ['W L15 child.weightGrams'], born({ weightGrams: 1499 })],
    ['1500 g', [], born({ weightGrams: 1500 })],
    ['5501 g', ['W L15 child.weightGrams'], born({ weightGrams: 5501 })],
    ['7001 g', ['E L15 child.weightGrams'], born({ weightGrams: 7001 })],
    ['19 cm', ['E L16 child.lengthCm'], born({ lengthCm: 19 })],
    ['34 cm', ['W L16 child.lengthCm'], born({ lengthCm: 34 })],
    ['61 cm', ['W L16 child.lengthCm'], born({ lengthCm: 61 })],
    ['71 cm', ['E L16 child.lengthCm'], born({ lengthCm: 71 })],
    ['wrong day', ['W L17 child.dayName'], (of) => born({ dayName: wrongDay(of.data) })(of)],
    ['no letter of birth', ['E L18 documents'], () => undefined, { documents: ['-surat-kelahiran'] }],
    [
      'F-2.03 instead, at a hospital',
      ['W L21 child.placeKind'],
      () => undefined,
      { documents: ['-surat-kelahiran', '+f-2-03'] },
    ],
    ['F-2.03 instead, at home', [], born({ placeKind: 4 }), { documents: ['-surat-kelahiran', '+f-2-03'] }],
    ['no proof of marriage', ['E L19 documents'], () => undefined, { documents: ['-buku-nikah'] }],
    [
      'F-2.04 instead',
      [],
      ({ data }) => (data.certificateModel = 'AYAH_IBU_FRASA'),
      { documents: ['-buku-nikah', '+f-2-04'] },
    ],
    [
      'mother alone',
      [],
      ({ data }) => {
        data.certificateModel = 'SEORANG_IBU';
        data.father = null;
      },
      { documents: ['-buku-nikah'] },
    ],
    ['foundling without police report', ['E L20 documents'], foundling],
    ['foundling', [], foundling, { documents: ['+berita-acara-polisi'] }],
    [
      'both parents foreign',
      ['A L22 mother.nik'],
      ({ registry }) => {
        registry.byName('Budi').citizenship = 2;
        registry.byName('Siti').citizenship = 2;
      },
    ],
    ['no mother', ['E U01 mother.nik'], ({ data }) => (data.mother = null)],
    ['no father', ['E U01 father.nik'], ({ data }) => (data.father = null)],
    [
      'mother from elsewhere, father on the card',
      [],
      ({ data }) => {
        data.mother = { nik: '3171014907889001', name: 'Siti' };
        data.child.birthOrder = 1;
      },
    ],
  ])('%s: %j', (_, expected, change, given) => {
    expect(shortFindings(found(change, given)).sort()).toEqual([...expected].sort());
  });

  it('says what is missing, and by how much', () => {
    const [finding] = found(() => undefined, { documents: ['-f-2-01'] });
    expect(finding!.message).toEqual({
      id: 'Dokumen wajib belum lengkap: F-2.01 Formulir pelaporan pencatatan sipil',
      en: 'Missing document: F-2.01 Civil registration form',
    });
    const scores = found(() => undefined, { dukcapil: [answer(0, 'matched', 61)] });
    expect(scores[0]!.message.id).toBe('Nama tidak sesuai Dukcapil (61%)');
  });

  it('normalises and remembers what it corrected', () => {
    const { data, registry } = clean();
    data.child = { ...data.child, name: ' Ayu  Lestari ', dayName: wrongDay(data) };
    const normal = birth.normalise!(data);
    expect(normal.child.name).toBe('Ayu Lestari');
    expect(normal).toMatchObject({ corrections: ['N09', 'L17'] });
    expect(birth.normalise!(normal)).toEqual(normal);
    const findings = judge({ event: birth, eventTables: tables, data: normal, registry });
    expect(shortFindings(findings)).toEqual(['W N09 child.name', 'W L17 child.dayName']);
  });

  it("knows Jum'at and Ahad", () => {
    expect(found(born({ birthDate: '2026-11-20', dayName: "Jum'at" }))).toEqual([]);
    expect(found(born({ birthDate: '2026-11-22', dayName: 'Ahad' }))).toEqual([]);
  });

  it('keys two reports of one birth alike, and twins apart', () => {
    const { data } = clean();
    const again = birth.subjectKeys({ ...data, child: { ...data.child, name: 'Lain Nama' } });
    expect(birth.subjectKeys(data).some((key) => again.includes(key))).toBe(true);
    const twin = (name: string) =>
      birth.subjectKeys({ ...data, child: { ...data.child, name, birthType: 2 } });
    expect(twin('Satu Dua').some((key) => twin('Dua Satu').includes(key))).toBe(false);
  });

  it('registers the child, late with an LT deed', () => {
    for (const late of [false, true]) {
      const { data, registry } = clean();
      const input = factsInput({ eventTables: tables, data, registry });
      const effect = birth.effect({ ...input, late, addWorkingDays: (from) => from });
      const refs = registry.apply(effect, TODAY);
      expect(refs.get('$deed')).toContain(late ? '-LT-' : '-LU-');
      expect(registry.byName(data.child.name).familyCardNumber).toBe(data.familyCardNumber);
      expect(registry.faults()).toEqual([]);
    }
  });

  it('tells SIAK the new NIK, and lists who is asked for and about', () => {
    const { data, registry } = clean();
    const result = {
      registeredOn: TODAY,
      result: {},
      residents: [{ ref: '$child', id: 'x', nik: '3273024011269001' }],
      cards: [],
      deeds: [{ ref: '$deed', number: '3273-LU-23112026-9001', kind: 'birth' }],
      letters: [],
      documents: [],
    };
    expect(birth.siak.payload({ data, result })).toMatchObject({
      anak: { nik: '3273024011269001', nama: data.child.name },
      nomorAkta: '3273-LU-23112026-9001',
      noKk: data.familyCardNumber,
    });
    expect(birth.title(data)).toBe(data.child.name);
    expect(birth.searchNames(data)).toEqual([data.child.name, 'Siti', 'Budi']);
    expect(birth.eventDate(data)).toBe(data.child.birthDate);
    expect(birth.areaCodes(data)).toEqual([]);
    expect(birth.needs(data).childrenOf).toEqual([data.mother!.nik]);
    expect(birth.needs({ ...data, mother: { nik: 'x', name: '' } }).niks).not.toContain('x');
    expect(birth.subjects(data, registry.snapshot()).map(({ knownLocally }) => knownLocally)).toEqual([
      true,
      true,
    ]);
  });

  it('judges shape only: wrong types are refused, wrong NIKs are not', () => {
    const { data } = clean();
    expect(birth.schema.safeParse({ ...data, familyCardNumber: 'x' }).success).toBe(true);
    expect(birth.schema.safeParse({ ...data, familyCardNumber: 3273020101209001 }).success).toBe(false);
    expect(
      birth.schema.safeParse({ ...data, child: { ...data.child, birthDate: '2026-02-30' } }).success,
    ).toBe(false);
    expect(birth.schema.safeParse({ ...data, surprise: 1 }).success).toBe(false);
    expect(birth.schema.safeParse({ ...data, extra: { anything: [1, { b: 2 }] } }).success).toBe(true);
    expect(birth.schema.safeParse({ ...data, child: { ...data.child, name: 'x'.repeat(201) } }).success).toBe(
      false,
    );
    expect(z.toJSONSchema(birth.schema).type).toBe('object');
  });
});

function daysBefore(data: BirthData, days: number): string {
  const date = new Date(`${data.child.birthDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** Gives a parent another birth date, and the NIK that goes with it. */
function rebirth(registry: MemoryRegistry, data: BirthData, name: string, birthDate: string): void {
  const resident = registry.byName(name);
  const [year, month, day] = birthDate.split('-') as [string, string, string];
  const dayPart = String(Number(day) + (resident.sex === 2 ? 40 : 0)).padStart(2, '0');
  const nik = `327302${dayPart}${month}${year.slice(2)}9777`;
  for (const person of [data.mother!, data.father!, data.reporter])
    if (person.nik === resident.nik) person.nik = nik;
  if (data.reporter.nik === nik) Object.assign(data.reporter, { nik: '3273020101909003' });
  Object.assign(resident, { nik, birthDate });
  data.child.birthOrder = 2;
  registry.byName('Agus').motherNik = null;
}

function twins({ registry, data }: Case): void {
  for (const name of ['Satu', 'Dua']) {
    registry.addFamily([{ ...child(name, data.child.birthDate), relation: 1 }]);
    registry.byName(name).motherNik = data.mother!.nik;
  }
}

function wrongDay(data: BirthData): string {
  return data.child.dayName === 'Senin' ? 'Selasa' : 'Senin';
}

function foundling({ data }: Case): void {
  data.certificateModel = 'TANPA_ORANG_TUA';
  data.mother = null;
  data.father = null;
  data.child.birthOrder = 1;
}

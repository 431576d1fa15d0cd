import { beforeAll, describe, expect, it } from 'vitest';
import { BABAKAN, child, couple } from '@lampid/domain/testing/families';
import {
  answer,
  daysAgo,
  eventTables,
  judge,
  registryForExample,
  shortFindings,
  type EventTables,
  type Judging,
} from '@lampid/processes/testing/judge-event';
import correction from './event.js';
import type { CorrectionData } from './schema.js';

let tables: EventTables;
beforeAll(async () => {
  tables = await eventTables('correction');
});

const ABROAD = '3171014404959102';

function clean() {
  const { input, ...register } = registryForExample(
    couple(child('Agus', '2000-05-05'), child('Cici', '2015-05-05', 2)),
  );
  return { ...register, data: correction.example(input) };
}

type Case = ReturnType<typeof clean>;

const changed =
  (change: Partial<CorrectionData>) =>
  ({ data }: Case) => {
    Object.assign(data, change);
  };
const personOf = ({ registry }: Case, name: string) => ({ nik: registry.byName(name).nik, name });
const family =
  (members: [string, number][], change: (of: Case) => Partial<CorrectionData> = () => ({})) =>
  (of: Case) => {
    Object.assign(of.data, {
      subject: 'family',
      resident: null,
      elements: null,
      familyCardNumber: of.card.number,
      members: members.map(([name, relation]) => ({ ...personOf(of, name), relation })),
      ...change(of),
    });
  };
const merge = (realNik: (of: Case) => string) => (of: Case) => {
  Object.assign(of.data, {
    subject: 'nik',
    elements: null,
    resident: personOf(of, 'Agus'),
    realNik: realNik(of),
  });
};

describe('a correction', () => {
  it('finds nothing wrong with its own example', () => {
    const { data, registry } = clean();
    expect(judge({ event: correction, eventTables: tables, data, registry })).toEqual([]);
    expect(correction.schema.parse(data)).toEqual(data);
    expect(correction.title(data)).toBe('Budi');
  });

  it.each<[string, string[], (of: Case) => void, Judging<CorrectionData>?]>([
    ['nobody', ['E K01 resident.nik'], changed({ resident: { nik: '3273020101909999', name: 'X' } })],
    ['no proof', ['E K02 documents'], () => undefined, { documents: ['-bukti-data'] }],
    ['no statement', ['E U15 documents'], () => undefined, { documents: ['-f-1-06'] }],
    ['nothing new', ['E K03 elements'], changed({ elements: {} })],
    ['court without its order', ['E K04 documents'], changed({ ground: 'court' })],
    ['another kelurahan', ['E U19 resident.nik'], () => undefined, { operatorArea: BABAKAN.areaCode }],
    ['proof of tomorrow', ['E U18 proofDate'], changed({ proofDate: daysAgo(-1) })],
    ['sex', ['A K10 elements'], changed({ elements: { sex: 2 } })],
    [
      'name by clerical mistake',
      ['A K10 elements'],
      changed({ ground: 'clerical', elements: { name: 'Budi S' } }),
    ],
    [
      'name by a document',
      ['A K10 elements', 'E K12 documents'],
      changed({ elements: { name: 'Budiman Saja' } }),
    ],
    [
      'name by court order',
      ['A K10 elements'],
      changed({ ground: 'court', elements: { name: 'Budiman Saja' } }),
      { documents: ['+penetapan-pengadilan'] },
    ],
    [
      'a new head',
      [],
      family([
        ['Siti', 1],
        ['Budi', 2],
      ]),
    ],
    ['two heads', ['E K05 members'], family([['Siti', 1]])],
    ['a head taken from a family', ['E K06 members'], family([['Joko', 9]])],
    [
      'an unknown card',
      ['E U08 familyCardNumber'],
      family([['Joko', 9]], () => ({ familyCardNumber: '3273020101269999' })),
    ],
    ['a new card nowhere', ['E K07 address'], family([['Agus', 1]], () => ({ familyCardNumber: null }))],
    [
      'a new card',
      [],
      family([['Agus', 1]], () => ({ familyCardNumber: '', address: { ...BABAKAN } })),
      { operatorArea: BABAKAN.areaCode },
    ],
    ['nobody new', ['E K03 members'], family([['Siti', 3]])],
    ['a NIK of the same person', ['A K11 realNik'], merge(() => ABROAD)],
    [
      'a NIK that Dukcapil does not know',
      ['A K11 realNik', 'E U22 realNik'],
      merge(() => ABROAD),
      { dukcapil: [answer(0, 'not-found')] },
    ],
    [
      'a NIK of somebody else',
      ['A K11 realNik', 'E K08 realNik'],
      merge((of) => of.registry.byName('Siti').nik),
    ],
  ])('of %s: %j', (_, expected, change, given) => {
    const of = clean();
    change(of);
    const findings = judge({
      event: correction,
      eventTables: tables,
      data: of.data,
      registry: of.registry,
      given,
    });
    expect(shortFindings(findings).sort()).toEqual([...expected].sort());
  });

  it('asks Dukcapil about the NIK that shall hold, and about nobody else', () => {
    const of = clean();
    expect(correction.subjects(of.data, of.registry.snapshot())).toEqual([]);
    merge(() => ABROAD)(of);
    expect(correction.subjects(of.data, of.registry.snapshot())).toEqual([
      { field: 'realNik', nik: ABROAD, name: 'Agus', birthDate: '2000-05-05', sex: 1, knownLocally: false },
    ]);
  });

  it('needs everybody whom it names, once per open correction', () => {
    const of = clean();
    family([
      ['Siti', 1],
      ['Budi', 2],
    ])(of);
    const niks = [of.registry.byName('Siti').nik, of.registry.byName('Budi').nik];
    expect(correction.needs(of.data)).toMatchObject({ familyCards: [of.card.number] });
    expect(correction.needs(of.data).niks).toEqual(expect.arrayContaining(niks));
    expect(correction.subjectKeys(of.data)).toEqual([of.card.number, ...niks]);
    expect(correction.areaCodes({ ...of.data, areaCode: BABAKAN.areaCode })).toEqual([BABAKAN.areaCode]);
  });

  it('tells SIAK who was corrected', () => {
    const { data } = clean();
    const result = {
      registeredOn: '2026-11-23',
      result: {},
      residents: [{ ref: 'a', id: 'a', nik: ABROAD }],
      cards: [{ ref: 'c', number: '3273020101269001' }],
      deeds: [],
      letters: [],
      documents: [],
    };
    expect(correction.siak.payload({ data, result })).toEqual({
      jenis: 'elements',
      nik: [ABROAD],
      noKk: ['3273020101269001'],
      tanggalBukti: data.proofDate,
    });
  });
});

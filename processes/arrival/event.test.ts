import { beforeAll, describe, expect, it } from 'vitest';
import type { MoveLetter } from '@lampid/domain/registry/snapshot';
import type { Finding } from '@lampid/domain/rules/finding';
import {
  BABAKAN,
  child,
  couple,
  father,
  GAMBIR,
  LEBAK_GEDE,
  letterFor,
  TODAY,
} from '@lampid/domain/testing/families';
import { DAGO, MemoryRegistry } from '@lampid/domain/testing/memory-registry';
import {
  answer,
  daysAgo,
  eventTables,
  exampleInput,
  factsInput,
  judge,
  shortFindings,
  type EventTables,
  type Judging,
} from '@lampid/processes/testing/judge-event';
import arrival from './event.js';
import type { ArrivalData } from './schema.js';

let tables: EventTables;
beforeAll(async () => {
  tables = await eventTables('arrival');
});

interface Case {
  registry: MemoryRegistry;
  data: ArrivalData;
  letter: MoveLetter | null | undefined;
}

const NIKS = ['3171010403859001', '3171014907889001', '3171010505159001'];

/** Budi, Siti and Agus (11) arrive from Gambir; Tuan lives in Dago, Nyonya in Babakan. */
function clean(): Case {
  const registry = new MemoryRegistry();
  registry.addFamily([father('Tuan')]);
  registry.addFamily([father('Nyonya')], BABAKAN);
  const people = couple(child('Agus', '2015-05-05')).map((person, index) => ({
    ...person,
    nik: NIKS[index]!,
  }));
  const letter = letterFor(people);
  const nothing = registry.snapshot();
  return {
    registry,
    letter,
    data: arrival.example(exampleInput({ family: nothing, neighbours: nothing, letter })),
  };
}

function found(change: (of: Case) => void = () => undefined, given: Judging<ArrivalData> = {}): Finding[] {
  const of = clean();
  change(of);
  const { letter, ...rest } = of;
  const known = letter === undefined ? {} : { letter };
  return judge({ event: arrival, eventTables: tables, given: { ...known, ...given }, ...rest });
}

const set =
  (change: Partial<ArrivalData>) =>
  ({ data }: Case) => {
    Object.assign(data, change);
  };
const onLetter =
  (change: Partial<MoveLetter>) =>
  ({ letter }: Case) => {
    Object.assign(letter!, change);
  };
const joins =
  (name: string, more: Partial<ArrivalData> = {}) =>
  ({ data, registry }: Case) => {
    Object.assign(data, {
      cardStatus: 'join',
      headNik: null,
      hostCardNumber: registry.cardOf(name)!.number,
      ...more,
    });
  };
/** Only Agus, eleven, is on the letter and comes. */
const alone = (change: (of: Case) => void) => (of: Case) => {
  of.letter!.members = of.letter!.members.slice(2);
  of.data.arrivals = of.data.arrivals.slice(2);
  of.data.headNik = null;
  change(of);
};
const lived =
  (status: 'dead' | 'moved-out' | 'active') =>
  ({ registry }: Case) => {
    registry.addFamily([{ ...father('Budi'), nik: NIKS[0]! }]);
    registry.byName('Budi').status = status;
  };

describe('an arrival', () => {
  it('finds nothing wrong with its own example', () => {
    expect(found()).toEqual([]);
    const { data } = clean();
    expect(arrival.schema.parse(data)).toEqual(data);
    expect(data).toMatchObject({ headNik: NIKS[0], cardStatus: 'new' });
  });

  it.each<[string, string[], (of: Case) => void, Judging<ArrivalData>?]>([
    [
      'unknown kelurahan',
      ['E U07 destination.areaCode', 'E U19 destination.areaCode', 'A D06 destination'],
      set({ destination: { ...DAGO, areaCode: '32.73.99.1001' } }),
    ],
    [
      'another kelurahan',
      ['E U19 destination.areaCode'],
      () => undefined,
      { operatorArea: BABAKAN.areaCode },
    ],
    ['tomorrow', ['E U18 arrivalDate'], set({ arrivalDate: daysAgo(-1) })],
    ['no date', [], set({ arrivalDate: null })],
    [
      'birth date unlike the NIK',
      ['A U04 arrivals.1.nik'],
      ({ letter }) => (letter!.members[1]!.birthDate = '1988-07-10'),
    ],
    [
      'unknown to Dukcapil',
      ['E U22 arrivals.1.nik'],
      () => undefined,
      { dukcapil: [answer(1, 'not-found')] },
    ],
    ['no letter number', ['E D01 letterNumber'], set({ letterNumber: 'SKP-1' })],
    ['letter unknown at its origin', ['E D01 letterNumber'], (of) => (of.letter = null)],
    ['origin could not be asked', [], (of) => (of.letter = undefined), {}],
    ['used', ['E D02 letterNumber'], onLetter({ status: 'used' })],
    ['reserved for this report', [], onLetter({ status: 'reserved' })],
    ['one day over', ['A D03 letterNumber'], onLetter({ validUntil: daysAgo(1) })],
    ['last day', [], onLetter({ validUntil: TODAY })],
    ['over since it was reported', [], onLetter({ validUntil: daysAgo(5) }), { reportedOn: daysAgo(5) }],
    ['last day of grace', ['A D03 letterNumber'], onLetter({ validUntil: daysAgo(30) })],
    ['grace over', ['E D03 letterNumber'], onLetter({ validUntil: daysAgo(31) })],
    [
      'expired at its origin',
      ['E D03 letterNumber'],
      onLetter({ status: 'expired', validUntil: daysAgo(40) }),
    ],
    ['cancelled', ['E D04 letterNumber'], onLetter({ status: 'cancelled' })],
    ['addressed to another city', ['E D05 letterNumber'], onLetter({ destination: GAMBIR })],
    ['addressed to another kelurahan', ['A D06 destination'], onLetter({ destination: LEBAK_GEDE })],
    [
      'somebody not on it',
      ['E D07 arrivals.3.nik'],
      ({ data }) => data.arrivals.push({ nik: '3171010101099001', name: 'X', ktpSurrendered: true }),
    ],
    ['somebody stays behind', ['A D08 arrivals'], ({ data }) => data.arrivals.pop()],
    [
      'the rest came before',
      [],
      ({ data, letter }) => {
        data.arrivals.pop();
        letter!.members[2]!.confirmed = true;
      },
    ],
    [
      'joins without a host',
      ['E U08 hostCardNumber', 'E D09 hostCardNumber'],
      joins('Tuan', { hostCardNumber: null }),
      { documents: ['+pernyataan-pemilik'] },
    ],
    [
      'joins a host elsewhere',
      ['E D09 hostCardNumber'],
      joins('Nyonya'),
      { documents: ['+pernyataan-pemilik'] },
    ],
    ['joins without consent', ['E D10 documents'], joins('Tuan')],
    ['joins', [], joins('Tuan'), { documents: ['+pernyataan-pemilik'] }],
    ['rents without consent', ['E D10 documents'], set({ housing: 'rented' })],
    ['rents', [], set({ housing: 'rented' }), { documents: ['+pernyataan-pemilik'] }],
    ['a minor joins', ['E D11 documents'], alone(joins('Tuan')), { documents: ['+pernyataan-pemilik'] }],
    [
      'a minor joins, accepted',
      ['E D11 documents'],
      alone(joins('Tuan')),
      { documents: ['+pernyataan-pemilik', '+pernyataan-menerima'] },
    ],
    [
      'a minor joins, all papers',
      [],
      alone(joins('Tuan')),
      { documents: ['+pernyataan-pemilik', '+pernyataan-menerima', '+kuasa-pengasuhan'] },
    ],
    ['a minor alone on a new card', ['E D12 headNik'], alone(({ data }) => (data.headNik = NIKS[2]!))],
    ['no head chosen', ['E D12 headNik'], set({ headNik: null })],
    ['dead here', ['E D13 arrivals.0.nik', 'E U10 reporter.nik'], lived('dead')],
    ['active here', ['E D14 arrivals.0.nik'], lived('active')],
    ['moved out from here before', [], lived('moved-out')],
    ['old KTP-el kept', ['W D15 arrivals.1.nik'], ({ data }) => (data.arrivals[1]!.ktpSurrendered = null)],
    ['child without a KTP-el', [], ({ data }) => (data.arrivals[2]!.ktpSurrendered = null)],
  ])('%s: %j', (_, expected, change, given) => {
    expect(shortFindings(found(change, given)).sort()).toEqual([...expected].sort());
  });

  it('registers the arrivals', () => {
    const { letter, ...of } = clean();
    const input = factsInput({ eventTables: tables, ...of, given: { letter: letter! } });
    const effect = arrival.effect({ ...input, late: false, addWorkingDays: (from) => from });
    const refs = of.registry.apply(effect, TODAY);
    expect(of.registry.relations(refs.get('$card')!)).toEqual({ Budi: 1, Siti: 3, Agus: 4 });
    expect(effect.variables).toEqual({ arrivalCount: 3 });
    expect(of.registry.faults()).toEqual([]);
  });

  it('tells SIAK who came with which letter', () => {
    const { data, registry, letter } = clean();
    const result = {
      registeredOn: TODAY,
      result: {},
      residents: [],
      cards: [{ ref: '$card', number: '3273022311269001' }],
      deeds: [],
      documents: [],
      letters: [],
    };
    expect(arrival.siak.payload({ data, result })).toMatchObject({
      skpwni: { nomor: data.letterNumber },
      noKk: '3273022311269001',
      anggota: NIKS.map((nik) => ({ nik })),
    });
    const host = { ...data, hostCardNumber: '3273020101209001' };
    expect(arrival.siak.payload({ data: host, result: { ...result, cards: [] } }).noKk).toBe(
      '3273020101209001',
    );
    expect(arrival.needs(data).moveLetter).toBe(data.letterNumber);
    expect(arrival.title(data)).toBe('Budi');
    expect(arrival.searchNames(data)).toContain('Siti');
    expect(arrival.subjectKeys(data)).toEqual(NIKS);
    expect(arrival.eventDate(data)).toBe(TODAY);
    expect(arrival.areaCodes(data)).toEqual([DAGO.areaCode]);
    expect(arrival.subjects(data, registry.snapshot(letter))[1]).toMatchObject({
      birthDate: '1988-07-09',
      sex: 2,
    });
    expect(arrival.subjects(data, registry.snapshot(null))[1]).toMatchObject({ birthDate: null, sex: null });
  });

  it('has no example without a letter or an adult', () => {
    const { registry, letter } = clean();
    const nothing = registry.snapshot();
    const example = (given: MoveLetter | null) => () =>
      arrival.example(exampleInput({ family: nothing, neighbours: nothing, letter: given }));
    expect(example(null)).toThrow(/needs a letter/);
    expect(example({ ...letter!, members: letter!.members.slice(2) })).toThrow(/needs an adult/);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '@lampid/domain/rules/finding';
import { BABAKAN, child, couple, father, GAMBIR, TODAY } from '@lampid/domain/testing/families';
import type { MemoryRegistry } from '@lampid/domain/testing/memory-registry';
import { DAGO, type PersonSpec } from '@lampid/domain/testing/memory-registry';
import {
  CONFIG,
  eventTables,
  factsInput,
  judge,
  registryForExample,
  shortFindings,
  type EventTables,
  type Judging,
} from '@lampid/processes/testing/judge-event';
import move from './event.js';
import type { MoveData } from './schema.js';

let tables: EventTables;
beforeAll(async () => {
  tables = await eventTables('move');
});

interface Case {
  registry: MemoryRegistry;
  data: MoveData;
}

/** Budi, Siti, Agus (26) and Cici (11), their neighbours, and an example: all move to Gambir. */
function clean(
  people: PersonSpec[] = couple(child('Agus', '2000-05-05'), child('Cici', '2015-05-05', 2)),
): Case {
  const { registry, input } = registryForExample(people);
  return { registry, data: move.example(input) };
}

function found(
  change: (of: Case) => void = () => undefined,
  given?: Judging<MoveData>,
  of = clean(),
): Finding[] {
  change(of);
  return judge({ event: move, eventTables: tables, given, ...of });
}

const set =
  (change: Partial<MoveData>) =>
  ({ data }: Case) => {
    Object.assign(data, change);
  };
const nikOf = ({ registry }: Case, name: string) => registry.byName(name).nik;
const go =
  (names: string[], change: Partial<MoveData> | ((of: Case) => Partial<MoveData>) = {}) =>
  (of: Case) => {
    of.data.movers = names.map((name) => ({ nik: nikOf(of, name), name }));
    Object.assign(of.data, typeof change === 'function' ? change(of) : change);
  };
const intra = { destination: BABAKAN };
const host = (of: Case, place = BABAKAN) =>
  of.registry.addFamily([{ ...father('Tuan'), birthDate: '1970-01-02' }], place).number;

describe('a move', () => {
  it('finds nothing wrong with its own example', () => {
    expect(found()).toEqual([]);
    const { data } = clean();
    expect(move.schema.parse(data)).toEqual(data);
    expect(data.movers).toHaveLength(4);
  });

  it.each<[string, string[], (of: Case) => void, Judging<MoveData>?]>([
    [
      'unknown destination',
      ['E U07 destination.areaCode'],
      set({ destination: { ...GAMBIR, areaCode: '31.71.99.1001' } }),
    ],
    [
      'a kecamatan as destination',
      ['E U07 destination.areaCode'],
      set({ destination: { ...GAMBIR, areaCode: '31.71.01' } }),
    ],
    ['unknown card', ['E U08 familyCardNumber'], set({ familyCardNumber: '3273020101209999' })],
    [
      'a mover of another card',
      ['E U09 movers.4.nik'],
      (of) => of.data.movers.push({ nik: nikOf(of, 'Joko'), name: 'Joko' }),
    ],
    ['another kelurahan', ['E U19 familyCardNumber'], () => undefined, { operatorArea: BABAKAN.areaCode }],
    ['planned ahead', [], set({ plannedDate: '2027-01-01' })],
    ['a dead mover', ['E P01 movers.2.nik'], ({ registry }) => (registry.byName('Agus').status = 'dead')],
    [
      'a mover in transit',
      ['E P02 movers.2.nik'],
      ({ registry }) => (registry.byName('Agus').status = 'moved-out'),
    ],
    [
      'an open letter',
      ['E P02 movers.3.nik'],
      (of) => of.registry.letters.push({ number: 'x', status: 'issued', niks: [nikOf(of, 'Cici')] }),
    ],
    ['same address', ['E P03 destination'], set({ destination: { ...DAGO, street: 'JL DAGO 1', rt: '1' } })],
    ['another house of the kelurahan', [], set({ destination: { ...DAGO, street: 'Jl. Dago 2' } })],
    ['wrong class', ['W P04 moveClass'], set({ moveClass: 1 })],
    ['right class', [], set({ moveClass: 5 })],
    ['type 3 without the head', ['E P05 moveType'], go(['Agus'], { moveType: 3, statusKkStaying: 3 })],
    [
      'type 1 with others',
      ['E P05 moveType'],
      go(['Budi', 'Siti'], (of) => ({ moveType: 1, statusKkStaying: 2, newHeadNik: nikOf(of, 'Agus') })),
    ],
    ['type 4 with the head', ['E P06 moveType'], set({ moveType: 4 })],
    [
      'type 2 without all',
      ['E P07 movers'],
      go(['Budi', 'Siti', 'Agus'], (of) => ({ statusKkStaying: 2, newHeadNik: nikOf(of, 'Cici') })),
      undefined,
    ],
    [
      'head goes, nobody heads',
      ['E P08 newHeadNik', 'W P12 movers'],
      go(['Budi'], { moveType: 1, statusKkStaying: 2 }),
    ],
    [
      'head goes, a mover heads',
      ['E P08 newHeadNik'],
      go(['Budi', 'Siti'], (of) => ({ moveType: 3, statusKkStaying: 2, newHeadNik: nikOf(of, 'Siti') })),
    ],
    [
      'head goes, an unknown heads',
      ['E P08 newHeadNik'],
      go(['Budi', 'Siti'], { moveType: 3, statusKkStaying: 2, newHeadNik: '3273020101909999' }),
    ],
    [
      'head goes, a child heads adults',
      ['E P08 newHeadNik'],
      go(['Budi', 'Siti'], (of) => ({ moveType: 3, statusKkStaying: 2, newHeadNik: nikOf(of, 'Cici') })),
    ],
    [
      'head goes, the son heads',
      [],
      go(['Budi', 'Siti'], (of) => ({ moveType: 3, statusKkStaying: 2, newHeadNik: nikOf(of, 'Agus') })),
    ],
    [
      'only minors stay',
      ['A P09 movers'],
      go(['Budi', 'Siti', 'Agus'], (of) => ({
        moveType: 3,
        statusKkStaying: 2,
        newHeadNik: nikOf(of, 'Cici'),
      })),
    ],
    ['only a minor goes', ['E P10 documents'], go(['Cici'], { moveType: 4, statusKkStaying: 3 })],
    [
      'a minor goes, with consent',
      [],
      go(['Cici'], { moveType: 4, statusKkStaying: 3 }),
      { documents: ['+persetujuan-orang-tua'] },
    ],
    [
      'a minor joins a family',
      ['E P10 documents', 'E P11 documents'],
      go(['Cici'], { moveType: 4, statusKkStaying: 3, statusKkMoving: 1 }),
    ],
    [
      'a minor joins with both papers',
      [],
      go(['Cici'], { moveType: 4, statusKkStaying: 3, statusKkMoving: 1 }),
      { documents: ['+persetujuan-orang-tua', '+kuasa-pengasuhan'] },
    ],
    ['one spouse goes', ['W P12 movers'], go(['Siti'], { moveType: 4, statusKkStaying: 3 })],
    ['joins inside the city without a host', ['E P13 hostCardNumber'], set({ ...intra, statusKkMoving: 1 })],
    [
      'joins an unknown host',
      ['E P13 hostCardNumber'],
      set({ ...intra, statusKkMoving: 1, hostCardNumber: '3273020101209999' }),
    ],
    [
      'joins a host elsewhere',
      ['E P13 hostCardNumber'],
      (of) => set({ ...intra, statusKkMoving: 1, hostCardNumber: host(of, DAGO) })(of),
    ],
    ['joins a host', [], (of) => set({ ...intra, statusKkMoving: 1, hostCardNumber: host(of) })(of)],
    ['joins a host in another city', [], set({ statusKkMoving: 1 })],
    ['no status for the movers', ['E P14 statusKkMoving'], set({ statusKkMoving: null })],
    ['no status for the others', ['E P14 statusKkStaying'], go(['Agus'], { moveType: 4 })],
    ['other reason, not said', ['E P15 reasonText'], set({ reason: 7, reasonText: ' ' })],
    ['other reason', [], set({ reason: 7, reasonText: 'Ikut anak' })],
    ['rented, inside the city', ['E P16 documents'], set({ ...intra, housing: 'rented' })],
    [
      'rented, with the owner agreeing',
      [],
      set({ ...intra, housing: 'rented' }),
      { documents: ['+pernyataan-pemilik'] },
    ],
    ['rented, in another city', [], set({ housing: 'rented' })],
    ['temporary', ['W P17 stay'], set({ stay: 'temporary' })],
    ['a neighbour applies', ['E P18 reporter.nik'], (of) => (of.data.reporter.nik = nikOf(of, 'Joko'))],
    [
      'a proxy applies',
      [],
      (of) => Object.assign(of.data.reporter, { nik: nikOf(of, 'Joko'), relation: 'proxy' }),
      { documents: ['+f-1-07'] },
    ],
    ['an adult mover applies', [], (of) => (of.data.reporter.nik = nikOf(of, 'Agus'))],
    [
      'a minor applies',
      ['E U11 reporter.nik', 'E P18 reporter.nik'],
      (of) => (of.data.reporter.nik = nikOf(of, 'Cici')),
    ],
  ])('%s: %j', (_, expected, change, given) => {
    const lines = shortFindings(found(change, given));
    // Only Cici stays in the case of P07: that is P09 as well.
    const also = expected[0] === 'E P07 movers' ? ['A P09 movers'] : [];
    expect(lines.sort()).toEqual([...expected, ...also].sort());
  });

  it('says which class it is', () => {
    expect(found(set({ moveClass: 1 }))[0]!.message.id).toMatch(/^Klasifikasi disesuaikan: ANTAR PROVINSI$/i);
  });

  it('takes its terms from the configuration', () => {
    const of = clean();
    const input = factsInput({ eventTables: tables, ...of });
    const addWorkingDays = (from: string, days: number) => `${from}+${days}`.slice(0, 10);
    const effect = move.effect({ ...input, late: false, addWorkingDays });
    expect(effect.variables).toEqual({
      moveScope: 'inter',
      moveClass: 5,
      letterExpiresAt: '2026-12-23T17:00:00.000Z',
    });
    expect(effect.result).toMatchObject({ letter: '$letter', validUntil: TODAY });
    of.registry.apply(effect, TODAY);
    expect(of.registry.faults()).toEqual([]);
    const calendarDays = { ...CONFIG, moveLetterWorkingDays: false, moveLetterValidDays: 60 };
    const other = move.effect({
      ...factsInput({ eventTables: tables, ...clean() }),
      config: calendarDays,
      late: false,
      addWorkingDays,
    });
    expect(other.result.validUntil).toBe('2027-01-22');
  });

  it('posts a plan that lies ahead today, one that is past then', () => {
    for (const [plannedDate, eventDate] of [
      ['2027-01-01', TODAY],
      ['2026-11-01', '2026-11-01'],
    ]) {
      const of = clean();
      Object.assign(of.data, { ...intra, plannedDate });
      const input = factsInput({ eventTables: tables, ...of });
      of.registry.apply(move.effect({ ...input, late: false, addWorkingDays: (from) => from }), TODAY);
      expect(of.registry.postings.at(-1)).toMatchObject({ eventDate, reportDate: TODAY });
      expect(of.registry.faults()).toEqual([]);
    }
  });

  it('tells SIAK the letter and where it leads', () => {
    const { data, registry } = clean();
    const result = {
      registeredOn: TODAY,
      result: {},
      residents: [],
      cards: [],
      deeds: [],
      documents: [],
      letters: [{ ref: '$letter', number: 'SKPWNI/3273/23112026/9001' }],
    };
    expect(move.siak.payload({ data, result })).toMatchObject({
      skpwni: { nomor: 'SKPWNI/3273/23112026/9001' },
      alamatTujuan: { kodeWilayah: GAMBIR.areaCode },
      anggota: data.movers.map(({ nik }) => ({ nik })),
    });
    expect(move.siak.payload({ data, result: { ...result, letters: [] } }).skpwni).toBeNull();
    expect(move.title(data)).toBe('Budi');
    expect(move.title({ ...data, movers: [] })).toBe('');
    expect(move.searchNames(data)).toEqual(['Budi', 'Siti', 'Agus', 'Cici', 'Budi']);
    expect(move.subjectKeys(data)).toHaveLength(4);
    expect(move.eventDate(data)).toBeNull();
    expect(move.areaCodes(data)).toEqual([]);
    expect(move.subjects(data, registry.snapshot())[3]).toMatchObject({
      field: 'movers.3.nik',
      sex: 2,
      knownLocally: true,
    });
    expect(move.needs(data).niks).toHaveLength(5);
  });
});

import { createDukcapilClient, type DukcapilClient } from '@lampid/db/integration/dukcapil/client';
import type { ExampleCondition } from '@lampid/db/integration/dukcapil/letter-calls';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCity, type TestCity } from './city.fixture.js';
import { startTestSimulator, type TestSimulator } from './simulator.fixture.js';

const DAGO = '32.73.02.1004';
let today = '2026-11-22';
let city: TestCity;
let simulator: TestSimulator;
let folder: string;
let dukcapil: DukcapilClient;

beforeEach(async () => {
  today = '2026-11-22';
  city = await startTestCity();
  folder = await mkdtemp(join(tmpdir(), 'lampid-simulator-'));
  await start();
});
afterEach(async () => {
  await simulator.stop();
  await city.stop();
  await rm(folder, { recursive: true });
});

async function start(): Promise<void> {
  const change = {
    callbackUrl: `${city.url}/api/v1/inbound/siak`,
    cityUrl: city.url,
    memoryFile: join(folder, 'memory.jsonl'),
    cityAreas: [DAGO],
  };
  simulator = await startTestSimulator(change, () => new Date(`${today}T05:00:00Z`));
  dukcapil = createDukcapilClient({
    dukcapilUrl: simulator.url,
    institutionId: '1',
    userId: 'lampid',
    password: 'lampid-demo',
    clientIp: '10.0.0.7',
    timeoutMs: 2_000,
    guard: { retryBaseMs: 1 },
  });
}

async function example(condition?: ExampleCondition) {
  const answer = await dukcapil.exampleLetter({ destinationCode: DAGO, ...(condition ? { condition } : {}) });
  if (answer.kind !== 'found') throw new Error(answer.reason);
  return answer.letter;
}

describe('letters of other cities', () => {
  it('are new at every call: number, family, origin; addressed as asked; known to Dukcapil', async () => {
    const letters = await Promise.all(Array.from({ length: 30 }, () => example()));
    const people = letters.flatMap(({ members }) => members);
    expect(new Set(letters.map(({ number }) => number)).size).toBe(30);
    expect(new Set(people.map(({ nik }) => nik)).size).toBe(people.length);
    expect(new Set(letters.map(({ originCity }) => originCity)).size).toBe(12);
    for (const letter of letters) {
      expect(letter).toMatchObject({ status: 'issued', destination: { areaCode: DAGO } });
      expect(letter.number).toMatch(/^SKPWNI\/\d{4}\/\d{8}\/0\d{3}$/);
      expect(letter.issuedOn <= today && letter.validUntil > today).toBe(true);
      expect(letter.members[0]).toMatchObject({ relation: 1, confirmed: false });
      for (const { nik, birthDate, sex, name } of letter.members) {
        const [year = '', month = '', day = ''] = birthDate.split('-');
        const codedDay = sex === 2 ? Number(day) + 40 : day;
        expect(nik.slice(6)).toMatch(new RegExp(`^${codedDay}${month}${year.slice(2)}9[1-9]\\d\\d$`));
        expect(name).toMatch(/^[A-Z]+ [A-Z]+$/);
      }
    }
    const { nik, name, birthDate, sex } = people.at(-1)!;
    await expect(dukcapil.verify({ nik, name, birthDate, sex })).resolves.toMatchObject({
      kind: 'matched',
      fields: { name: { score: 100 }, birthDate: { match: true }, sex: { match: true } },
    });
    expect(people.some((person) => person.nik.startsWith('91'))).toBe(true);
  });

  it('have families a rule can live with: an adult head, spouses both married, children younger than their mother', async () => {
    const letters = await Promise.all(Array.from({ length: 60 }, () => example()));
    const sizes = new Set<number>();
    for (const { members } of letters) {
      const [head, ...others] = members;
      sizes.add(members.length);
      expect(Number(today.slice(0, 4)) - Number(head!.birthDate.slice(0, 4))).toBeGreaterThanOrEqual(19);
      expect(others.every(({ relation }) => relation === 3 || relation === 4)).toBe(true);
      const mother = members.find(({ sex, relation }) => sex === 2 && relation !== 4);
      for (const child of others.filter(({ relation }) => relation === 4)) {
        expect(child.motherName).toBe(mother!.name);
        expect(Number(child.birthDate.slice(0, 4)) - Number(mother!.birthDate.slice(0, 4))).toBeGreaterThan(
          15,
        );
      }
      expect(members.filter(({ maritalStatus }) => maritalStatus === 2).length % 2).toBe(0);
    }
    expect([...sizes].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('are found by number, by query and by path; unknown and malformed numbers are told apart', async () => {
    const letter = await example();
    await expect(dukcapil.lookupLetter(letter.number)).resolves.toEqual({ kind: 'found', letter });
    const byPath = await simulator.call(`/sim/siak/v1/skpwni/${encodeURIComponent(letter.number)}`);
    expect([byPath.status, byPath.body['nomor']]).toEqual([200, letter.number]);
    await expect(dukcapil.lookupLetter('SKPWNI/3174/01012026/0001')).resolves.toEqual({ kind: 'not-found' });
    await expect(dukcapil.lookupLetter('SKPWNI/9999/01112026/9001')).resolves.toEqual({ kind: 'not-found' });
    await expect(dukcapil.lookupLetter('SKP/3174/1')).resolves.toEqual({ kind: 'bad-format' });
  });

  it.each([
    ['9001', 'issued', 'reserved'],
    ['9011', 'expired', 'expired'],
    ['9012', 'cancelled', 'cancelled'],
    ['9014', 'used', 'used'],
    ['9016', 'issued', 'other-city'],
    ['9017', 'reserved', 'reserved'],
  ])('with the serial %s are %s', async (serial, status, afterReserve) => {
    const number = `SKPWNI/3174/02112026/${serial}`;
    await expect(dukcapil.lookupLetter(number)).resolves.toMatchObject({ kind: 'found', letter: { status } });
    const found = await dukcapil.lookupLetter(number);
    const outcome = await dukcapil.reserveLetter({
      ...{ number, destinationCode: '32.73', reservationId: 'r-1' },
      niks: found.kind === 'found' ? niksOf(found.letter) : [],
    });
    expect(outcome.kind === 'refused' ? outcome.reason : outcome.kind).toBe(afterReserve);
  });

  it('with the serial 9015 are past their validity and serve until the grace is over', async () => {
    const number = 'SKPWNI/3174/020526/9015';
    const answer = await dukcapil.lookupLetter(number);
    expect(answer).toMatchObject({ kind: 'found', letter: { status: 'issued', validUntil: '2026-11-17' } });
    today = '2026-12-18';
    await expect(dukcapil.lookupLetter(number)).resolves.toMatchObject({ letter: { status: 'expired' } });
  });

  it.each([
    ['grace', 'issued'],
    ['expired', 'expired'],
    ['cancelled', 'cancelled'],
    ['used', 'used'],
  ] as const)('can be made %s', async (condition, status) => {
    await expect(example(condition)).resolves.toMatchObject({ status });
  });
});

describe('the life of a letter', () => {
  it('issued, reserved, used person by person; used once', async () => {
    const letter = await largeLetter();
    const { number, members } = letter;
    const hold = { number, reservationId: 'report-1' };
    await expect(dukcapil.confirmArrival({ ...hold, nik: members[0]!.nik })).resolves.toEqual({
      kind: 'refused',
      reason: 'not-reserved',
    });
    const reserve = { ...hold, destinationCode: DAGO, niks: niksOf(letter) };
    await expect(dukcapil.reserveLetter(reserve)).resolves.toEqual({ kind: 'reserved', status: 'reserved' });
    await expect(dukcapil.reserveLetter(reserve)).resolves.toEqual({ kind: 'reserved', status: 'reserved' });
    await expect(dukcapil.reserveLetter({ ...reserve, reservationId: 'report-2' })).resolves.toEqual({
      kind: 'refused',
      reason: 'reserved',
    });

    for (const [index, { nik }] of members.entries()) {
      const remaining = members.length - index - 1;
      await expect(dukcapil.confirmArrival({ ...hold, nik })).resolves.toEqual({
        kind: 'confirmed',
        status: remaining === 0 ? 'used' : 'reserved',
        remaining,
      });
      await expect(dukcapil.confirmArrival({ ...hold, nik })).resolves.toMatchObject({ remaining });
    }
    await expect(dukcapil.confirmArrival({ ...hold, nik: '3174010101909001' })).resolves.toEqual({
      kind: 'refused',
      reason: 'not-a-member',
    });
    await expect(dukcapil.reserveLetter({ ...reserve, reservationId: 'report-2' })).resolves.toEqual({
      kind: 'refused',
      reason: 'used',
    });
    await expect(dukcapil.lookupLetter(number)).resolves.toMatchObject({
      letter: { status: 'used', members: members.map(() => ({ confirmed: true })) },
    });
  });

  it('goes back to issued when its holder lets it go, confirmed or not', async () => {
    const letter = await largeLetter();
    const { number, members } = letter;
    const hold = { number, reservationId: 'report-1' };
    const niks = niksOf(letter);
    await dukcapil.reserveLetter({ ...hold, destinationCode: DAGO, niks });
    await dukcapil.confirmArrival({ ...hold, nik: members[0]!.nik });
    // Nobody is held by it: there is nothing to give back.
    await expect(dukcapil.releaseLetter({ number, reservationId: 'other' })).resolves.toEqual({
      kind: 'released',
      status: 'reserved',
    });
    await expect(dukcapil.releaseLetter(hold)).resolves.toEqual({ kind: 'released', status: 'issued' });
    await expect(dukcapil.releaseLetter(hold)).resolves.toEqual({ kind: 'released', status: 'issued' });
    await expect(dukcapil.reserveLetter({ ...hold, destinationCode: DAGO, niks })).resolves.toEqual({
      kind: 'reserved',
      status: 'reserved',
    });
  });

  it('lets a family come in parts, each arrival holding its own', async () => {
    const letter = await largeLetter();
    const [first, ...others] = niksOf(letter);
    const arrival = (reservationId: string) => ({
      ...{ number: letter.number, destinationCode: DAGO, reservationId },
    });
    await dukcapil.reserveLetter({ ...arrival('early'), niks: [first!] });
    await expect(dukcapil.confirmArrival({ ...arrival('early'), nik: others[0]! })).resolves.toMatchObject({
      reason: 'not-reserved',
    });
    await expect(dukcapil.confirmArrival({ ...arrival('early'), nik: first! })).resolves.toEqual({
      ...{ kind: 'confirmed', status: 'issued', remaining: others.length },
    });
    await expect(
      dukcapil.reserveLetter({ ...arrival('late'), niks: [first!, ...others] }),
    ).resolves.toMatchObject({ reason: 'used' });
    await expect(dukcapil.reserveLetter({ ...arrival('late'), niks: others })).resolves.toMatchObject({
      kind: 'reserved',
    });
    for (const nik of others) await dukcapil.confirmArrival({ ...arrival('late'), nik });
    await expect(dukcapil.lookupLetter(letter.number)).resolves.toMatchObject({ letter: { status: 'used' } });
  });

  it('lets expiry and cancellation lose to a reservation', async () => {
    const held = await example();
    await dukcapil.reserveLetter({
      ...{ number: held.number, destinationCode: DAGO, reservationId: 'r' },
      niks: niksOf(held),
    });
    const cancel = (nomor: string) => simulator.call('/sim/control/letters', { nomor, as: 'DIBATALKAN' });
    expect((await cancel(held.number)).body).toMatchObject({ kode: 'SKPWNI_DIRESERVASI' });
    const free = await example();
    expect((await cancel(free.number)).body).toMatchObject({ status: 'DIBATALKAN' });
    today = '2027-12-01';
    await expect(dukcapil.lookupLetter(held.number)).resolves.toMatchObject({
      letter: { status: 'reserved' },
    });
  });

  it('is remembered over a restart', async () => {
    const letter = await example();
    const { number } = letter;
    const niks = niksOf(letter);
    await dukcapil.reserveLetter({ number, destinationCode: DAGO, reservationId: 'r', niks });
    await simulator.stop();
    await start();
    await expect(dukcapil.lookupLetter(number)).resolves.toMatchObject({ letter: { status: 'reserved' } });
    expect((await example()).number).not.toBe(number);
  });
});

describe('our letters, at the city they go to', () => {
  const nomor = 'SKPWNI/3273/22112026/0001';
  const niks = ['3273021505909001', '3273025505929001'];
  const move = {
    correlationId: 'move-1',
    kind: 'PINDAH',
    payload: {
      nomorSkpwni: nomor,
      alamatAsal: { kodeWilayah: DAGO },
      alamatTujuan: { kodeWilayah: '31.74.01.1001' },
      anggota: niks.map((nik) => ({ nik })),
    },
  };
  const inbound = () => city.received.filter(({ path }) => path.startsWith('/api/v1/inbound/skpwni/'));

  it('stay unused as long as nobody arrives', async () => {
    await dukcapil.submitEvent(move);
    await city.until(1);
    expect(inbound()).toEqual([]);
    const { body } = await simulator.call('/sim/control/destination');
    expect(body['items']).toMatchObject([
      { nomor, kotaTujuan: 'KOTA ADM. JAKARTA SELATAN', status: 'MENUNGGU', members: 2 },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/\d{16}/);
  });

  it('are reserved and confirmed person by person, again until our city answers', async () => {
    city.answers = ({ path }) => (path.endsWith('/confirm') && inbound().length === 2 ? 503 : 200);
    await dukcapil.submitEvent(move);
    await simulator.faults({ destinationDelayMs: 10 });
    await city.until(5);
    const calls = inbound().map(({ path, body }) => [path.split('/').at(-1), body['nik'] ?? null]);
    expect(calls).toEqual([
      ['reserve', null],
      ['confirm', niks[0]],
      ['confirm', niks[0]],
      ['confirm', niks[1]],
    ]);
    const ids = new Set(inbound().map(({ body }) => body['reservationId']));
    expect(ids.size).toBe(1);
    expect(inbound().every(({ headers }) => /^sha256=/.test(String(headers['x-siak-signature'])))).toBe(true);
  });

  it('are left alone after a refusal, and can be walked through by hand', async () => {
    await dukcapil.submitEvent(move);
    city.answers = ({ path }) => (path.endsWith('/reserve') ? 409 : 200);
    const act = async (action: string) =>
      (await simulator.call('/sim/control/destination', { nomor, action })).body;
    expect(await act('arrive')).toMatchObject({
      status: 'DITOLAK',
      lastFault: { action: 'reserve', status: 409, code: 'TEST' },
    });
    city.answers = () => 200;
    expect(await act('reserve')).toMatchObject({ status: 'DIRESERVASI' });
    expect(await act('confirm')).toMatchObject({ status: 'DIRESERVASI', confirmed: 1 });
    expect(await act('release')).toMatchObject({ status: 'MENUNGGU', confirmed: 0 });
    expect(await act('arrive')).toMatchObject({ status: 'SELESAI', confirmed: 2 });
    const unknown = await simulator.call('/sim/control/destination', {
      nomor: 'SKPWNI/3273/22112026/0002',
      action: 'arrive',
    });
    expect(unknown.status).toBe(404);
  });

  it('of a move inside the city are none of its business', async () => {
    const payload = { ...move.payload, alamatTujuan: { kodeWilayah: '32.73.01.1001' } };
    await dukcapil.submitEvent({ ...move, payload });
    expect((await simulator.call('/sim/control/destination')).body['items']).toEqual([]);
  });
});

const niksOf = (letter: { members: { nik: string }[] }) => letter.members.map(({ nik }) => nik);

/** A letter with at least two members. */
async function largeLetter() {
  for (;;) {
    const letter = await example();
    if (letter.members.length >= 2) return letter;
  }
}

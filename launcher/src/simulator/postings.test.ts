import { createDukcapilClient, type DukcapilClient } from '@lampid/db/integration/dukcapil/client';
import { isSiakSignature } from '@lampid/db/integration/dukcapil/signature';
import { mkdtemp, readFile, rm, appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCity, type TestCity } from './city.fixture.js';
import type { SimulatorConfig } from './config.js';
import { BANDUNG_MOTHER, startTestSimulator, TEST_SECRET, type TestSimulator } from './simulator.fixture.js';

let city: TestCity;
let simulator: TestSimulator;
let folder: string;

beforeEach(async () => {
  city = await startTestCity();
  folder = await mkdtemp(join(tmpdir(), 'lampid-simulator-'));
  await start();
});
afterEach(async () => {
  await simulator.stop();
  await city.stop();
  await rm(folder, { recursive: true });
});

async function start(change: Partial<SimulatorConfig> = {}): Promise<void> {
  simulator = await startTestSimulator({
    callbackUrl: `${city.url}/api/v1/inbound/siak`,
    cityUrl: city.url,
    memoryFile: join(folder, 'simulator', 'memory.jsonl'),
    ...change,
  });
}

function client(): DukcapilClient {
  return createDukcapilClient({
    dukcapilUrl: simulator.url,
    institutionId: 'lampid-32-73',
    userId: 'lampid',
    password: 'lampid-demo',
    clientIp: '10.0.0.7',
    timeoutMs: 2_000,
    guard: { retryBaseMs: 1 },
  });
}

const child = {
  nik: '3273026011269001',
  name: 'Bunga Lestari',
  sex: 2,
  birthDate: '2026-11-20',
  birthPlace: 'Bandung',
};
const birth = {
  correlationId: 'report-1:register',
  kind: 'LAHIR',
  payload: { child, mother: { nik: BANDUNG_MOTHER.nik, name: 'Siti Rahayu' }, areaCode: '32.73.02.1004' },
};

describe('a posting', () => {
  it('is accepted, then acknowledged: signed over the raw body, with the case’s trace context', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await expect(client().submitEvent(birth, { traceparent })).resolves.toEqual({ kind: 'accepted' });
    await city.until(1);
    const { path, raw, headers, body } = city.received[0]!;
    expect(path).toBe('/api/v1/inbound/siak');
    expect(body).toEqual({
      correlationId: birth.correlationId,
      status: 'ACK',
      kode: '00',
      pesan: 'Peristiwa tercatat di SIAK Terpusat',
      nomorDokumen: expect.stringMatching(/^SIAK-LAHIR-\d{8}-\d{8}$/) as string,
    });
    const header = headers['x-siak-signature'] as string;
    expect(header).toMatch(/^sha256=[0-9a-f]{64}$/);
    expect(isSiakSignature({ secret: TEST_SECRET, rawBody: raw, header })).toBe(true);
    expect(isSiakSignature({ secret: TEST_SECRET, rawBody: `${raw} `, header })).toBe(false);
    expect(isSiakSignature({ secret: TEST_SECRET, rawBody: raw, header: undefined })).toBe(false);
    expect(headers['traceparent']).toBe(traceparent);
  });

  it('makes the newborn known, even where the city’s numbering meets a magic serial', async () => {
    const nik = '3273026011269011';
    await expect(client().verify({ nik, name: child.name })).resolves.toEqual({ kind: 'deceased' });
    await client().submitEvent({ ...birth, payload: { ...birth.payload, child: { ...child, nik } } });
    await expect(client().verify({ nik, name: child.name, birthDate: child.birthDate })).resolves.toEqual({
      kind: 'matched',
      fields: { name: { match: true, score: 100 }, birthDate: { match: true } },
    });
  });

  it('makes the dead dead, and nobody else', async () => {
    await simulator.residents([BANDUNG_MOTHER, { ...BANDUNG_MOTHER, nik: '3273025505909002' }]);
    const payload = {
      jenazah: { nik: BANDUNG_MOTHER.nik, noKk: BANDUNG_MOTHER.noKk },
      pelapor: { nik: '3273025505909002' },
    };
    await client().submitEvent({ correlationId: 'death-1', kind: 'MATI', payload });
    await expect(client().verify({ nik: BANDUNG_MOTHER.nik, name: 'x' })).resolves.toEqual({
      kind: 'deceased',
    });
    await expect(client().verify({ nik: '3273025505909002', sex: 2 })).resolves.toMatchObject({
      kind: 'matched',
    });
  });

  it('of an arrival gives people their new address', async () => {
    await simulator.residents([BANDUNG_MOTHER]);
    const alamat = { kodeWilayah: '32.73.01.1001', alamat: 'JL. SUKASARI 5', rt: '001', rw: '001' };
    const payload = {
      alamatTujuan: alamat,
      noKk: '3273010101269001',
      anggota: [{ nik: BANDUNG_MOTHER.nik }],
    };
    await client().submitEvent({ correlationId: 'arrival-1', kind: 'DATANG', payload });
    const asked = { familyCardNumber: '3273010101269001', address: 'JL. SUKASARI 5' };
    await expect(client().verify({ nik: BANDUNG_MOTHER.nik, ...asked })).resolves.toEqual({
      kind: 'matched',
      fields: { familyCardNumber: { match: true }, address: { match: true, score: 100 } },
    });
  });

  it('that comes again is the same posting with the same answer, and is acknowledged again', async () => {
    await client().submitEvent(birth);
    await city.until(1);
    const { mother, child: same, areaCode } = birth.payload;
    const reordered = { ...birth, payload: { areaCode, mother, child: same } };
    await expect(client().submitEvent(reordered)).resolves.toEqual({ kind: 'accepted' });
    await city.until(2);
    expect(city.received[1]!.body).toEqual(city.received[0]!.body);
    await until(async () => (await simulator.postings())[0]?.callback.delivered === 2);
    expect(await simulator.postings()).toMatchObject([
      { correlationId: birth.correlationId, received: 2, status: 'ACK' },
    ]);
  });

  it('with a used correlationId and another content is refused', async () => {
    await client().submitEvent(birth);
    await expect(client().submitEvent({ ...birth, payload: { child: null } })).resolves.toEqual({
      kind: 'refused',
      status: 409,
      code: 'CORRELATION_ID_DIPAKAI',
      message: 'correlationId sudah dipakai untuk isi lain',
    });
  });

  it('that is malformed is refused without a repeat', async () => {
    await expect(client().submitEvent({ ...birth, kind: 'lahir' })).resolves.toMatchObject({
      kind: 'refused',
      status: 400,
    });
    expect(await simulator.postings()).toEqual([]);
  });

  it('whose reply is lost took effect once, however often it is repeated', async () => {
    await simulator.faults({ lostReplyRate: 1 });
    await expect(client().submitEvent(birth)).resolves.toEqual({ kind: 'unavailable', reason: 'http' });
    await simulator.reset();
    await expect(client().submitEvent(birth)).resolves.toEqual({ kind: 'accepted' });
    expect(await simulator.postings()).toMatchObject([{ received: 4 }]);
  });
});

describe('an acknowledgement', () => {
  it('is repeated until the city takes it', async () => {
    city.answers = () => (city.received.length < 3 ? 503 : 202);
    await client().submitEvent(birth);
    await city.until(3);
    await until(async () => (await simulator.postings())[0]?.callback.delivered === 1);
    expect(new Set(city.received.map(({ raw }) => raw)).size).toBe(1);
  });

  it('is a NACK for the next n postings, the same for a repeat, and leaves the population alone', async () => {
    await simulator.faults({ nackNext: 1 });
    await client().submitEvent(birth);
    await expect(client().verify({ nik: child.nik, name: child.name })).resolves.toEqual({
      kind: 'not-found',
    });
    await client().submitEvent({ ...birth, correlationId: 'report-2:register' });
    await city.until(2);
    const status = (id: string) =>
      city.received.filter(({ body }) => body['correlationId'] === id).map(({ body }) => body['status']);
    expect(status('report-1:register')).toEqual(['NACK']);
    expect(status('report-2:register')).toEqual(['ACK']);
    await client().submitEvent(birth);
    await city.until(3);
    expect(status('report-1:register')).toEqual(['NACK', 'NACK']);
    expect((await simulator.call('/sim/control/faults')).body['nackNext']).toBe(0);
  });

  it('can come twice, late, or not at all', async () => {
    await simulator.faults({ duplicateAck: true });
    await client().submitEvent(birth);
    await city.until(2);

    await simulator.faults({ duplicateAck: false, ackDelayMs: 80 });
    const before = performance.now();
    await client().submitEvent({ ...birth, correlationId: 'late' });
    await city.until(3);
    expect(performance.now() - before).toBeGreaterThan(75);

    await simulator.faults({ ackDelayMs: 0, dropAckRate: 1 });
    await client().submitEvent({ ...birth, correlationId: 'dropped' });
    await pause(40);
    expect(city.received).toHaveLength(3);
    await simulator.reset();
    await client().submitEvent({ ...birth, correlationId: 'dropped' });
    await simulator.faults({ ackDelayMs: 0 });
    await city.until(4);
  });

  it('waits while SIAK is down', async () => {
    await simulator.faults({ ackDelayMs: 200 });
    await client().submitEvent(birth);
    await simulator.faults({ down: true });
    await pause(300);
    expect(city.received).toHaveLength(0);
    await simulator.faults({ down: false });
    await city.until(1);
  });
});

describe('a restart', () => {
  it('keeps postings, people and what is owed', async () => {
    await simulator.residents([BANDUNG_MOTHER]);
    await simulator.faults({ ackDelayMs: 60_000 });
    await client().submitEvent(birth);
    await simulator.stop();
    // As a SIGKILL in the middle of a line would leave it.
    await appendFile(join(folder, 'simulator', 'memory.jsonl'), '{"table":"people","key":"32');
    await start();
    await city.until(1);
    await client().submitEvent(birth);
    expect(await simulator.postings()).toMatchObject([{ correlationId: birth.correlationId, received: 2 }]);
    await expect(client().verify({ nik: BANDUNG_MOTHER.nik, sex: 2 })).resolves.toMatchObject({
      kind: 'matched',
    });
    await expect(simulator.residents([BANDUNG_MOTHER])).resolves.toMatchObject({ changed: 0, total: 2 });
    await simulator.stop();
    await start();
    expect(await simulator.postings()).toMatchObject([{ received: 2 }]);
  });

  it('after a reset of the state knows nothing any more', async () => {
    await client().submitEvent(birth);
    await city.until(1);
    await simulator.call('/sim/control/reset', { state: true });
    expect(await simulator.postings()).toEqual([]);
    await simulator.stop();
    await start();
    expect(await simulator.postings()).toEqual([]);
    expect(await readFile(join(folder, 'simulator', 'memory.jsonl'), 'utf8')).toBe('');
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 3_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('did not come true within 3 s');
    await pause(5);
  }
}

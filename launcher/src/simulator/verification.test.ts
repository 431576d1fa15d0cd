import { createDukcapilClient } from '@lampid/db/integration/dukcapil/client';
import type { DukcapilClientOptions } from '@lampid/db/integration/dukcapil/options';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BANDUNG_MOTHER, PAPUAN, startTestSimulator, type TestSimulator } from './simulator.fixture.js';

let simulator: TestSimulator;

beforeAll(async () => {
  simulator = await startTestSimulator({ clientIps: ['10.0.0.7'], institutions: ['lampid-32-73'] });
  const extra = { nik: '9101012345679001', nama: 'SERIAL SEMBILAN RIBU', tanggalLahir: '1967-05-23' };
  await simulator.residents(
    [
      PAPUAN,
      BANDUNG_MOTHER,
      { ...BANDUNG_MOTHER, nik: '3273025505909002', status: 'MATI' },
      { ...BANDUNG_MOTHER, nik: '3273025505909003', status: 'GANDA' },
      { ...BANDUNG_MOTHER, nik: '3273025505909004', status: 'NONAKTIF' },
      { ...PAPUAN, ...extra },
    ],
    { '91': 'PAPUA', '91.71': 'KOTA JAYAPURA', '91.71.01': 'JAYAPURA UTARA', '91.71.01.1001': 'GURABESI' },
  );
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

function client(change: Partial<DukcapilClientOptions> = {}) {
  return createDukcapilClient({
    dukcapilUrl: simulator.url,
    institutionId: 'lampid-32-73',
    userId: 'lampid',
    password: 'lampid-demo',
    clientIp: '10.0.0.7',
    guard: { retryBaseMs: 1 },
    ...change,
  });
}

const mother = { nik: BANDUNG_MOTHER.nik, name: 'Siti Rahayu', birthDate: '1990-05-15', sex: 2 } as const;

describe('CALL_NIK', () => {
  it('answers NIK and KK as JSON numbers, digit by digit, in the public envelope', async () => {
    const { status, text } = await simulator.call('/dukcapil/get_json/lampid-32-73/CALL_NIK', {
      nik: PAPUAN.nik,
      user_id: 'lampid',
      password: 'lampid-demo',
      ip_user: '10.0.0.7',
    });
    expect(status).toBe(200);
    expect(text).toContain('"NIK":9171013112009001,');
    expect(text).toContain('"NO_KK":9171010101209001,');
    expect(text).toMatch(/"lastPage":true,"numberOfElements":1,.*"quotaLimiter":999999}$/);
    expect(text).toContain('"PROP_NAME":"PAPUA","NO_KAB":71,"KAB_NAME":"KOTA JAYAPURA","NO_KEC":1');
    expect(String((JSON.parse(text) as { content: [{ NIK: number }] }).content[0].NIK)).not.toBe(PAPUAN.nik);
  });

  it('is read by the client without losing a digit', async () => {
    await expect(client().readBiodata('9101012345679001')).resolves.toMatchObject({
      kind: 'found',
      biodata: {
        nik: '9101012345679001',
        familyCardNumber: '9171010101209001',
        birthDate: '1967-05-23',
        sex: 1,
      },
    });
  });

  it('refuses what is not a NIK without spending a call', async () => {
    const dukcapil = client();
    await expect(dukcapil.readBiodata('91710131120090')).resolves.toEqual({ kind: 'bad-format' });
    await expect(dukcapil.verify({ ...mother, nik: 'x' })).resolves.toEqual({ kind: 'bad-format' });
    expect(dukcapil.quota()).toBeNull();
  });
});

describe('CALL_VERIFY_BY_ELEMEN', () => {
  it('compares what was asked and nothing else', async () => {
    await expect(client().verify(mother)).resolves.toEqual({
      kind: 'matched',
      fields: { name: { match: true, score: 100 }, birthDate: { match: true }, sex: { match: true } },
    });
  });

  it('scores names by likeness', async () => {
    const outcome = async (name: string) => {
      const answer = await client().verify({ ...mother, name });
      return answer.kind === 'matched' ? answer.fields.name : answer;
    };
    await expect(outcome('Siti Rahayuu')).resolves.toEqual({ match: true, score: 92 });
    await expect(outcome('Siti Rahmah')).resolves.toEqual({ match: false, score: 73 });
    // Too far apart for a score: the service says a bare "Tidak Sesuai".
    await expect(outcome('Bambang Wijaya Kusuma')).resolves.toEqual({ match: false, score: 40 });
  });

  it('says which exact fields differ', async () => {
    const question = {
      nik: mother.nik,
      birthDate: '1990-05-16',
      sex: 1,
      familyCardNumber: BANDUNG_MOTHER.noKk ?? null,
    } as const;
    await expect(client().verify(question)).resolves.toEqual({
      kind: 'matched',
      fields: { birthDate: { match: false }, sex: { match: false }, familyCardNumber: { match: true } },
    });
  });

  it.each([
    ['9011', 'deceased'],
    ['9012', 'duplicate'],
    ['9013', 'not-found'],
    ['9014', 'inactive'],
    ['9015', 'bad-format'],
  ])('answers the magic serial %s with %s, by both methods', async (serial, kind) => {
    const nik = `327302150590${serial}`;
    await expect(client().verify({ ...mother, nik })).resolves.toEqual({ kind });
    await expect(client().readBiodata(nik)).resolves.toEqual({ kind });
  });

  it.each([
    ['3273025505909002', 'deceased'],
    ['3273025505909003', 'duplicate'],
    ['3273025505909004', 'inactive'],
    ['3273025505909005', 'not-found'],
    ['3273023102909001', 'bad-format'],
    ['3273025505900000', 'bad-format'],
  ])('answers %s with %s', async (nik, kind) => {
    await expect(client().verify({ ...mother, nik })).resolves.toEqual({ kind });
  });

  it.each([
    ['a wrong password', { password: 'wrong' }],
    ['an unknown address', { clientIp: '10.0.0.8' }],
    ['an unknown institution', { institutionId: 'other' }],
    ['an empty account', { userId: '' }],
  ])(
    'refuses %s, which is no outage: the breaker stays closed and nothing is repeated',
    async (_name, change) => {
      const dukcapil = client({ ...change, guard: { breakAfter: 1, retries: 5, retryBaseMs: 1 } });
      await expect(dukcapil.verify(mother)).resolves.toEqual({ kind: 'unavailable', reason: 'login' });
      expect(Object.fromEntries(dukcapil.breakers())).toEqual({ dukcapil: 'closed', siak: 'closed' });
    },
  );

  it('answers HTTP 200 whatever is asked', async () => {
    for (const body of [
      '{"NIK":',
      '[]',
      '{"USER_ID":"lampid","PASSWORD":"lampid-demo","IP_USER":"10.0.0.7"}',
    ]) {
      const { status, text } = await simulator.call(
        '/dukcapil/get_json/lampid-32-73/CALL_VERIFY_BY_ELEMEN',
        body,
      );
      expect([status, text]).toEqual([200, expect.stringContaining('Parameter Tidak Lengkap / Tidak Valid')]);
    }
  });
});

describe('quota', () => {
  it('counts down, warns once below 20 % and then says that it is used up', async () => {
    await simulator.faults({ quota: 5 });
    const dukcapil = client({ cacheTtlMs: 0, dailyQuota: 10 });
    const warnings: unknown[] = [];
    dukcapil.listen((event) => event.event === 'quota-low' && warnings.push(event.quota));
    for (const left of [4, 3, 2]) {
      await dukcapil.verify(mother);
      expect(dukcapil.quota()).toEqual({ left, limit: 10 });
    }
    expect(warnings).toEqual([]);
    await dukcapil.verify(mother);
    await expect(dukcapil.verify(mother)).resolves.toMatchObject({ kind: 'matched' });
    await expect(dukcapil.verify(mother)).resolves.toEqual({ kind: 'unavailable', reason: 'quota' });
    expect(warnings).toEqual([{ left: 1, limit: 10 }]);
    expect(dukcapil.breakers().get('dukcapil')).toBe('closed');
  });
});

describe('cache', () => {
  it('keeps positive answers only, until they are forgotten or too old', async () => {
    let now = Date.parse('2026-11-22T08:00:00Z');
    const dukcapil = client({ now: () => now, cacheTtlMs: 48 * 60 * 60 * 1000 });
    const cached: boolean[] = [];
    dukcapil.listen((event) => event.event === 'call' && cached.push(event.cached));
    await dukcapil.verify(mother);
    await dukcapil.verify(mother);
    await dukcapil.verify({ ...mother, name: 'Another Name' });
    await dukcapil.verify({ ...mother, name: 'Another Name' });
    expect(cached).toEqual([false, true, false, false]);
    await dukcapil.verify(mother);
    dukcapil.forget(mother.nik);
    await dukcapil.verify(mother);
    now += 24 * 60 * 60 * 1000 - 1;
    await dukcapil.verify(mother);
    now += 1;
    await dukcapil.verify(mother);
    expect(cached.slice(4)).toEqual([false, false, true, false]);
  });
});

describe('outages', () => {
  it('times out on the magic serial 9099', async () => {
    const dukcapil = client({ timeoutMs: 60, guard: { retries: 1, retryBaseMs: 1 } });
    await expect(dukcapil.verify({ ...mother, nik: '3273021505909099' })).resolves.toEqual({
      kind: 'unavailable',
      reason: 'timeout',
    });
  });

  it('opens the breaker after time-outs, tries again half open, closes when the service is back', async () => {
    const dukcapil = client({
      timeoutMs: 250,
      cacheTtlMs: 0,
      guard: { retries: 0, retryBaseMs: 1, breakAfter: 3, halfOpenAfterMs: 120 },
    });
    const states: string[] = [];
    dukcapil.listen((event) => event.event === 'breaker' && states.push(`${event.service} ${event.state}`));
    await simulator.faults({ timeoutRate: 1 });
    for (const reason of ['timeout', 'timeout', 'timeout', 'open']) {
      await expect(dukcapil.verify(mother)).resolves.toEqual({ kind: 'unavailable', reason });
    }
    expect(Object.fromEntries(dukcapil.breakers())).toEqual({ dukcapil: 'open', siak: 'closed' });
    // SIAK has a breaker of its own; what it says to an unknown letter shows that it was asked.
    await simulator.reset();
    await expect(dukcapil.lookupLetter('SKPWNI/3171/01012026/0001')).resolves.toEqual({ kind: 'not-found' });

    await simulator.faults({ timeoutRate: 1 });
    await pause(130);
    await expect(dukcapil.verify(mother)).resolves.toEqual({ kind: 'unavailable', reason: 'timeout' });
    await expect(dukcapil.verify(mother)).resolves.toEqual({ kind: 'unavailable', reason: 'open' });
    await simulator.reset();
    await pause(130);
    await expect(dukcapil.verify(mother)).resolves.toMatchObject({ kind: 'matched' });
    expect(dukcapil.breakers().get('dukcapil')).toBe('closed');
    expect(states).toEqual(
      ['open', 'half-open', 'open', 'half-open', 'closed'].map((state) => `dukcapil ${state}`),
    );
  });

  it.each([true, '503'] as const)('tells %s from an answer and repeats the question', async (down) => {
    await simulator.faults({ down });
    const dukcapil = client({ guard: { retries: 20, retryBaseMs: 20, breakAfter: 50 } });
    const answer = dukcapil.verify(mother);
    await pause(10);
    await simulator.reset();
    await expect(answer).resolves.toMatchObject({ kind: 'matched' });
    await simulator.faults({ down });
    await expect(client({ guard: { retries: 1, retryBaseMs: 1 } }).verify(mother)).resolves.toEqual({
      kind: 'unavailable',
      reason: 'http',
    });
  });

  it('lets through no more calls at once than agreed, and no more waiting ones', async () => {
    await simulator.faults({ latencyP50Ms: 40, latencyP99Ms: 40 });
    const dukcapil = client({ cacheTtlMs: 0, guard: { concurrency: 2, queue: 2, retries: 0 } });
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => dukcapil.verify(mother)));
    const kinds = outcomes.map((outcome) => (outcome.kind === 'unavailable' ? outcome.reason : outcome.kind));
    expect(kinds.sort()).toEqual(['busy', 'busy', 'matched', 'matched', 'matched', 'matched']);
  });

  it('fails the same calls in the same order for the same seed', async () => {
    const run = async () => {
      await simulator.reset();
      await simulator.faults({ errorRate: 0.5 });
      const kinds: string[] = [];
      for (let i = 0; i < 16; i += 1) {
        const dukcapil = client({ cacheTtlMs: 0, guard: { retries: 0 } });
        kinds.push((await dukcapil.verify(mother)).kind);
      }
      return kinds;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set(['matched', 'unavailable']));
    await expect(run()).resolves.toEqual(first);
  });
});

describe('privacy', () => {
  it('shows nobody a NIK: neither its log nor what the client reports', async () => {
    const dukcapil = client({ guard: { retries: 0 }, timeoutMs: 50 });
    const events: unknown[] = [];
    dukcapil.listen((event) => events.push(event));
    await dukcapil.verify(mother);
    await dukcapil.verify({ ...mother, nik: '3273021505909099' });
    const told = JSON.stringify(events);
    expect(told).toMatch(/3273\*{8}9001#[0-9a-f]{8}/);
    expect(told).not.toMatch(/\d{16}/);
    expect(simulator.logged()).toContain('CALL_VERIFY_BY_ELEMEN');
    expect(simulator.logged()).not.toMatch(/\d{16}/);
  });

  it('keeps the throw of a listener from the caller', async () => {
    const dukcapil = client();
    const end = dukcapil.listen(() => {
      throw new Error('telemetry is broken');
    });
    await expect(dukcapil.verify(mother)).resolves.toMatchObject({ kind: 'matched' });
    end();
  });
});

describe('data balikan', () => {
  it('takes what an institution returns once, with a bearer token', async () => {
    const send = async (headers: Record<string, string>, nik: string) => {
      const body = [
        { id_lembaga: '1', nama_lembaga: 'LAMPID', data: [{ NIK: nik, param: [{ CUSTOMER_ID: 'T-1' }] }] },
      ];
      const response = await fetch(`${simulator.url}/dukcapil/data_balikan`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      return [response.status, ((await response.json()) as { message: string }).message];
    };
    await expect(send({}, mother.nik)).resolves.toEqual([401, 'Unauthorized']);
    await expect(send({ authorization: 'Bearer t' }, mother.nik)).resolves.toEqual([200, 'Success']);
    await expect(send({ authorization: 'Bearer t' }, mother.nik)).resolves.toEqual([
      400,
      'Data sudah pernah dikirim',
    ]);
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A real simulator on a port of its own, for tests of it and of everything that calls it. */
import { readSimulatorConfig, type SimulatorConfig } from './config.js';
import type { Faults } from './faults.js';
import { createLog } from './log.js';
import type { PersonInput } from './person.js';
import { startSimulator, type Simulator } from './simulator.js';

export const TEST_SECRET = 'secret-of-the-tests';

export interface TestSimulator extends Simulator {
  /** What it logged so far. */
  logged(): string;
  faults(patch: Partial<Faults>): Promise<void>;
  reset(): Promise<void>;
  residents(
    rows: PersonInput[],
    areaNames?: Record<string, string>,
  ): Promise<{ changed: number; total: number }>;
  postings(): Promise<
    { correlationId: string; received: number; status: string; callback: { delivered: number } }[]
  >;
  /** Any call: status and parsed body. */
  call(
    path: string,
    body?: unknown,
  ): Promise<{ status: number; text: string; body: Record<string, unknown> }>;
}

/** Starts without latency and delays, with quick retries. */
export async function startTestSimulator(
  change: Partial<SimulatorConfig> = {},
  now?: () => Date,
): Promise<TestSimulator> {
  let logged = '';
  const config = readSimulatorConfig({
    PORT: '0',
    SIAK_SECRET: TEST_SECRET,
    SIM_LATENCY_P50_MS: '0',
    SIM_ACK_DELAY_MS: '0',
  });
  const log = createLog((line) => {
    logged += line;
  });
  const simulator = await startSimulator(
    { ...config, retryBaseMs: 15, ...change },
    now ? { log, now } : { log },
  );
  const call: TestSimulator['call'] = async (path, body) => {
    const response = await fetch(simulator.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(3_000),
    });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as Record<string, unknown> };
  };
  return {
    ...simulator,
    logged: () => logged,
    call,
    faults: async (patch) => void (await call('/sim/control/faults', patch)),
    reset: async () => void (await call('/sim/control/reset', {})),
    async residents(rows, areaNames) {
      const { body } = await call('/sim/control/residents', { residents: rows, areaNames });
      return body as { changed: number; total: number };
    },
    async postings() {
      const { body } = await call('/sim/control/postings');
      return body['items'] as Awaited<ReturnType<TestSimulator['postings']>>;
    },
  };
}

/** Born 31 December 2000 in Jayapura: the NIK exceeds 2^53 (DOMAIN.md 1.1). */
export const PAPUAN: PersonInput = {
  nik: '9171013112009001',
  noKk: '9171010101209001',
  nama: 'YUSUF WENDA',
  jenisKelamin: 1,
  tempatLahir: 'JAYAPURA',
  tanggalLahir: '2000-12-31',
  statusKawin: 2,
  shdk: 1,
  namaIbu: 'MARIA WENDA',
  alamat: 'JL. KENANGA NO. 3',
  rt: '001',
  rw: '004',
  kodePos: '99111',
  kodeWilayah: '91.71.01.1001',
};

export const BANDUNG_MOTHER: PersonInput = {
  nik: '3273025505909001',
  noKk: '3273020101159001',
  nama: 'SITI RAHAYU',
  jenisKelamin: 2,
  tempatLahir: 'BANDUNG',
  tanggalLahir: '1990-05-15',
  statusKawin: 2,
  shdk: 3,
  namaIbu: 'TUTI WATI',
  alamat: 'JL. DAGO NO. 12',
  rt: '002',
  rw: '003',
  kodeWilayah: '32.73.02.1004',
};

import { exportForDukcapil } from '@lampid/db/seed/export-for-dukcapil';
import { createTestDatabase, type TestDatabase } from '@lampid/db/testing/test-database';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestSimulator, type TestSimulator } from './simulator.fixture.js';

const DAGO = '32.73.02.1004';
const KK = '3273020101159001';
let database: TestDatabase;
let simulator: TestSimulator;

beforeAll(async () => {
  [database, simulator] = await Promise.all([createTestDatabase(), startTestSimulator()]);
  const areas = [
    ['32', null, 'Jawa Barat', 1],
    ['32.73', '32', 'Kota Bandung', 2],
    ['32.73.02', '32.73', 'Coblong', 3],
    [DAGO, '32.73.02', 'Dago', 4],
  ];
  for (const area of areas) {
    await database.dataSource.query(
      `insert into reference.area (code, parent, name, level) values ($1, $2, $3, $4) on conflict do nothing`,
      area,
    );
  }
  await database.dataSource.query(
    `insert into registry.family_card (id, number, area_code, street, rt, rw, opened_on) values ($1, $2, $3, 'JL. DAGO 1', '001', '002', '2015-01-01')`,
    [randomUUID(), KK, DAGO],
  );
  await resident('3273021505909001', 'BUDI SANTOSO', 'active');
  await resident('3273021505909002', 'AGUS SANTOSO', 'dead');
  await resident('3273021505909003', 'RUDI SANTOSO', 'void');
}, 60_000);
afterAll(async () => {
  await simulator.stop();
  await database.drop();
});

async function resident(nik: string, name: string, status: string): Promise<void> {
  const id = randomUUID();
  await database.dataSource.query(
    `insert into registry.resident (id, nik, name, sex, birth_place, birth_date, religion, marital_status, education, occupation,
       blood_type, citizenship, status, card_number, area_code)
     values ($1, $2, $3, 1, 'BANDUNG', '1990-05-15', 1, 1, 5, 15, 13, 1, $4, $5, $6)`,
    [id, nik, name, status, status === 'active' ? KK : null, status === 'active' ? DAGO : null],
  );
  if (status !== 'active') return;
  await database.dataSource.query(
    `insert into registry.membership (card_id, resident_id, relation, position, since)
     select id, $1, 1, 1, '2015-01-01' from registry.family_card where number = $2`,
    [id, KK],
  );
}

const callNik = async (nik: string) => {
  const body = { nik, user_id: 'lampid', password: 'lampid-demo', ip_user: '::1' };
  return (await simulator.call('/dukcapil/get_json/x/CALL_NIK', body)).text;
};

it('makes residents known with address and area names, and leaves what the simulator knows as it is', async () => {
  const push = () => exportForDukcapil(database.dataSource.manager, { dukcapilUrl: simulator.url });
  await expect(push()).resolves.toBe(2);
  const living = await callNik('3273021505909001');
  expect(living).toContain(`"NO_KK":${KK},"NAMA_LGKP":"BUDI SANTOSO"`);
  expect(living).toContain('"STAT_HBKEL":"KEPALA KELUARGA"');
  expect(living).toContain('"ALAMAT":"JL. DAGO 1","NO_RT":1,"NO_RW":2');
  expect(living).toContain('"PROP_NAME":"JAWA BARAT"');
  expect(living).toContain('"KEL_NAME":"DAGO"');
  expect(await callNik('3273021505909002')).toContain('Meninggal Dunia');
  expect(await callNik('3273021505909003')).toContain('Data Tidak Ditemukan');

  await database.dataSource.query(
    `update registry.resident set name = 'CHANGED' where nik = '3273021505909001'`,
  );
  await expect(push()).resolves.toBe(0);
  expect(await callNik('3273021505909001')).toContain('BUDI SANTOSO');
});

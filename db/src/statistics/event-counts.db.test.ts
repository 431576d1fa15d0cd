/** Statistics by age: how old people were at their event, by the birth date that is known now. */
import { randomUUID } from 'node:crypto';
import type { EffectResult } from '@lampid/domain/registry/change';
import { correctResident } from '@lampid/domain/registry/correct-resident';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { setConfiguration } from '../reference/configuration.js';
import { applyEffect } from '../registry/apply-effect.js';
import { loadSnapshot } from '../registry/load-snapshot.js';
import { reverseRegistration } from '../registry/reverse-registration.js';
import { expectBalanced } from '../testing/balance.js';
import { arrivalOf, birthOf } from '../testing/effects.js';
import { addFamily, COUPLE, type TestFamily } from '../testing/families.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { eventLines } from './event-counts.js';

const DAGO = '32.73.02.1004';
const TODAY = '2026-11-22';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await setConfiguration(database.dataSource, { key: 'nik.serialStart', value: 9001, by: 'test' });
}, 60_000);
afterAll(() => database.drop());

const manager = () => database.dataSource.manager;
const apply = (effect: EffectResult, reportId = randomUUID()) =>
  database.dataSource
    .transaction((tx) =>
      applyEffect(tx, { reportId, workId: randomUUID(), effect, today: TODAY, city: '32.73' }),
    )
    .then((applied) => ({ ...applied, reportId }));

async function corrected(nik: string, birthDate: string): Promise<EffectResult> {
  const registry = await loadSnapshot(manager(), { niks: [nik], familyCards: [], childrenOf: [] });
  return correctResident({ registry, nik, elements: { birthDate }, eventDate: TODAY, today: TODAY });
}

/** Ages of the area's events of a kind, each as often as it is counted. */
async function ages(kind: string): Promise<Record<string, number>> {
  await expectBalanced(manager());
  const period = { area: DAGO, from: '2026-01-01', until: '2027-01-01' };
  const counted: Record<string, number> = {};
  for (const { part, amount, ...line } of await eventLines(manager(), { ...period, by: 'age' })) {
    if (line.kind === kind) counted[part!] = (counted[part!] ?? 0) + amount;
  }
  return Object.fromEntries(Object.entries(counted).filter(([, amount]) => amount !== 0));
}

let home: TestFamily;
beforeEach(async () => {
  home = await addFamily(manager(), { areaCode: DAGO, members: COUPLE });
});

it('follows a corrected birth date there and back', async () => {
  const before = await ages('birth');
  const { registered } = await apply(birthOf(home, 'ANAK USIA', '2026-11-20'));
  const { nik } = registered.residents.find(({ ref }) => ref === '$child')!;
  expect(await ages('birth')).toEqual({ ...before, 0: (before[0] ?? 0) + 1 });

  // Two years and a day before the event, then a day less than two.
  await apply(await corrected(nik, '2024-11-19'));
  expect(await ages('birth')).toEqual({ ...before, 2: 1 });
  await apply(await corrected(nik, '2024-11-21'));
  expect(await ages('birth')).toEqual({ ...before, 1: 1 });
  await apply(await corrected(nik, '2026-11-20'));
  expect(await ages('birth')).toEqual({ ...before, 0: (before[0] ?? 0) + 1 });
});

it('counts who comes again with another birth date, written by one statement with the line', async () => {
  const niks: [string, string] = ['3374011005909101', '3374015005909101'];
  const address = home.card.address;
  const { reportId } = await apply(arrivalOf(niks, address));
  const first = await ages('arrival');
  await database.dataSource.transaction((tx) => reverseRegistration(tx, { reportId, today: TODAY }));
  const younger = arrivalOf(niks, address);
  for (const change of younger.changes)
    if (change.op === 'create-resident') change.resident.birthDate = '2010-05-10';
  await apply(younger);
  expect(Object.values(first).reduce((sum, amount) => sum + amount, 0)).toBe(2);
  expect(await ages('arrival')).toEqual({ 16: 2 });
});

import { randomUUID } from 'node:crypto';
import type { Address } from '@lampid/domain/registry/snapshot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setConfiguration } from '../reference/configuration.js';
import { moveOut } from '../testing/effects.js';
import { addFamily, COUPLE } from '../testing/families.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { applyEffect } from './apply-effect.js';
import {
  closeLetter,
  confirmLetterMember,
  findLetter,
  letterOfReport,
  releaseLetter,
  reserveLetter,
} from './move-letters.js';
import { reverseRegistration } from './reverse-registration.js';

const SEMARANG: Address = {
  areaCode: '33.74.01.1001',
  street: 'JL. PEMUDA NO. 1',
  rt: '001',
  rw: '001',
  postalCode: null,
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 40 });
  await setConfiguration(database.dataSource, { key: 'nik.serialStart', value: 9001, by: 'test' });
}, 60_000);
afterAll(() => database.drop());

/** A couple that moved out with a letter valid until 2027-04-20. */
async function letter() {
  const family = await addFamily(database.dataSource.manager, { areaCode: '32.73.02.1004', members: COUPLE });
  const reportId = randomUUID();
  const { registered } = await database.dataSource.transaction((tx) =>
    applyEffect(tx, {
      reportId,
      workId: randomUUID(),
      effect: moveOut(family, family.people, SEMARANG),
      today: '2026-11-22',
      city: '32.73',
    }),
  );
  return { number: registered.letters[0]!.number, reportId, niks: family.people.map((person) => person.nik) };
}
const manager = () => database.dataSource.manager;
const reserve = (
  number: string,
  reservationId: string,
  { today = '2026-12-01', niks = null }: { today?: string; niks?: string[] | null } = {},
) =>
  database.dataSource.transaction((tx) =>
    reserveLetter(tx, { number, reservationId, niks, today, graceDays: 30 }),
  );
const confirm = (number: string, reservationId: string, nik: string | null) =>
  database.dataSource.transaction((tx) => confirmLetterMember(tx, { number, reservationId, nik }));
const release = (number: string, reservationId: string) =>
  database.dataSource.transaction((tx) => releaseLetter(tx, { number, reservationId }));
const close = (reportId: string, status: 'expired' | 'cancelled') =>
  database.dataSource.transaction((tx) => closeLetter(tx, { reportId, status }));

describe('a move letter', () => {
  it('is what another city may see of it', async () => {
    const { number, reportId, niks } = await letter();
    const seen = await findLetter(manager(), number);
    expect(seen).toMatchObject({
      number,
      status: 'issued',
      originCity: '32.73',
      originAddress: { areaCode: '32.73.02.1004', street: 'JL. CONTOH NO. 1', rt: '001', rw: '002' },
      destination: SEMARANG,
      issuedOn: '2026-11-22',
      validUntil: '2027-04-20',
    });
    expect(seen!.members.map((member) => [member.nik, member.relation, member.confirmed])).toEqual([
      [niks[0], 1, false],
      [niks[1], 3, false],
    ]);
    expect(await letterOfReport(manager(), reportId)).toEqual(seen);
    expect(await findLetter(manager(), 'SKPWNI/3273/01012026/0001')).toBeNull();
  });

  it('is reserved once, confirmed person by person, and used when all have arrived', async () => {
    const { number, reportId, niks } = await letter();
    expect(await confirm(number, 'A', niks[0]!)).toEqual({ kind: 'refused', reason: 'not-reserved' });
    expect(await reserve(number, 'A')).toMatchObject({
      kind: 'held',
      status: 'reserved',
      reportId,
      remaining: 2,
    });
    expect(await reserve(number, 'A')).toMatchObject({
      kind: 'held',
      status: 'reserved',
      reportId,
      remaining: 2,
    });
    expect(await reserve(number, 'B')).toEqual({ kind: 'refused', reason: 'reserved' });
    expect(await confirm(number, 'B', niks[0]!)).toEqual({ kind: 'refused', reason: 'reserved' });
    expect(await confirm(number, 'A', '3374011005909001')).toEqual({
      kind: 'refused',
      reason: 'not-a-member',
    });
    expect(await confirm(number, 'A', niks[0]!)).toMatchObject({ status: 'reserved', remaining: 1 });
    expect(await confirm(number, 'A', niks[0]!)).toMatchObject({ status: 'reserved', remaining: 1 });
    expect(await confirm(number, 'A', niks[1]!)).toMatchObject({ status: 'used', remaining: 0 });
    expect(await confirm(number, 'A', niks[1]!)).toMatchObject({ status: 'used', remaining: 0 });
    expect(await reserve(number, 'A')).toMatchObject({ kind: 'held', status: 'used' });
    expect(await reserve(number, 'B')).toEqual({ kind: 'refused', reason: 'used' });
    expect(await close(reportId, 'expired')).toBe(false);
  });

  it('holds the people who come: a family in parts, each with an arrival of its own', async () => {
    const { number, reportId, niks } = await letter();
    const [first, second] = [niks[0]!, niks[1]!];
    expect(await reserve(number, 'A', { niks: ['3374011005909001'] })).toMatchObject({
      reason: 'not-a-member',
    });
    await reserve(number, 'A', { niks: [first] });
    expect(await reserve(number, 'B', { niks })).toEqual({ kind: 'refused', reason: 'reserved' });
    expect(await reserve(number, 'B', { niks: [second] })).toMatchObject({
      status: 'reserved',
      remaining: 2,
    });
    expect(await confirm(number, 'A', second)).toEqual({ kind: 'refused', reason: 'reserved' });
    expect(await release(number, 'B')).toMatchObject({ status: 'reserved' });
    expect(await confirm(number, 'A', null)).toMatchObject({ status: 'issued', remaining: 1 });
    expect(await confirm(number, 'A', second)).toEqual({ kind: 'refused', reason: 'not-reserved' });
    expect(await reserve(number, 'B', { niks })).toEqual({ kind: 'refused', reason: 'used' });
    expect(await reserve(number, 'B')).toMatchObject({ kind: 'held', status: 'reserved', remaining: 1 });
    expect(await close(reportId, 'expired')).toBe(false);
    expect(await confirm(number, 'B', null)).toMatchObject({ status: 'used', remaining: 0 });
    expect(await reserve(number, 'C')).toEqual({ kind: 'refused', reason: 'used' });
  });

  it('of a family that came in part brings back the others when it ends', async () => {
    const { number, reportId, niks } = await letter();
    await reserve(number, 'A', { niks: [niks[1]!] });
    await confirm(number, 'A', null);
    expect(await close(reportId, 'expired')).toBe(true);
    const reversed = await database.dataSource.transaction((tx) =>
      reverseRegistration(tx, { reportId, today: '2027-06-01' }),
    );
    // The card that both left was closed: with one of them gone a person says where the other lives.
    expect(reversed).toEqual({ outcome: 'undone', needsPerson: true });
    const people = await manager().query<{ nik: string; status: string; away: number }[]>(
      `select nik, status, (select coalesce(sum(p.sign), 0)::int from registry.posting p
         where p.resident_id = r.id and p.report_id = $1 and p.unit = 'person') as away
       from registry.resident r where nik = any($2::text[]) order by nik = $3`,
      [reportId, niks, niks[1]],
    );
    expect(people.map(({ status, away }) => [status, away])).toEqual([
      ['active', 0],
      ['moved-out', -1],
    ]);
  });

  it('is free again when the arrival is undone', async () => {
    const { number, reportId } = await letter();
    await reserve(number, 'A');
    await confirm(number, 'A', null);
    expect(await release(number, 'B')).toMatchObject({ kind: 'held', status: 'used' });
    expect(await release(number, 'A')).toMatchObject({
      kind: 'held',
      status: 'issued',
      reportId,
      remaining: 2,
    });
    expect(await release(number, 'A')).toMatchObject({ kind: 'held', status: 'issued' });
    expect(await reserve(number, 'B')).toMatchObject({ kind: 'held', status: 'reserved' });
  });

  it('closes once, and then refuses', async () => {
    const [expired, cancelled] = [await letter(), await letter()];
    expect(await close(expired.reportId, 'expired')).toBe(true);
    expect(await close(expired.reportId, 'cancelled')).toBe(true);
    expect(await close(cancelled.reportId, 'cancelled')).toBe(true);
    expect(await reserve(expired.number, 'A')).toEqual({ kind: 'refused', reason: 'expired' });
    expect(await reserve(cancelled.number, 'A')).toEqual({ kind: 'refused', reason: 'cancelled' });
    expect(await confirm(cancelled.number, 'A', null)).toEqual({ kind: 'refused', reason: 'cancelled' });
    expect(await reserve('SKPWNI/3273/01012026/0001', 'A')).toEqual({ kind: 'refused', reason: 'not-found' });
    expect((await findLetter(manager(), expired.number))!.status).toBe('expired');
  });

  it('may be reserved within its days of grace and not after', async () => {
    const { number } = await letter();
    expect(await reserve(number, 'A', { today: '2027-05-21' })).toEqual({
      kind: 'refused',
      reason: 'expired',
    });
    expect(await reserve(number, 'A', { today: '2027-05-20' })).toMatchObject({ kind: 'held' });
  });

  it('has one winner when expiry, cancellation and reservations meet', async () => {
    for (let round = 0; round < 15; round++) {
      const { number, reportId } = await letter();
      const [first, second, expired, cancelled] = await Promise.all([
        reserve(number, 'A'),
        reserve(number, 'B'),
        close(reportId, 'expired'),
        close(reportId, 'cancelled'),
      ]);
      const held = [first, second].filter((answer) => answer.kind === 'held').length;
      const { status } = (await findLetter(manager(), number))!;
      if (held === 1) {
        expect(status).toBe('reserved');
        expect(await close(reportId, 'expired')).toBe(false);
        expect([expired, cancelled]).toEqual([false, false]);
      } else {
        expect(held).toBe(0);
        expect(['expired', 'cancelled']).toContain(status);
        expect([expired, cancelled]).toEqual([true, true]);
      }
    }
  });
});

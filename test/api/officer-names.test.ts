/** Who did something is read by name; whose name somebody may not read is left out. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { asSentBy } from '../src/support/sent-by.js';
import type { DemoUser } from '../src/support/token.js';

const ask = async (user: DemoUser, usernames: string[]) =>
  (await as(user)).get('/api/v1/officers/names').query({ usernames: usernames.join(',') });

async function namesFor(user: DemoUser, ...usernames: string[]): Promise<Record<string, string>> {
  const { status, body } = await ask(user, usernames);
  expect(status).toBe(200);
  return Object.fromEntries(
    body.items.map(({ username, name }: { username: string; name: string }) => [username, name]),
  );
}

describe('names', () => {
  it('officers know each other, also of other areas; who does not exist is left out', async () => {
    const asked = ['supervisor.coblong', 'kadis.bandung', 'analyst', 'nobody.at-all'];
    const known = {
      ...{ 'supervisor.coblong': 'Dadang Hidayat', 'kadis.bandung': 'Tatang Suryana' },
      analyst: 'Fajar Nugraha',
    };
    for (const user of ['operator.dago', 'supervisor.sukasari', 'analyst2', 'auditor'] as const)
      expect(await namesFor(user, ...asked)).toEqual(known);
  });

  it('an account outside of the office is named only where it belongs or has reported', async () => {
    const rt = { 'rt01.dago': 'Ujang Suherman' };
    expect(await namesFor('operator.dago', 'rt01.dago')).toEqual(rt);
    expect(await namesFor('supervisor.coblong', 'rt01.dago')).toEqual(rt);
    expect(await namesFor('auditor', 'rt01.dago')).toEqual(rt);
    expect(await namesFor('supervisor.sukasari', 'rt01.dago')).toEqual({});
    expect(await namesFor('analyst', 'rt01.dago')).toEqual({});

    // The hospital is the city's: a kelurahan knows it by what it sent there.
    const data = await asSentBy('rs.hasan-sadikin', 'birth');
    const hospital = await as('rs.hasan-sadikin');
    const sent = hospital.post('/api/v1/reports').set('Idempotency-Key', randomUUID());
    await sent.send({ type: 'birth', data }).expect(201);
    const named = { 'rs.hasan-sadikin': 'RSUP Dr. Hasan Sadikin' };
    expect(await namesFor('operator.dago', 'rs.hasan-sadikin')).toEqual(named);
    expect(await namesFor('supervisor.sukasari', 'rs.hasan-sadikin')).toEqual({});
  });

  it('nobody from outside of the office asks, and not for a whole list', async () => {
    for (const user of ['warga.dago', 'rt01.dago', 'rs.hasan-sadikin'] as const)
      expect((await ask(user, ['supervisor.coblong'])).status).toBe(403);
    expect((await ask('auditor', [])).status).toBe(422);
    const many = Array.from({ length: 51 }, (_, at) => `u${at}`);
    expect((await ask('auditor', many)).status).toBe(422);
  });

  it('a name that two bear is told to be shared', async () => {
    const admin = await as('admin.bandung');
    const name = `Nama Sama ${randomUUID().slice(0, 8)}`;
    const twins = ['a', 'b'].map((which) => `kembar-${which}-${randomUUID().slice(0, 8)}`);
    const shared = async () =>
      (await ask('operator.dago', twins)).body.items.map((item: { shared: boolean }) => item.shared);
    const add = async (username: string) => {
      const user = { username, name, email: null, role: 'operator', areaCode: '32.73.02.1004' };
      await admin.post('/api/v1/users').send(user).expect(201);
    };
    await add(twins[0]!);
    expect(await shared()).toEqual([false]);
    await add(twins[1]!);
    expect(await shared()).toEqual([true, true]);
  });
});

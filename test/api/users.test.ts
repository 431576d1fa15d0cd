/** An admin makes, changes and ends accounts of the own city, and never locks themselves out. */
import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { Visitor } from '../src/support/visitor.js';

const unique = () => `uji.${Date.now().toString(36)}${Math.floor(Math.random() * 1000)}`;
const operator = {
  name: 'Petugas Uji',
  email: null,
  role: 'operator',
  areaCode: '32.73.02.1004',
  rt: null,
  rw: null,
};

describe('accounts', () => {
  it('are made, changed with their version, and ended; every change is in the audit log', async () => {
    const admin = await as('admin.bandung');
    const username = unique();
    const { body: made } = await admin
      .post('/api/v1/users')
      .send({ username, ...operator })
      .expect(201);
    expect(made).toMatchObject({ username, role: 'operator', areaName: 'Dago', active: true, version: 1 });
    await admin
      .post('/api/v1/users')
      .send({ username, ...operator })
      .expect(409);

    const supervisor = { ...operator, role: 'supervisor', areaCode: '32.73.02' };
    const change = (body: object) => admin.put(`/api/v1/users/${username}`).send(body);
    await change({ ...supervisor, active: true, version: 1 }).expect(200);
    await change({ ...supervisor, active: true, version: 1 }).expect(409);
    await change({ ...supervisor, active: false, version: 2 }).expect(200);
    const { body: list } = await admin.get(`/api/v1/users?q=${username}`).expect(200);
    expect(list).toMatchObject({ foreignIssuer: false, items: [{ role: 'supervisor', active: false }] });

    const { body: audit } = await admin.get('/api/v1/audit?actor=admin.bandung&limit=20').expect(200);
    const entries = (audit.items as { object: string; action: string; detail: { after: object } }[]).filter(
      ({ object }) => object === `user:${username}`,
    );
    expect(entries.map(({ action }) => action)).toEqual(['user.changed', 'user.changed', 'user.created']);
    expect(entries[0]!.detail.after).toMatchObject({ role: 'supervisor', active: false });
  });

  it('that lose a right are signed out at once', async () => {
    const admin = await as('admin.bandung');
    const username = 'operator.lebakgede';
    const { body: list } = await admin.get(`/api/v1/users?q=${username}`).expect(200);
    const { demo: _, areaName: __, username: ___, awayUntil: ____, ...before } = list.items[0];
    const visitor = new Visitor();
    await visitor.get(`/auth/login?as=${username}&returnTo=/healthz`);
    await visitor.api().get('/api/v1/session').expect(200);
    const { body: ended } = await admin
      .put(`/api/v1/users/${username}`)
      .send({ ...before, active: false })
      .expect(200);
    await visitor.api().get('/api/v1/session').expect(401);
    await admin
      .put(`/api/v1/users/${username}`)
      .send({ ...before, active: true, version: ended.version })
      .expect(200);
    await visitor.api().get('/api/v1/session').expect(401);
  });

  it('are refused where they make no sense, and one cannot take the own rights away', async () => {
    const admin = await as('admin.bandung');
    const send = async (over: object) =>
      (await admin.post('/api/v1/users').send({ username: unique(), ...operator, ...over })).status;
    expect(await send({ areaCode: '32.73' })).toBe(422);
    expect(await send({ role: 'citizen' })).toBe(422);
    expect(await send({ areaCode: '32.73.99.1999' })).toBe(422);
    expect(await send({ areaCode: '32.77.01.1001' })).toBe(404);
    expect(await send({ username: 'Besar Kecil' })).toBe(422);
    const { body: list } = await admin.get('/api/v1/users?q=admin.bandung').expect(200);
    const { demo: _, areaName: __, awayUntil: ___, username, ...own } = list.items[0];
    await admin
      .put(`/api/v1/users/${username}`)
      .send({ ...own, active: false })
      .expect(409);
    await admin
      .put(`/api/v1/users/${username}`)
      .send({ ...own, role: 'auditor' })
      .expect(409);
    for (const user of ['supervisor.coblong', 'auditor', 'rt01.dago'] as const)
      await (await as(user)).get('/api/v1/users').expect(403);
  });
});

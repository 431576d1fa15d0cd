/** The whole contract, role by role, and with what nobody sends by accident: whom it answers, whom not, and that it never breaks. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anonymous, as } from '../src/support/api.js';
import { contractRoutes, filled, type ContractRoute } from '../src/support/contract.js';
import type { DemoUser } from '../src/support/token.js';
import { ANSWERS, PUBLIC } from './who-may-ask.js';

const OFFICE = ['operator', 'supervisor', 'verifikator', 'kadis', 'admin'];
const WHO: Record<string, DemoUser> = {
  ...{ operator: 'operator.dago', supervisor: 'supervisor.coblong', verifikator: 'verif.bandung' },
  ...{ kadis: 'kadis.bandung', admin: 'admin.bandung', analyst: 'analyst', auditor: 'auditor' },
  ...{ rtrw: 'rt01.dago', hospital: 'rs.hasan-sadikin', citizen: 'warga.dago' },
};
const NUL = String.fromCharCode(0);
/** It begins a practice and never ends, asked as they stand. */
const NOT_WALKED = ['post /api/v1/practice', 'get /api/v1/tasks/stream'];

const rolesOf = new Map(
  Object.entries(ANSWERS).flatMap(([roles, names]) =>
    names.map((name) => [name, roles.split(' ').flatMap((role) => (role === 'office' ? OFFICE : [role]))]),
  ),
);
const ask = (
  agent: Awaited<ReturnType<typeof as>> | ReturnType<typeof anonymous>,
  { method }: ContractRoute,
  address: string,
) => (method === 'get' ? agent.get(address) : agent[method](address).send({}));

/** Positions that no list of ours ends at. */
const FORGED = [['x', 'y'], ['x'], [-5], [1e300], [null, null], [{}, []], ['2026-02-31', NUL]].map((values) =>
  Buffer.from(JSON.stringify(values)).toString('base64url'),
);

describe('the contract', () => {
  it('is told here whole', async () => {
    const routes = (await contractRoutes()).map(({ name }) => name);
    expect([...PUBLIC, ...rolesOf.keys()].sort()).toEqual(routes.sort());
  });

  it('answers nobody who is not signed in', async () => {
    for (const route of (await contractRoutes()).filter(({ isPublic }) => !isPublic)) {
      const { status, body } = await ask(
        anonymous(),
        route,
        filled(route, () => randomUUID()),
      );
      expect([route.name, status, body.type]).toEqual([route.name, 401, '/problems/not-signed-in']);
    }
  });

  it.each(Object.entries(WHO))(
    'answers %s where that is their work, keeps nothing in a cache, and knows nothing of an unknown id',
    async (role, user) => {
      const agent = await as(user);
      const wrong: string[] = [];
      for (const route of await contractRoutes()) {
        if (route.isPublic || (NOT_WALKED.includes(route.name) && rolesOf.get(route.name)!.includes(role)))
          continue;
        const { status, body, headers } = await ask(
          agent,
          route,
          filled(route, () => randomUUID()),
        );
        const refused = status === 403 && body.type === '/problems/wrong-role';
        const told = `${route.name} ${status}`;
        if (refused === rolesOf.get(route.name)!.includes(role)) wrong.push(`${told} for ${role}`);
        if (status >= 500 || (status < 300 && route.path.includes('{'))) wrong.push(told);
        if (!String(headers['cache-control']).includes('no-store')) wrong.push(`${told} is cached`);
        if (headers['x-content-type-options'] !== 'nosniff') wrong.push(`${told} may be sniffed`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('does not break over characters that are no text, and positions that are none', async () => {
    const broken: string[] = [];
    for (const route of await contractRoutes()) {
      if (route.method !== 'get' || NOT_WALKED.includes(route.name)) continue;
      const role = rolesOf
        .get(route.name)
        ?.find((one) => one === 'admin' || one === 'analyst' || one === 'auditor');
      const agent = role ? await as(WHO[role]!) : anonymous();
      const asked = [
        ...(route.path.includes('{') ? [filled(route, () => NUL), filled(route, () => `x${NUL}`)] : []),
        ...route.parameters.flatMap((parameter) =>
          parameter.in !== 'query'
            ? []
            : (parameter.name === 'cursor' ? FORGED : [NUL, '-1', '__proto__', '9'.repeat(40)]).map(
                (value) =>
                  `${filled(route, () => randomUUID())}?${parameter.name}=${encodeURIComponent(value)}`,
              ),
        ),
      ];
      for (const address of asked) {
        const { status } = await agent.get(address);
        if (status >= 500) broken.push(`${status} ${address}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('does not break over such a body either', async () => {
    const operator = await as('operator.dago');
    // As they are sent: a library that writes JSON has limits of its own.
    const values = ['"a\\u0000b"', '"\\ud800"', '['.repeat(50_000) + ']'.repeat(50_000)];
    const json = 'application/json';
    for (const value of values) {
      const sent = [
        operator
          .put(`/api/v1/reports/${randomUUID()}`)
          .type(json)
          .send(`{"type":"birth","data":{"child":{"name":${value}}}}`),
        operator.post('/api/v1/residents/search').type(json).send(`{"name":${value}}`),
        anonymous().post('/api/v1/track').type(json).send(`{"ticket":${value},"digits":"1234"}`),
      ];
      for (const answer of await Promise.all(sent))
        expect([answer.status, answer.body.errors?.[0].code]).toEqual([
          422,
          expect.stringMatching(/^(NO_TEXT|TOO_DEEP)$/),
        ]);
    }
    for (const cursor of FORGED) {
      const { status } = await operator.post('/api/v1/residents/search').send({ name: 'siti', cursor });
      expect([200, 422]).toContain(status);
    }
  });
});

/** What lies in another area, or is another's own, is not there: for every route of the contract that takes its id. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, exampleOf, submit, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { contractRoutes, filled, type ContractRoute } from '../src/support/contract.js';
import { asSentBy } from '../src/support/sent-by.js';
import type { DemoUser } from '../src/support/token.js';

const STRANGERS: DemoUser[] = ['operator.cigadung', 'operator.cipaganti', 'supervisor.sukasari'];
const OUTSIDE: DemoUser[] = ['rs.hasan-sadikin', 'warga.dago', 'rt01.dago'];

/** What stands under the first part of an address, of the case of another kelurahan. */
let ids: Record<string, string[]>;
let openTask: string;
let draft: string;

beforeAll(async () => {
  const operator = await as('operator.dago');
  const data = await asSentBy('operator.dago', 'birth');
  const { id } = await submit('birth', data);
  const { id: taskId } = await untilTask(id, 'review', 'supervisor.coblong');
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  const { documents, result } = await untilStatus(id, 'completed');
  const { body: letter } = await operator
    .post(`/api/v1/residents/${result!['resident']}/letters`)
    .send({ kind: 'biodata' })
    .expect(201);
  const collected = { collectedBy: 'Siti', relation: 'self', shown: 'kk' };
  const { body: handover } = await operator
    .post(`/api/v1/reports/${id}/handovers`)
    .send({ documents: [documents[0]!.id], ...collected })
    .expect(201);
  const unsent = await asSentBy('operator.dago', 'birth');
  const open = await submit('birth', await exampleOf('birth'));
  openTask = (await untilTask(open.id, 'review', 'supervisor.coblong')).id;
  draft = randomUUID();
  await operator.put(`/api/v1/reports/${draft}`).send({ type: 'birth', data: {} }).expect(200);
  ids = {
    reports: [id, open.id, draft],
    documents: [
      documents[0]!.id,
      data.documents[0]!.attachmentId,
      letter.id,
      unsent.documents[0]!.attachmentId,
    ],
    tasks: [taskId, openTask],
    residents: [result!['resident']!],
    'family-cards': [result!['familyCard']!],
    handovers: [handover.id],
    cases: [id],
    attachments: [data.documents[0]!.attachmentId],
  };
}, 180_000);

/** A sound body, where a route wants one: the refusal is to be of the id. */
function bodyOf({ name }: ContractRoute): object {
  const collected = { documents: [ids['documents']![0]!], collectedBy: 'X Y', relation: 'self', shown: 'kk' };
  return (
    {
      'put /api/v1/reports/{id}': { type: 'birth', data: {} },
      'post /api/v1/reports/{id}/cancel': { reason: 'coba-coba' },
      'post /api/v1/reports/{id}/handovers': collected,
      'post /api/v1/reports/{id}/satisfaction': { score: 5 },
      'post /api/v1/residents/{id}/letters': { kind: 'biodata' },
      'post /api/v1/residents/{id}/reveal': { reason: 'coba-coba' },
      'post /api/v1/tasks/{id}/hand': { to: 'operator.cigadung' },
      'put /api/v1/tasks/{id}/draft': { data: {} },
      'post /api/v1/tasks/{id}/urge': { urgent: true },
      'post /api/v1/tasks/{id}/complete': { outcome: 'approve' },
    }[name] ?? {}
  );
}

async function routesWithIds() {
  const known = Object.keys(ids);
  const routes = await contractRoutes();
  return routes.filter(
    ({ path, method }) =>
      known.some((kind) => path.startsWith(`/api/v1/${kind}/{`)) &&
      // An upload is a file: `attachments-and-documents.test.ts` asks for another's.
      !(method !== 'get' && path.startsWith('/api/v1/attachments/')),
  );
}

it.each([...STRANGERS, ...OUTSIDE])('nothing of it answers %s', async (user) => {
  const agent = await as(user);
  const told: string[] = [];
  const routes = await routesWithIds();
  expect(routes.length).toBeGreaterThan(30);
  for (const route of routes) {
    for (const id of ids[route.path.split('/')[3]!]!) {
      const address = filled(route, () => id);
      const call =
        route.method === 'get' ? agent.get(address) : agent[route.method](address).send(bodyOf(route));
      const { status, body } = await call;
      if (status !== 404 && body.type !== '/problems/wrong-role') told.push(`${route.name} ${status}`);
    }
  }
  expect(told).toEqual([]);
});

it('a draft is its author’s, in the own office as well', async () => {
  for (const user of ['operator2.dago', 'supervisor.coblong', 'auditor', 'admin.bandung'] as const)
    expect((await (await as(user)).get(`/api/v1/reports/${draft}`)).status).toBe(404);
});

it('an absent thing and another area’s are told apart by nothing', async () => {
  const agent = await as('operator.cigadung');
  const reading = (await routesWithIds()).filter(({ method }) => method === 'get');
  const told = ({ traceId: _, instance: __, ...problem }: Record<string, unknown>) => problem;
  for (const route of reading) {
    const [foreign, absent] = await Promise.all(
      [ids[route.path.split('/')[3]!]![0]!, randomUUID()].map((id) => agent.get(filled(route, () => id))),
    );
    expect([route.name, told(foreign!.body)]).toEqual([route.name, told(absent!.body)]);
  }
});

it('lists and counts name nothing of it', async () => {
  const agent = await as('operator.cigadung');
  for (const address of ['tasks', 'reports', 'incidents', 'handovers/waiting']) {
    const { text } = await agent.get(`/api/v1/${address}?limit=200`).expect(200);
    for (const id of [ids['reports']![0]!, ids['reports']![1]!, draft, openTask])
      expect(text).not.toContain(id);
  }
  for (const address of ['reports', 'statistics/cases', 'incidents', 'recap'])
    expect((await agent.get(`/api/v1/${address}?area=32.73.02.1004`)).status).toBe(404);
});

/** Whom a report names: asked by number, answered to the counter of the own area only, and kept. */
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { exampleOf } from '../src/support/case-pilot.js';
import { testStack } from '../src/support/stack.js';

let db: DataSource;
beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 2, applicationName: 'lampid-test' });
});
afterAll(() => db.destroy());

const STRANGER = '3273020101909998';

it('a NIK of the own area answers with its person and card, and the look is kept without the number', async () => {
  const operator = await as('operator.dago');
  const { mother, familyCardNumber } = (await exampleOf('birth')) as {
    mother: { nik: string; name: string };
    familyCardNumber: string;
  };
  const { body } = await operator
    .post('/api/v1/residents/lookup')
    .send({ nik: mother.nik, type: 'birth' })
    .expect(200);
  expect(body.person).toMatchObject({ ...mother, sex: 2, status: 'active', familyCardNumber });
  expect(body.person.birthDate).toMatch(/^\d{4}$/);
  const kept: { object: string; detail: object }[] = await db.query(
    `select object, detail from kernel.audit where action = 'resident.looked-up' order by id desc limit 1`,
  );
  expect(kept[0]).toMatchObject({ detail: { type: 'birth', found: true } });
  expect(JSON.stringify(kept)).not.toContain(mother.nik);

  const family = await operator
    .post('/api/v1/family-cards/lookup')
    .send({ number: familyCardNumber, type: 'move' })
    .expect(200);
  const { members } = family.body.family as { members: { nik: string; relation: number }[] };
  expect(members.map(({ nik }) => nik)).toContain(mother.nik);
  expect(members[0]!.relation).toBe(1);
});

it('nobody else is found, and nobody else may ask', async () => {
  const [elsewhere]: { nik: string; number: string }[] = await db.query(
    `select nik, card_number as number from registry.resident
     where area_code <> '32.73.02.1004' and card_number is not null and status = 'active' limit 1`,
  );
  const operator = await as('operator.dago');
  const person = { nik: elsewhere!.nik, type: 'birth' };
  const family = { number: elsewhere!.number, type: 'move' };
  expect((await operator.post('/api/v1/residents/lookup').send(person).expect(200)).body).toEqual({
    person: null,
  });
  expect((await operator.post('/api/v1/family-cards/lookup').send(family).expect(200)).body).toEqual({
    family: null,
  });
  const unknown = await operator
    .post('/api/v1/residents/lookup')
    .send({ ...person, nik: STRANGER })
    .expect(200);
  expect(unknown.body).toEqual({ person: null });
  await operator
    .post('/api/v1/residents/lookup')
    .send({ ...person, nik: '12' })
    .expect(422);
  await operator
    .post('/api/v1/residents/lookup')
    .send({ ...person, type: 'nothing' })
    .expect(404);
  for (const user of ['supervisor.coblong', 'rs.hasan-sadikin', 'warga.dago', 'rt01.dago'] as const)
    await (await as(user)).post('/api/v1/residents/lookup').send(person).expect(403);
});

/** The registry: masked unless revealed, and only where one works. */
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, exampleOf, submit, untilStatus } from '../src/support/case-pilot.js';
import { testStack } from '../src/support/stack.js';
import type { DemoUser } from '../src/support/token.js';

let db: DataSource;
beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 2, applicationName: 'lampid-test' });
});
afterAll(() => db.destroy());

const FULL = /(?<!\d)\d{16}(?!\d)/;

async function search(user: string, body: object) {
  return (await as(user as DemoUser)).post('/api/v1/residents/search').send(body);
}

describe('a registered birth', () => {
  it('puts the child with a NIK on the family card', async () => {
    const data = await exampleOf('birth');
    const { id } = await submit('birth', data);
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    const { result } = await untilStatus(id, 'completed');
    const agent = await as('operator.dago');
    const { body: child } = await agent.get(`/api/v1/residents/${result!['resident']}`).expect(200);
    expect(child).toMatchObject({
      name: (data['child'] as { name: string }).name,
      status: 'active',
      relation: 4,
    });
    expect(child.nik).toMatch(/^3273\*{8}\d{4}$/);
    const { body: card } = await agent.get(`/api/v1/family-cards/${child.familyCardId}`).expect(200);
    expect((card.members as { residentId: string }[]).map(({ residentId }) => residentId)).toContain(
      child.id,
    );
    expect(JSON.stringify([child, card])).not.toMatch(FULL);
    expect(child.deeds).toEqual([
      expect.objectContaining({ kind: 'birth', number: expect.stringMatching(/^3273-LU-/) }),
    ]);
  });
});

describe('residents', () => {
  it('are found by name, by NIK and by family card, with masked numbers, page by page', async () => {
    const data = await exampleOf('birth');
    const mother = data['mother'] as { nik: string; name: string };
    const byNik = await search('operator.dago', { nik: mother.nik });
    expect(byNik.body.items).toEqual([expect.objectContaining({ name: mother.name, sex: 2 })]);
    expect(JSON.stringify(byNik.body)).not.toMatch(FULL);
    const byCard = await search('operator.dago', { familyCardNumber: data['familyCardNumber'] });
    expect(byCard.body.items.length).toBeGreaterThan(1);
    const first = await search('operator.dago', { name: 'siti', limit: 2 });
    const second = await search('operator.dago', { name: 'siti', limit: 2, cursor: first.body.next });
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it('of another area are not found', async () => {
    const data = await exampleOf('birth');
    const { nik } = data['mother'] as { nik: string };
    expect((await search('operator.cipaganti', { nik })).body.items).toEqual([]);
    const id = (await search('supervisor.coblong', { nik })).body.items[0].id as string;
    const read = async (user: string) =>
      (await (await as(user as DemoUser)).get(`/api/v1/residents/${id}`)).status;
    expect(await read('operator.dago')).toBe(200);
    expect(await read('operator.cipaganti')).toBe(404);
    expect(await read('analyst')).toBe(403);
  });

  it('are revealed for a reason, which is kept with who asked', async () => {
    const data = await exampleOf('birth');
    const { nik } = data['mother'] as { nik: string };
    const id = (await search('operator.dago', { nik })).body.items[0].id as string;
    const agent = await as('operator.dago');
    await agent.post(`/api/v1/residents/${id}/reveal`).send({}).expect(422);
    const { body } = await agent
      .post(`/api/v1/residents/${id}/reveal`)
      .send({ reason: 'cocokkan dengan KK asli' })
      .expect(200);
    expect(body).toMatchObject({ nik, revealed: true });
    const audit: { actor: string; detail: object }[] = await db.query(
      `select actor, detail from kernel.audit where action = 'resident.revealed' and object = $1`,
      [`resident:${id}`],
    );
    expect(audit).toEqual([{ actor: 'operator.dago', detail: { reason: 'cocokkan dengan KK asli' } }]);
    await (
      await as('auditor')
    )
      .post(`/api/v1/residents/${id}/reveal`)
      .send({ reason: 'ingin tahu' })
      .expect(403);
  });

  it('leave a trace wherever they are read: in a letter, behind a number of the recap, in a book', async () => {
    const data = await exampleOf('birth');
    const { nik } = data['mother'] as { nik: string };
    const id = (await search('operator.dago', { nik })).body.items[0].id as string;
    const operator = await as('operator.dago');
    const auditor = await as('auditor');
    const { body: letter } = await operator
      .post(`/api/v1/residents/${id}/letters`)
      .send({ kind: 'biodata' })
      .expect(201);
    await auditor.get(letter.href).expect(200);
    await auditor.get(`${letter.href}?format=json`).expect(200);
    const actsOn = (object: string): Promise<{ action: string; detail: object }[]> =>
      db.query(
        `select action, detail from kernel.audit where actor = 'auditor' and object = $1 order by id desc limit 2`,
        [object],
      );
    const opened = { action: 'letter.opened', detail: {} };
    expect(await actsOn(`document:${letter.id}`)).toEqual([opened, opened]);

    const area = '32.73.02.1004';
    const about = `month=2026-11&area=${area}`;
    await auditor.get(`/api/v1/recap/names?${about}&row=closing&cell=all`).expect(200);
    await auditor.get(`/api/v1/recap/books/b2?${about}`).expect(200);
    const read = { action: 'recap.names-read', detail: { month: '2026-11', book: 'b2' } };
    const asked = { ...read, detail: { month: '2026-11', row: 'closing', cell: 'all' } };
    expect(await actsOn(`recap:${area}`)).toEqual([read, asked]);
  });

  it('need one question, of the right shape', async () => {
    expect((await search('operator.dago', {})).status).toBe(422);
    expect((await search('operator.dago', { nik: '123' })).status).toBe(422);
    expect((await search('operator.dago', { nik: '3273020101909001', name: 'siti' })).status).toBe(422);
  });
});

describe('the recap', () => {
  it('counts a birth in the month it was registered, and adds up', async () => {
    const births = async () => {
      const { body } = await (await as('operator.dago')).get('/api/v1/recap').expect(200);
      const row = (body.rows as { id: string; totals: { all: number } }[]).find(({ id }) => id === 'birth');
      return { all: row!.totals.all, checks: body.checks as { id: string; holds: boolean | null }[] };
    };
    const before = await births();
    const { id } = await submit('birth', await exampleOf('birth'));
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await untilStatus(id, 'completed');
    const after = await births();
    expect(after.all).toBe(before.all + 1);
    expect(after.checks.filter(({ holds }) => holds === false)).toEqual([]);
  });

  it('is for an area of one’s own and a month that exists', async () => {
    const agent = await as('operator.dago');
    await agent.get('/api/v1/recap?area=32.73.02.1001').expect(404);
    await agent.get('/api/v1/recap?month=2026-13').expect(422);
    await (await as('analyst')).get('/api/v1/recap').expect(403);
    const city = await (await as('admin.bandung')).get('/api/v1/recap?area=32.73').expect(200);
    expect(city.body.areaName).toContain('Bandung');
  });
});

describe('areas', () => {
  it('are listed below one another and found by name', async () => {
    const agent = await as('operator.dago');
    const { body } = await agent.get('/api/v1/areas?parent=32.73.02').expect(200);
    expect(body.items).toContainEqual({ code: '32.73.02.1004', name: 'Dago', level: 4 });
    expect((await agent.get('/api/v1/areas?q=coblong')).body.items[0]).toMatchObject({ name: 'Coblong' });
  });
});

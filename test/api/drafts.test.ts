/** Drafts of reports: kept unfinished, by their maker only, and never overwritten unseen. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { exampleOf, postReport, readReport, submitExample, untilTask } from '../src/support/case-pilot.js';

describe('drafts', () => {
  it('are kept unfinished, are their maker’s own, and become the report', async () => {
    const id = randomUUID();
    const agent = await as('operator.dago');
    await agent
      .put(`/api/v1/reports/${id}`)
      .send({ type: 'birth', data: { child: { name: 'Belum' } } })
      .expect(200);
    expect(await readReport(id)).toMatchObject({ status: 'draft', data: { child: { name: 'Belum' } } });
    await (await as('operator2.dago')).get(`/api/v1/reports/${id}`).expect(404);
    await (
      await as('operator2.dago')
    )
      .put(`/api/v1/reports/${id}`)
      .send({ type: 'birth', data: {} })
      .expect(404);

    const data = await exampleOf('birth');
    await agent.put(`/api/v1/reports/${id}`).send({ type: 'birth', data }).expect(200);
    const submitted = await postReport('operator.dago', { type: 'birth', data, draftId: id });
    expect(submitted.body).toMatchObject({ id, status: 'submitted' });
    await agent.put(`/api/v1/reports/${id}`).send({ type: 'birth', data }).expect(409);
    await untilTask(id, 'review', 'supervisor.coblong');
  });

  it('are not overwritten by a window that has not seen the last change; the same change again is no conflict', async () => {
    const id = randomUUID();
    const agent = await as('operator.dago');
    const save = (name: string, version?: number) =>
      agent
        .put(`/api/v1/reports/${id}`)
        .send({ type: 'birth', data: { child: { name } }, ...(version && { version }) });
    const first = await save('Satu').expect(200);
    expect((await save('Dua', first.body.version).expect(200)).body.version).toBe(first.body.version + 1);
    // Its answer was lost: sent again, it is done already.
    expect((await save('Dua', first.body.version).expect(200)).body.version).toBe(first.body.version + 1);
    const conflict = await save('Lain', first.body.version).expect(409);
    expect(conflict.body.type).toBe('/problems/draft-changed');
    expect(await readReport(id)).toMatchObject({
      version: first.body.version + 1,
      data: { child: { name: 'Dua' } },
    });
    await save('Lain').expect(200);
  });

  it('can be thrown away, by their maker only, until they are submitted', async () => {
    const id = randomUUID();
    const data = await exampleOf('birth');
    const [agent, other] = [await as('operator.dago'), await as('operator2.dago')];
    await agent.put(`/api/v1/reports/${id}`).send({ type: 'birth', data }).expect(200);
    await other.delete(`/api/v1/reports/${id}`).expect(404);
    await agent.delete(`/api/v1/reports/${id}`).expect(204);
    await agent.get(`/api/v1/reports/${id}`).expect(404);
    const { id: submitted } = await submitExample('birth');
    await agent.delete(`/api/v1/reports/${submitted}`).expect(404);
  });

  it('once thrown away do not come back from a window that still has them open', async () => {
    const id = randomUUID();
    const agent = await as('operator.dago');
    const save = (body: object) => agent.put(`/api/v1/reports/${id}`).send({ type: 'birth', ...body });
    const { body: kept } = await save({ data: { child: { name: 'Satu' } } }).expect(200);
    await agent.delete(`/api/v1/reports/${id}`).expect(204);
    const gone = await save({ data: { child: { name: 'Dua' } }, version: kept.version }).expect(404);
    expect(gone.body.type).toBe('/problems/draft-discarded');
    expect(gone.body.titles).toMatchObject({ id: expect.any(String), en: expect.any(String) });
    await agent.get(`/api/v1/reports/${id}`).expect(404);
    // Only by the will of a person, who says so by naming no version.
    await save({ data: { child: { name: 'Tiga' } } }).expect(200);
  });

  it('begun by one officer are neither kept nor submitted under the sign-in of the next', async () => {
    const id = randomUUID();
    const data = await exampleOf('birth');
    const begun = { type: 'birth', data, begunBy: 'operator.dago' };
    const next = await as('operator2.dago');
    const saved = await next.put(`/api/v1/reports/${id}`).send(begun).expect(403);
    expect(saved.body.type).toBe('/problems/begun-by-another');
    const submitted = await postReport('operator2.dago', begun);
    expect(submitted.status).toBe(403);
    expect(submitted.body.type).toBe('/problems/begun-by-another');
    await (await as('operator.dago')).put(`/api/v1/reports/${id}`).send(begun).expect(200);
    expect((await postReport('operator.dago', { ...begun, draftId: id })).body).toMatchObject({ id });
  });

  it('of somebody else are not submitted', async () => {
    const id = randomUUID();
    const data = await exampleOf('birth');
    await (await as('operator2.dago')).put(`/api/v1/reports/${id}`).send({ type: 'birth', data }).expect(200);
    expect((await postReport('operator.dago', { type: 'birth', data, draftId: id })).status).toBe(404);
  });
});

/** A case is ended by those who work on it, as long as it is not registered. */
import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import type { DemoUser } from '../src/support/token.js';

describe('cancellation', () => {
  it('ends a case that is not registered, once, for good', async () => {
    const { id } = await submitExample('birth');
    await untilTask(id, 'review', 'supervisor.coblong');
    const agent = await as('operator.dago');
    await agent.post(`/api/v1/reports/${id}/cancel`).send({}).expect(422);
    await agent.post(`/api/v1/reports/${id}/cancel`).send({ reason: 'salah orang' }).expect(200);
    await agent.post(`/api/v1/reports/${id}/cancel`).send({ reason: 'salah orang' }).expect(200);
    await untilStatus(id, 'cancelled');
    const { body } = await (await as('supervisor.coblong')).get(`/api/v1/tasks?reportId=${id}`);
    expect(body.items).toEqual([]);
  });

  it('also before the engine has heard of the case', async () => {
    const { id } = await submitExample('birth');
    await (
      await as('operator.dago')
    )
      .post(`/api/v1/reports/${id}/cancel`)
      .send({ reason: 'batal' })
      .expect(200);
    await untilStatus(id, 'cancelled');
  });

  it('is for those who work on the case', async () => {
    const { id } = await submitExample('birth');
    const cancel = async (user: string) =>
      (await (await as(user as DemoUser)).post(`/api/v1/reports/${id}/cancel`).send({ reason: 'x' })).status;
    expect(await cancel('operator.cipaganti')).toBe(404);
    expect(await cancel('auditor')).toBe(403);
    expect(await cancel('analyst')).toBe(403);
  });
});

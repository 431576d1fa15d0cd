import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';

describe('processes', () => {
  it('are listed with versions, diagram, forms and elements', async () => {
    const agent = await as('analyst');
    const { body } = await agent.get('/api/v1/processes').expect(200);
    const birth = (body.items as { key: string; eventType: string; latest: { definitionId: string } }[]).find(
      ({ key }) => key === 'birth',
    )!;
    expect(birth).toMatchObject({ eventType: 'birth' });
    const id = encodeURIComponent(birth.latest.definitionId);
    const versions = await agent.get('/api/v1/processes/birth/versions').expect(200);
    const numbers = (versions.body.items as { version: number }[]).map(({ version }) => version);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    const xml = await agent.get(`/api/v1/processes/definitions/${id}/xml`).expect(200);
    expect(xml.headers['content-type']).toContain('xml');
    const definition = await agent.get(`/api/v1/processes/definitions/${id}`).expect(200);
    expect(definition.body.elements).toContainEqual(
      expect.objectContaining({ id: 'review', type: 'userTask', outcomes: ['approve', 'return', 'reject'] }),
    );
    await agent.get(`/api/v1/processes/definitions/${id}/forms/birth-report`).expect(200);
    await agent.get('/api/v1/processes/definitions/birth%3A999%3Anone').expect(404);
    await agent.get('/api/v1/processes/no-such-process/versions').expect(404);
  });

  it('are changed by analysts only', async () => {
    const body = { resources: [{ name: 'x.bpmn', content: '<x/>' }], why: 'Uji' };
    for (const user of ['operator.dago', 'admin.bandung', 'auditor'] as const)
      await (await as(user)).post('/api/v1/processes').send(body).expect(403);
  });

  it('are refused with every fault that the lint finds', async () => {
    const agent = await as('analyst');
    const { body } = await agent.get('/api/v1/processes').expect(200);
    const base = (body.items as { key: string; latest: { definitionId: string } }[]).find(
      ({ key }) => key === 'birth',
    )!.latest.definitionId;
    const xml = (await agent.get(`/api/v1/processes/definitions/${encodeURIComponent(base)}/xml`)).text;
    const content = xml.replace('camunda:topic="notify"', 'camunda:topic="send-pigeon"');
    expect(content).not.toBe(xml);
    const answer = await agent
      .post('/api/v1/processes')
      .send({ base, resources: [{ name: 'birth.bpmn', content }], why: 'Uji lint' });
    expect(answer.body).toMatchObject({ status: 422, type: '/problems/model-refused' });
    expect(answer.body.errors).toContainEqual(
      expect.objectContaining({ severity: 'E', code: 'topic-served', field: 'birth.bpmn#remind' }),
    );
    const hostile = [{ name: 'birth.bpmn', content: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }];
    expect(
      (await agent.post('/api/v1/processes').send({ base, resources: hostile, why: 'Uji' })).status,
    ).toBe(422);
    expect((await agent.post('/api/v1/processes').send({ resources: [], why: 'Uji' })).status).toBe(422);
  });
});

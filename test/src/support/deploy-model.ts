import { expect } from 'vitest';
import { as } from './api.js';

/** The version that new cases of this process follow. */
export async function latestVersion(processKey: string): Promise<{ definitionId: string; version: number }> {
  const { body } = await (await as('analyst')).get(`/api/v1/processes/${processKey}/versions`).expect(200);
  const [latest] = body.items as { definitionId: string; version: number }[];
  return { definitionId: latest!.definitionId, version: latest!.version };
}

/** One analyst proposes a changed `birth.bpmn` over the rest of the latest version, another approves it. It must be new content. */
export async function deployBirth(content: string): Promise<void> {
  const { definitionId: base } = await latestVersion('birth');
  const proposed = await (
    await as('analyst')
  )
    .post('/api/v1/processes')
    .send({ base, resources: [{ name: 'birth.bpmn', content }], why: 'Uji perubahan model' });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(201);
  const approved = await (
    await as('analyst2')
  )
    .post(`/api/v1/model-drafts/${proposed.body.draft.id}/decide`)
    .send({ outcome: 'approve' });
  expect(approved.status, JSON.stringify(approved.body)).toBe(200);
  expect(approved.body.draft.state).toBe('deployed');
}

import { expect } from 'vitest';
import { as } from './api.js';

/** The version that new cases of this process follow. */
export async function latestVersion(processKey: string): Promise<{ definitionId: string; version: number }> {
  const { body } = await (await as('analyst')).get(`/api/v1/processes/${processKey}/versions`).expect(200);
  const [latest] = body.items as { definitionId: string; version: number }[];
  return { definitionId: latest!.definitionId, version: latest!.version };
}

/** Deploys a changed `birth.bpmn` as the analyst would, over the rest of the latest version. It must be new content. */
export async function deployBirth(content: string): Promise<void> {
  const { definitionId: base } = await latestVersion('birth');
  const answer = await (
    await as('analyst')
  )
    .post('/api/v1/processes')
    .send({ base, resources: [{ name: 'birth.bpmn', content }] });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  expect(answer.body.existed).toBe(false);
}

import { expect } from 'vitest';
import { as } from './api.js';

/** A file of a bundle. */
export interface Resource {
  name: string;
  content: string;
}

/** The version that new cases of this process follow. */
export async function latestVersion(processKey: string): Promise<{ definitionId: string; version: number }> {
  const { body } = await (await as('analyst')).get(`/api/v1/processes/${processKey}/versions`).expect(200);
  const [latest] = body.items as { definitionId: string; version: number }[];
  return { definitionId: latest!.definitionId, version: latest!.version };
}

/** The files of a version. */
export async function resourcesOf(definitionId: string): Promise<Resource[]> {
  const path = `/api/v1/processes/definitions/${encodeURIComponent(definitionId)}`;
  const { body } = await (await as('analyst')).get(path).expect(200);
  return body.resources as Resource[];
}

/** A changed `birth.bpmn` over the rest of the latest version. It must be new content. */
export async function deployBirth(content: string): Promise<void> {
  const { definitionId: base } = await latestVersion('birth');
  await deployBundle({ base, resources: [{ name: 'birth.bpmn', content }] });
}

/** One analyst proposes it, another approves; answers the versions of its processes. */
export async function deployBundle(bundle: {
  base?: string;
  resources: Resource[];
}): Promise<{ definitionId: string; processKey: string; version: number }[]> {
  const proposed = await (
    await as('analyst')
  )
    .post('/api/v1/processes')
    .send({ ...bundle, why: 'Uji perubahan model' });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(201);
  const approved = await (
    await as('analyst2')
  )
    .post(`/api/v1/model-drafts/${proposed.body.draft.id}/decide`)
    .send({ outcome: 'approve' });
  expect(approved.status, JSON.stringify(approved.body)).toBe(200);
  expect(approved.body.draft.state).toBe('deployed');
  return approved.body.definitions;
}

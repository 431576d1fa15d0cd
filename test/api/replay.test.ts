/** What an auditor plays back of a case: everything that happened to it, masked, and nobody else may. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, submitExample, untilStatus } from '../src/support/case-pilot.js';

const FULL = /(?<!\d)\d{16}(?!\d)/;

it('holds the steps, the data at every revision, the acts and the looks of a case', async () => {
  const { id } = await submitExample('birth');
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(id, 'completed');

  const auditor = await as('auditor');
  const { body, text } = await auditor.get(`/api/v1/reports/${id}/replay`).expect(200);
  expect(text).not.toMatch(FULL);
  expect((await auditor.get(`/api/v1/reports/${id}`).expect(200)).text).not.toMatch(FULL);
  const elements = (body.items as { element: string; actor: string | null }[]).map(({ element }) => element);
  expect(elements).toEqual(expect.arrayContaining(['validate', 'review', 'register']));
  expect(body.definitions).toEqual(
    expect.arrayContaining([expect.objectContaining({ processKey: 'birth' })]),
  );
  expect(body.revisions[0]).toMatchObject({ revision: 1, madeBy: 'operator.dago' });
  expect(body.revisions[0].data.child.name).toBeTruthy();
  expect((body.acts as { action: string }[]).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['report.submitted', 'task.completed', 'report.registered', 'siak.acknowledged']),
  );
  expect(body.documents).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'kutipan-akta-kelahiran', status: 'valid' })]),
  );
});

it('names everybody who looked, once for an hour', async () => {
  const { id } = await submitExample('birth');
  const looks = async () => {
    const { body } = await (await as('auditor')).get(`/api/v1/reports/${id}/replay`).expect(200);
    return (body.views as { actor: string }[]).map(({ actor }) => actor).toSorted();
  };
  const before = await looks();
  expect(before).not.toContain('kadis.bandung');
  for (let time = 0; time < 2; time++) {
    await (await as('kadis.bandung')).get(`/api/v1/reports/${id}`).expect(200);
  }
  expect(await looks()).toEqual([...before, 'kadis.bandung'].toSorted());
});

it('is for auditors and the city admin, and of a case that exists', async () => {
  const { id } = await submitExample('birth');
  await (await as('operator.dago')).get(`/api/v1/reports/${id}/replay`).expect(403);
  await (await as('supervisor.coblong')).get(`/api/v1/reports/${id}/replay`).expect(403);
  await (await as('admin.bandung')).get(`/api/v1/reports/${id}/replay`).expect(200);
  await (await as('auditor')).get(`/api/v1/reports/${randomUUID()}/replay`).expect(404);
});

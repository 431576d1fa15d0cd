/** What an auditor plays back of a case: everything that happened to it, masked, and nobody else may. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { appQuery } from '../chaos/support/register.js';
import { as } from '../src/support/api.js';
import {
  decide,
  exampleOf,
  submit,
  submitExample,
  untilStatus,
  untilTask,
} from '../src/support/case-pilot.js';

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
    expect.arrayContaining([expect.objectContaining({ kind: 'kutipan-akta-kelahiran', voidedAt: null })]),
  );
  expect(body.registrations).toEqual([
    { registeredAt: expect.any(String), reversedAt: null, revokedBy: null },
  ]);
  expect(body.ended).toEqual({ at: expect.any(String), status: 'completed' });
});

it('tells each judging with what it found, and of what was let pass by whom and when', async () => {
  const example = (await exampleOf('birth')) as { child: { name: string } };
  const misspelt = { ...example, child: { ...example.child, name: 'Budi 2' } };
  const { id } = await submit('birth', misspelt);
  await untilStatus(id, 'returned');
  await decide({ reportId: id, step: 'fix', user: 'operator.dago', outcome: 'resubmit', data: example });
  await untilTask(id, 'review', 'supervisor.coblong');

  const { body } = await (await as('auditor')).get(`/api/v1/reports/${id}/replay`).expect(200);
  const judgings = body.judgings as { at: string; version: number; findings: { code: string }[] }[];
  expect(judgings.map(({ findings }) => findings.some(({ code }) => code === 'N03'))).toEqual([
    ...[true, false, false],
  ]);
  expect(judgings[0]!.findings[0]).toMatchObject({ legalBasis: expect.any(String), acknowledgedBy: null });
  expect(judgings.map(({ at }) => at)).toEqual(judgings.map(({ at }) => at).toSorted());
  expect(judgings.every(({ version }) => version > 0)).toBe(true);

  // The workers' log of attempts tells of work, not of what is known.
  const told = async () => {
    const { body: again } = await (await as('auditor')).get(`/api/v1/reports/${id}/replay`).expect(200);
    const found = (again.items as { findings: { code: string }[] }[]).flatMap(({ findings }) => findings);
    return { judgings: again.judgings, codes: found.map(({ code }) => code) };
  };
  const before = await told();
  expect(before.codes).toContain('N03');
  await appQuery('delete from kernel.attempt where report_id = $1', [id]);
  expect(await told()).toEqual(before);
});

it('says why a case was cancelled, and that it ended so', async () => {
  const { id } = await submitExample('birth');
  await untilTask(id, 'review', 'supervisor.coblong');
  const reason = 'Keluarga menarik laporan, NIK 3273011501899001';
  await (await as('operator.dago')).post(`/api/v1/reports/${id}/cancel`).send({ reason }).expect(200);
  await untilStatus(id, 'cancelled');
  const auditor = await as('auditor');
  const { body } = await auditor.get(`/api/v1/reports/${id}/replay`).expect(200);
  const masked = { reason: 'Keluarga menarik laporan, NIK 3273********9001' };
  expect(body.acts).toContainEqual(
    expect.objectContaining({ action: 'report.cancel-requested', detail: masked }),
  );
  expect(body.ended).toMatchObject({ status: 'cancelled' });
  const trail = await auditor.get(`/api/v1/audit?reportId=${id}&action=report.cancel-requested`).expect(200);
  expect(trail.body.items).toEqual([expect.objectContaining({ detail: masked })]);
});

it('goes on after the end: a registration that another report revoked, and its documents with it', async () => {
  const birth = await submitExample('birth');
  await decide({ reportId: birth.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  const { ticket } = await untilStatus(birth.id, 'completed');
  const revocation = await submit('revocation', { ...(await exampleOf('revocation')), ticket });
  const approve = { reportId: revocation.id, outcome: 'approve' };
  await decide({ ...approve, step: 'review', user: 'supervisor.coblong' });
  await decide({ ...approve, step: 'special', user: 'kadis.bandung' });
  await untilStatus(revocation.id, 'completed');

  const { body } = await (await as('auditor')).get(`/api/v1/reports/${birth.id}/replay`).expect(200);
  const [{ reversedAt }] = body.registrations;
  expect(body.registrations).toEqual([
    expect.objectContaining({ revokedBy: { reportId: revocation.id, ticket: revocation.ticket } }),
  ]);
  expect(Date.parse(reversedAt)).toBeGreaterThan(Date.parse(body.ended.at));
  expect(body.documents.length).toBeGreaterThan(0);
  for (const { voidedAt } of body.documents) expect(voidedAt).toBe(reversedAt);
});

describe('who looked', () => {
  const looksAt = async (id: string) => {
    const { body } = await (await as('auditor')).get(`/api/v1/reports/${id}/replay`).expect(200);
    return (body.views as { actor: string }[]).map(({ actor }) => actor).toSorted();
  };

  it('is everybody, the auditor too, once for an hour', async () => {
    const { id } = await submitExample('birth');
    const before = await looksAt(id);
    expect(before).toContain('auditor');
    expect(before).not.toContain('kadis.bandung');
    const head = await as('kadis.bandung');
    const pages = ['', '/history', '/consequences', ''];
    await Promise.all(pages.map((page) => head.get(`/api/v1/reports/${id}${page}`).expect(200)));
    expect(await looksAt(id)).toEqual([...before, 'kadis.bandung'].toSorted());
  });

  it('is also who opened nothing but a file of the case', async () => {
    const { id } = await submitExample('birth');
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    const { documents, data } = await untilStatus(id, 'completed');
    const [{ attachmentId }] = data['documents'] as [{ attachmentId: string }];
    await (await as('kadis.bandung')).get(`/api/v1/documents/${attachmentId}`).expect(200);
    await (await as('verif.bandung')).get(`/api/v1/documents/${documents[0]!.id}?format=json`).expect(200);
    expect(await looksAt(id)).toEqual(expect.arrayContaining(['kadis.bandung', 'verif.bandung']));
  });
});

it('is for auditors and the city admin, and of a case that exists', async () => {
  const { id } = await submitExample('birth');
  await (await as('operator.dago')).get(`/api/v1/reports/${id}/replay`).expect(403);
  await (await as('supervisor.coblong')).get(`/api/v1/reports/${id}/replay`).expect(403);
  await (await as('admin.bandung')).get(`/api/v1/reports/${id}/replay`).expect(200);
  await (await as('auditor')).get(`/api/v1/reports/${randomUUID()}/replay`).expect(404);
});

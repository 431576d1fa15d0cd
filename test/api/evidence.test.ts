/** The evidence of a case, as an auditor takes it away and a stranger checks it. */
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { anonymous, as } from '../src/support/api.js';
import { decide, submitExample, untilStatus } from '../src/support/case-pilot.js';

const FULL = /(?<![0-9A-Za-z])\d{16}(?![0-9A-Za-z])/;

it('holds the case with its models and verifies with its own script alone', async () => {
  const { id } = await submitExample('birth');
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  const { ticket } = await untilStatus(id, 'completed');

  const auditor = await as('auditor');
  const answer = await auditor
    .get(`/api/v1/cases/${id}/evidence.zip`)
    .buffer(true)
    .responseType('blob')
    .expect(200);
  expect(answer.headers['content-disposition']).toBe(`attachment; filename="evidence-${ticket}.zip"`);
  const files = unzipSync(answer.body as Buffer);
  const text = (name: string) => Buffer.from(files[`evidence-${ticket}/${name}`]!).toString('utf8');

  const found = JSON.parse(text('case.json'));
  expect(found.case).toMatchObject({ ticket, type: 'birth', status: 'completed' });
  expect(found.revisions[0].data.child.name).toBeTruthy();
  expect(found.decisions).toEqual([
    expect.objectContaining({ element: 'review', decidedBy: 'supervisor.coblong' }),
  ]);
  for (const name of ['case.json', 'audit.json', 'documents.json']) expect(text(name)).not.toMatch(FULL);

  const { folder } = found.definitions.find(
    ({ processKey }: { processKey: string }) => processKey === 'birth',
  );
  expect(text(`${folder}/birth.bpmn`)).toContain('<bpmn:definitions');
  expect(Object.keys(files).filter((name) => /\.(dmn|form)$/.test(name)).length).toBeGreaterThan(2);

  // The trail ends with this very export.
  expect(JSON.parse(text('audit.json')).at(-1)).toMatchObject({
    action: 'report.exported',
    actor: 'auditor',
  });

  // A holder of a paper compares it with the hash, and the signature over its content holds.
  const { issued } = JSON.parse(text('documents.json'));
  expect(issued.length).toBeGreaterThan(0);
  const [paper] = issued;
  const { text: content } = await auditor
    .get(`/api/v1/documents/${paper.id}?format=json`)
    .buffer(true)
    .expect(200);
  expect(createHash('sha256').update(content).digest('hex')).toBe(paper.sha256);
  const key = text(`office-keys/${paper.keyId}.pem`);
  expect(verify(null, Buffer.from(content), key, Buffer.from(paper.signature, 'base64url'))).toBe(true);

  const published = await anonymous().get('/api/v1/audit/authority.pem').buffer(true).expect(200);
  expect(text('authority.pem')).toBe(published.text);

  const unpacked = mkdtempSync(join(tmpdir(), 'evidence-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), content);
    }
    const script = join(unpacked, `evidence-${ticket}`, 'verify.sh');
    const check = () => spawnSync('sh', [script], { encoding: 'utf8' });
    expect(check()).toMatchObject({ status: 0, stdout: expect.stringContaining('UTUH / WHOLE') });
    writeFileSync(
      join(unpacked, `evidence-${ticket}`, 'case.json'),
      text('case.json').replace('approve', 'reject'),
    );
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining('case.json') });
  } finally {
    rmSync(unpacked, { recursive: true });
  }
}, 180_000);

it('is for auditors, and of a case that exists', async () => {
  const { id } = await submitExample('birth');
  for (const user of ['operator.dago', 'kadis.bandung', 'admin.bandung', 'analyst', 'warga.dago'] as const)
    await (await as(user)).get(`/api/v1/cases/${id}/evidence.zip`).expect(403);
  await (await as('auditor')).get(`/api/v1/cases/${randomUUID()}/evidence.zip`).expect(404);
}, 180_000);

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, exampleOf, submit, submitExample, untilStatus } from '../src/support/case-pilot.js';
import type { DemoUser } from '../src/support/token.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

async function upload(user: string, content: Buffer, filename: string, contentType: string) {
  return (await as(user as DemoUser))
    .post('/api/v1/attachments')
    .attach('file', content, { filename, contentType });
}

async function status(user: string, id: string): Promise<number> {
  return (await (await as(user as DemoUser)).get(`/api/v1/documents/${id}`)).status;
}

describe('attachments', () => {
  it('are kept as they came, for who uploaded them', async () => {
    const { status: created, body } = await upload('operator.dago', PDF, 'kk.pdf', 'application/pdf');
    expect(created).toBe(201);
    expect(body).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      mediaType: 'application/pdf',
    });
    const read = await (
      await as('operator.dago')
    )
      .get(`/api/v1/documents/${body.id}`)
      .buffer(true)
      .expect(200);
    expect(Buffer.from(read.body as Buffer).equals(PDF)).toBe(true);
    expect(read.headers['content-security-policy']).toContain('sandbox');
    expect(await status('operator2.dago', body.id)).toBe(404);
    expect(await status('auditor', body.id)).toBe(404);
  });

  it('are refused when they are not what they say, are too large, or missing', async () => {
    const page = Buffer.from('<html><script>alert(1)</script>');
    expect((await upload('operator.dago', page, 'kk.pdf', 'application/pdf')).body).toMatchObject({
      ...{ status: 422, type: '/problems/unsupported-file' },
    });
    expect((await upload('operator.dago', PDF, 'kk.png', 'image/png')).status).toBe(422);
    const large = Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024 + 1)]);
    expect((await upload('operator.dago', large, 'kk.pdf', 'application/pdf')).status).toBe(413);
    const nothing = await (await as('operator.dago')).post('/api/v1/attachments').field('note', 'x');
    expect(nothing.status).toBe(422);
    expect((await upload('auditor', PDF, 'kk.pdf', 'application/pdf')).status).toBe(403);
  });

  it('come once under an id of their sender’s, however often they are sent, and only from who chose them', async () => {
    const id = randomUUID();
    const put = async (user: DemoUser, content: Buffer, begunBy?: string) => {
      const sent = (await as(user)).put(`/api/v1/attachments/${id}`);
      if (begunBy) void sent.field('begunBy', begunBy);
      return sent.attach('file', content, { filename: 'kk.pdf', contentType: 'application/pdf' });
    };
    const first = await put('operator.dago', PDF, 'operator.dago');
    expect(first).toMatchObject({ status: 200, body: { id, bytes: PDF.length, fileName: 'kk.pdf' } });
    expect((await put('operator.dago', PDF, 'operator.dago')).body).toEqual(first.body);
    expect(await status('operator.dago', id)).toBe(200);
    const admin = await as('admin.bandung');
    const { body: audit } = await admin.get('/api/v1/audit?action=attachment.uploaded&limit=50').expect(200);
    const acts = audit.items as { object: string }[];
    expect(acts.filter(({ object }) => object === `attachment:${id}`)).toHaveLength(1);

    const other = Buffer.concat([PDF, Buffer.from('\n%%EOF\n')]);
    expect((await put('operator.dago', other)).body).toMatchObject({
      ...{ status: 409, type: '/problems/state-conflict' },
    });
    expect((await put('operator2.dago', PDF)).status).toBe(409);
    expect((await put('operator2.dago', PDF, 'operator.dago')).body).toMatchObject({
      ...{ status: 403, type: '/problems/begun-by-another' },
    });
    const wrong = await put('operator.dago', Buffer.from('<html>'));
    expect(wrong).toMatchObject({ status: 422, body: { type: '/problems/unsupported-file' } });
  });

  it('do not carry a number of a person in their name', async () => {
    for (const number of [
      '3273020101909001',
      '3273 0201 0190 9001',
      '3273-0201-0190-9001',
      '327302.010190.9001',
    ]) {
      const { body } = await upload('operator.dago', PDF, `KK ${number} ibu.pdf`, 'application/pdf');
      expect(body.fileName).toBe('KK x ibu.pdf');
    }
    const { body: dated } = await upload(
      'operator.dago',
      PDF,
      'Surat 12-05-2026 RT 01.pdf',
      'application/pdf',
    );
    expect(dated.fileName).toBe('Surat 12-05-2026 RT 01.pdf');
  });

  it('of somebody else cannot be put into a report', async () => {
    const { body } = await upload('operator2.dago', PDF, 'kk.pdf', 'application/pdf');
    const data = await exampleOf('birth');
    const answer = await (
      await as('operator.dago')
    )
      .post('/api/v1/reports')
      .set('Idempotency-Key', body.id)
      .send({ type: 'birth', data: { ...data, documents: [{ kind: 'kk', attachmentId: body.id }] } });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ code: 'UNKNOWN_ATTACHMENT' })]);
  });

  it('of a report are read by who works on it', async () => {
    const data = await exampleOf('birth');
    const [document] = data['documents'] as { attachmentId: string }[];
    await submit('birth', data);
    expect(await status('supervisor.coblong', document!.attachmentId)).toBe(200);
    expect(await status('operator.cipaganti', document!.attachmentId)).toBe(404);
    expect(await status('analyst', document!.attachmentId)).toBe(403);
  });
});

describe('issued documents', () => {
  it('are pages, and the signed content behind them', async () => {
    const report = await submitExample('birth');
    await decide({ reportId: report.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    const { documents } = await untilStatus(report.id, 'completed');
    const deed = documents.find(({ kind }) => kind === 'kutipan-akta-kelahiran')!;
    const agent = await as('operator.dago');
    const page = await agent.get(`/api/v1/documents/${deed.id}`).buffer(true).expect(200);
    expect(page.headers['content-type']).toBe('application/pdf');
    expect(
      Buffer.from(page.body as Buffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const signed = await agent.get(`/api/v1/documents/${deed.id}?format=json`).expect(200);
    expect(signed.headers['x-signature']).toMatch(/^[\w-]{80,}$/);
    expect(signed.body).toMatchObject({ kind: 'kutipan-akta-kelahiran' });
    expect(await status('operator.cipaganti', deed.id)).toBe(404);
  });
});

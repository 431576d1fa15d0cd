import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { freePort } from '@lampid/launcher/stack/ports';
import { loadFileSigner } from '@lampid/server/documents/signing/file-signer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, as } from '../src/support/api.js';
import { decide, submitExample, untilStatus, type ReportView } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { startOwnProcess } from '../src/support/own-process.js';
import { testStack } from '../src/support/stack.js';
import { getToken, type DemoUser } from '../src/support/token.js';

const NOBODY = '019ab0de-0000-7000-8000-000000000000';
let report: ReportView;
let deed: string;
let childId: string;
let db: DataSource;

beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 2, applicationName: 'lampid-test' });
  const { id } = await submitExample('birth');
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  report = await untilStatus(id, 'completed');
  deed = report.documents.find(({ kind }) => kind === 'kutipan-akta-kelahiran')!.id;
  childId = report.result!['resident']!;
});
afterAll(() => db.destroy());

async function pdfOf(id: string, user: DemoUser = 'operator.dago'): Promise<Buffer> {
  const { body } = await (await as(user)).get(`/api/v1/documents/${id}`).buffer(true).expect(200);
  return body as Buffer;
}

/** Each test asks from an address of its own: the limit is the subject of one test only. */
function verify(code: string, from = `203.0.113.${Math.ceil(Math.random() * 250)}`) {
  return anonymous()
    .get(`/api/v1/verify/${encodeURIComponent(code)}`)
    .set('x-forwarded-for', from);
}

describe('an issued document', () => {
  it('is verified by anybody, with masked data only', async () => {
    const { body } = await verify(deed).expect(200);
    expect(body).toMatchObject({
      ...{ kind: 'kutipan-akta-kelahiran', office: 'Kota Bandung', status: 'valid', contentVerified: true },
      subject: {
        nik: expect.stringMatching(/^\d{4}\*{8}\d{4}$/),
        birthYear: expect.stringMatching(/^\d{4}$/),
      },
    });
    for (const word of (body.subject.name as string).split(' ')) expect(word).toMatch(/^.\**$/u);
    expect(JSON.stringify(body)).not.toMatch(/\d{16}/);
  });

  it('is signed when it is first opened and the same bytes ever after', async () => {
    const [one, two] = await Promise.all([pdfOf(deed), pdfOf(deed, 'supervisor.coblong')]);
    expect(one.equals(two)).toBe(true);
    expect((await pdfOf(deed)).equals(one)).toBe(true);
    expect(one.toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached');
    const { body } = await verify(deed).expect(200);
    expect(body.file).toEqual({ sha256: createHash('sha256').update(one).digest('hex'), verified: true });
    const { body: read } = await (await as('operator.dago')).get(`/api/v1/reports/${report.id}`).expect(200);
    expect(read.documents).toContainEqual(expect.objectContaining({ id: deed, signed: true }));
  });

  it('that was voided says so, on its page and to whoever verifies it; its original stays', async () => {
    const { id } = report.documents.find(({ kind }) => kind === 'kia')!;
    const original = await pdfOf(id);
    await db.query(`update registry.document set status = 'void' where id = $1`, [id]);
    expect((await pdfOf(id)).equals(original)).toBe(false);
    const { body } = await verify(id).expect(200);
    expect(body).toMatchObject({ status: 'void', contentVerified: true, file: { verified: true } });
    expect(body.file.sha256).toBe(createHash('sha256').update(original).digest('hex'));
  });

  it('that a newer card replaced is superseded, and stamped', async () => {
    const { id } = report.documents.find(({ kind }) => kind === 'kk')!;
    const newer = randomUUID();
    await db.query(
      `insert into registry.document (id, report_id, work_id, kind, about, number, media_type, sha256, content, signature, key_id, issued_at)
       select $2::uuid, report_id, $2::uuid::text, kind, about, number, media_type, sha256, content, signature, key_id, issued_at + interval '1 s'
       from registry.document where id = $1`,
      [id, newer],
    );
    expect((await verify(id).expect(200)).body).toMatchObject({
      status: 'superseded',
      contentVerified: true,
    });
    expect((await verify(newer).expect(200)).body.status).toBe('valid');
    expect((await pdfOf(id)).toString('latin1')).not.toContain('ETSI.CAdES');
    await db.query('delete from registry.document where id = $1', [newer]);
  });

  it('is not signed for ever with a certificate that has ended', async () => {
    const { id } = report.documents.find(({ kind }) => kind === 'kk')!;
    const folder = mkdtempSync(join(tmpdir(), 'signer-'));
    const DOCUMENT_SIGNER_FILE = join(folder, 'ended.pem');
    await loadFileSigner(DOCUMENT_SIGNER_FILE, new Date('2010-01-01T00:00:00Z'));
    const port = await freePort();
    const server = startOwnProcess('server', {
      ...{ DOCUMENT_SIGNER_FILE, PORT: String(port), SERVICES: 'reporting' },
    });
    try {
      const site = `http://localhost:${port}`;
      await eventually(
        'a server whose certificate has ended',
        async () => (await fetch(`${site}/healthz`)).ok,
      );
      const headers = { authorization: `Bearer ${await getToken('operator.dago')}` };
      const answer = await fetch(`${site}/api/v1/documents/${id}`, { headers });
      expect(answer.status).toBe(409);
      expect(((await answer.json()) as { details: { en: string } }).details.en).toContain('certificate');
    } finally {
      server.end();
      await server.gone;
      rmSync(folder, { recursive: true });
    }
    expect((await verify(id).expect(200)).body.file).toBeNull();
  });

  it('whose content was tampered with is not sealed and does not verify', async () => {
    const { id } = report.documents.find(({ kind }) => kind === 'kk')!;
    await db.query(
      `update registry.document set content = convert_to(replace(convert_from(content, 'UTF8'), 'Kartu Keluarga', 'Kartu Palsu'), 'UTF8') where id = $1`,
      [id],
    );
    const { body } = await verify(id).expect(200);
    expect(body.contentVerified).toBe(false);
    await (await as('operator.dago')).get(`/api/v1/documents/${id}`).expect(409);
  });
});

describe('the public', () => {
  it('learns nothing of codes that are none', async () => {
    const unknown = await verify(NOBODY).expect(404);
    const malformed = await verify('../reports').expect(404);
    const other = ({ instance: _i, traceId: _t, ...rest }: Record<string, unknown>) => rest;
    expect(other(malformed.body)).toEqual(other(unknown.body));
  });

  it('may ask only so often', async () => {
    const answers = [];
    for (let n = 0; n < 31; n += 1) answers.push(await verify(NOBODY, '198.51.100.7'));
    expect(answers.slice(0, 30).every(({ status }) => status === 404)).toBe(true);
    const last = answers[30]!;
    expect(last.status).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.body.type).toBe('/problems/too-many-requests');
    await verify(NOBODY, '198.51.100.8').expect(404);
  });
});

describe('letters of a resident', () => {
  const path = () => `/api/v1/residents/${childId}/letters`;

  it('are numbered, signed, listed, audited and verifiable', async () => {
    const agent = await as('operator.dago');
    const made = await agent.post(path()).send({ kind: 'biodata' }).expect(201);
    expect(made.body.number).toMatch(/^BIO\/3273\/\d{8}\/\d{4}$/);
    const statement = await agent
      .post(path())
      .send({ kind: 'surat-keterangan', purpose: 'beasiswa' })
      .expect(201);
    expect((await pdfOf(statement.body.id)).subarray(0, 5).toString()).toBe('%PDF-');
    const { body } = await agent.get(path()).expect(200);
    expect(body.items.map(({ kind, signed }: { kind: string; signed: boolean }) => [kind, signed])).toEqual([
      ['surat-keterangan', true],
      ['biodata', false],
    ]);
    expect((await verify(made.body.id).expect(200)).body).toMatchObject({
      kind: 'biodata',
      contentVerified: true,
    });
    const audit = await (await as('auditor')).get('/api/v1/audit?limit=50').expect(200);
    expect(JSON.stringify(audit.body)).toContain('document.printed');
  });

  it('are for officers of the area, and not for auditors to make', async () => {
    await (await as('operator.cipaganti' as DemoUser)).post(path()).send({ kind: 'biodata' }).expect(404);
    await (await as('auditor')).post(path()).send({ kind: 'biodata' }).expect(403);
    await (await as('operator.dago')).post(path()).send({ kind: 'sim' }).expect(422);
    await anonymous().post(path()).send({ kind: 'biodata' }).expect(401);
  });
});

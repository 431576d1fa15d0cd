import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  findAttachments,
  linkAttachments,
  readAttachment,
  storeAttachment,
  storeCopies,
} from './attachments.js';
import { acknowledgeFindings, allFindings, currentFindings, replaceFindings } from './findings.js';
import {
  insertReport,
  insertRevision,
  loadReport,
  loadReportByTicket,
  reportAttachments,
  reportRevisions,
  setStatusInOrder,
  updateReport,
  type NewReport,
} from './report.js';
import { openDuplicate, saveSubjects } from './subjects.js';
import { nextTicket } from './ticket.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 30 });
}, 60_000);
afterAll(() => database.drop());

const manager = () => database.dataSource.manager;
async function report(more: Partial<NewReport> = {}): Promise<string> {
  const id = randomUUID();
  await insertReport(manager(), {
    id,
    type: 'birth',
    areaCode: '32.73.02.1004',
    data: { child: { name: 'BAYI CONTOH' } },
    createdBy: 'operator.dago',
    ...more,
  });
  return id;
}

describe('reports', () => {
  it('come back as they were written, with dates as text', async () => {
    const id = await report({ ticket: 'LMP-X-1', eventDate: '2026-11-20' });
    expect(await loadReport(manager(), id)).toMatchObject({
      id,
      status: 'draft',
      revision: 0,
      version: 1,
      eventDate: '2026-11-20',
      data: { child: { name: 'BAYI CONTOH' } },
      submittedAt: null,
    });
    expect((await loadReportByTicket(manager(), 'LMP-X-1'))?.id).toBe(id);
    expect(await loadReport(manager(), randomUUID())).toBeNull();
    await insertRevision(manager(), { reportId: id, revision: 1, data: { a: 1 }, madeBy: 'operator.dago' });
    expect(await reportRevisions(manager(), id)).toMatchObject([
      { revision: 1, data: { a: 1 }, formId: null },
    ]);
  });

  it('are changed by one of two who read the same version', async () => {
    const id = await report();
    const change = (title: string) => updateReport(manager(), { id, version: 1, set: { title } });
    expect((await Promise.all([change('one'), change('two')])).sort()).toEqual([false, true]);
    expect((await loadReport(manager(), id))?.version).toBe(2);
  });

  it('wait for each other under a lock', async () => {
    const id = await report();
    const order: string[] = [];
    let locked = () => {};
    const holds = new Promise<void>((resolve) => (locked = resolve));
    const first = database.dataSource.transaction(async (tx) => {
      await loadReport(tx, id, { lock: 'update' });
      locked();
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('first');
    });
    await holds;
    await database.dataSource.transaction(async (tx) => {
      await loadReport(tx, id, { lock: 'share' });
      order.push('second');
    });
    await first;
    expect(order).toEqual(['first', 'second']);
  });

  it('take a status from the later step of the feed only', async () => {
    const id = await report({ status: 'submitted' });
    const set = (status: 'in_review' | 'completed' | 'returned', transaction: string, position: number) =>
      setStatusInOrder(manager(), { reportId: id, status, order: { transaction, position } });
    expect(await set('in_review', '900', 5)).toBe('submitted');
    expect(await set('returned', '900', 4)).toBeNull();
    expect(await set('returned', '899', 9)).toBeNull();
    expect(await set('in_review', '900', 5)).toBeNull();
    expect(await set('completed', '1000', 1)).toBe('in_review');
    expect(await loadReport(manager(), id)).toMatchObject({ status: 'completed', endedAt: expect.any(Date) });
  });
});

describe('tickets', () => {
  it('count per letter, kelurahan and day, without a double', async () => {
    const ask = { letter: 'L', areaCode: '32.73.02.1004', day: '2026-11-22' };
    const tickets = await Promise.all(
      Array.from({ length: 20 }, () => database.dataSource.transaction((tx) => nextTicket(tx, ask))),
    );
    expect(new Set(tickets).size).toBe(20);
    expect(tickets.sort()[0]).toBe('LMP-L-3273021004-20261122-0001');
    expect(await nextTicket(manager(), { ...ask, day: '2026-11-23' })).toBe('LMP-L-3273021004-20261123-0001');
  });
});

describe('findings', () => {
  const found = (code: string, severity: 'E' | 'L' | 'W') => ({
    code,
    severity,
    field: 'child.name',
    message: { id: 'Pesan', en: 'Message' },
    legalBasis: 'UU 24/2013 ps. 44',
    compared: [{ fact: 'motherAge', label: { id: 'Umur ibu', en: 'Age of the mother' }, value: 11 }],
  });

  it('of the last evaluation are current, and warnings wait to be acknowledged', async () => {
    const reportId = await report();
    const evaluate = (evaluation: string, findings: ReturnType<typeof found>[]) =>
      replaceFindings(manager(), {
        reportId,
        evaluation,
        step: 'validate',
        definitionId: 'birth:1',
        revision: 1,
        findings,
      });
    await evaluate('w1', [found('N03', 'E'), found('L03', 'W')]);
    await evaluate('w2', [found('L03', 'W'), found('U06', 'W'), found('L01', 'L')]);
    expect((await currentFindings(manager(), reportId)).map((finding) => finding.code)).toEqual([
      'L03',
      'U06',
      'L01',
    ]);
    expect((await currentFindings(manager(), reportId))[0]).toMatchObject({
      severity: 'W',
      field: 'child.name',
      message: { id: 'Pesan', en: 'Message' },
      evaluation: 'w2',
      legalBasis: 'UU 24/2013 ps. 44',
      compared: [{ fact: 'motherAge', label: { id: 'Umur ibu', en: 'Age of the mother' }, value: 11 }],
    });
    expect(await allFindings(manager(), reportId)).toHaveLength(5);
    const by = 'supervisor.coblong';
    const acknowledge = (codes: string[], who: string, reason: string | null) =>
      acknowledgeFindings(manager(), { reportId, codes, by: who, reason });
    expect(await acknowledge(['L03'], by, 'Sudah dicek')).toEqual(['U06']);
    expect(await acknowledge(['U06', 'N03'], 'kadis.bandung', null)).toEqual([]);
    // A warning is the first decider's, what is late or doubtful the last one's.
    const passed = (await currentFindings(manager(), reportId)).map((finding) => [
      finding.code,
      finding.acknowledgedBy,
      finding.acknowledgedReason,
    ]);
    expect(passed).toEqual([
      ['L03', by, 'Sudah dicek'],
      ['U06', 'kadis.bandung', null],
      ['L01', 'kadis.bandung', null],
    ]);
    await evaluate('w3', []);
    expect(await currentFindings(manager(), reportId)).toEqual([]);
  });
});

describe('open duplicates (U17)', () => {
  it('are the earlier of two reports about the same, while it is open', async () => {
    const submitted = (at: string, ticket: string) =>
      report({ ticket, status: 'in_review', submittedAt: new Date(at) });
    const [first, second] = [
      await submitted('2026-11-20T01:00:00Z', 'T-1'),
      await submitted('2026-11-20T02:00:00Z', 'T-2'),
    ];
    const keys = ['3273024101909001|2026-11-19'];
    for (const reportId of [first, second]) await saveSubjects(manager(), { reportId, type: 'birth', keys });
    const duplicate = (exceptReportId: string | null, type = 'birth') =>
      openDuplicate(manager(), { type, keys, exceptReportId });
    expect(await duplicate(second)).toBe('T-1');
    expect(await duplicate(first)).toBeNull();
    expect(await duplicate(null)).toBe('T-1');
    expect(await duplicate(await report())).toBe('T-1');
    expect(await duplicate(null, 'death')).toBeNull();
    await manager().query(`update reporting.report set status = 'rejected' where id = $1`, [first]);
    expect(await duplicate(second)).toBeNull();
    const stored = await manager().query('select key_hash from reporting.report_subject');
    expect(JSON.stringify(stored)).not.toContain('3273024101909001');
  });

  it('follow a correction', async () => {
    const reportId = await report({ status: 'returned', ticket: 'T-3', submittedAt: new Date() });
    await saveSubjects(manager(), { reportId, type: 'death', keys: ['a', 'b'] });
    await saveSubjects(manager(), { reportId, type: 'death', keys: ['b', 'c'] });
    const found = (key: string) =>
      openDuplicate(manager(), { type: 'death', keys: [key], exceptReportId: null });
    expect(await Promise.all(['a', 'b', 'c'].map(found))).toEqual([null, 'T-3', 'T-3']);
  });
});

describe('attachments', () => {
  const content = Buffer.from('%PDF-1.7 example');

  it('belong to their uploader and to one report', async () => {
    const upload = {
      content,
      mediaType: 'application/pdf',
      fileName: 'surat.pdf',
      uploadedBy: 'operator.dago',
    };
    const { id, sha256 } = await storeAttachment(manager(), upload);
    const [copy] = await storeCopies(manager(), { ...upload, fileNames: ['contoh.pdf'] });
    expect((await findAttachments(manager(), [id, copy!])).map((found) => found.sha256)).toEqual([
      sha256,
      sha256,
    ]);
    const [mine, other] = [await report(), await report()];
    const link = (reportId: string, ids: string[], uploadedBy = 'operator.dago') =>
      linkAttachments(manager(), {
        reportId,
        uploadedBy,
        documents: ids.map((attachmentId) => ({ kind: 'surat-lahir', attachmentId })),
      });
    expect(await link(mine, [id], 'operator2.dago')).toEqual([id]);
    expect(await link(mine, [id])).toEqual([]);
    expect(await link(other, [id])).toEqual([id]);
    expect(await reportAttachments(manager(), mine)).toEqual([
      {
        kind: 'surat-lahir',
        attachmentId: id,
        mediaType: 'application/pdf',
        bytes: content.length,
        fileName: 'surat.pdf',
        sha256,
      },
    ]);
    expect(await link(mine, [copy!])).toEqual([]);
    expect((await reportAttachments(manager(), mine)).map((attachment) => attachment.attachmentId)).toEqual([
      copy,
    ]);
    expect(await link(other, [id])).toEqual([]);
    expect(await readAttachment(manager(), id)).toMatchObject({ content, reportId: other });
    expect(await readAttachment(manager(), randomUUID())).toBeNull();
  });
});

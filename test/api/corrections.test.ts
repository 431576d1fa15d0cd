/** After registration: corrected, merged, revoked, and restored by a person, through the whole stack. */
import { describe, expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import {
  decide,
  exampleOf,
  readReport,
  submit,
  submitExample,
  untilStatus,
  untilTask,
  type ReportView,
} from '../src/support/case-pilot.js';

vi.setConfig({ testTimeout: 180_000 });

const approved = async (report: { id: string }, special = false): Promise<ReportView> => {
  await decide({ reportId: report.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  if (special)
    await decide({ reportId: report.id, step: 'special', user: 'kadis.bandung', outcome: 'approve' });
  return untilStatus(report.id, 'completed');
};

interface Revealed {
  nik: string;
  name: string;
  sex: number;
  familyCardId: string;
}

async function reveal(residentId: string): Promise<Revealed> {
  const { body } = await (
    await as('operator.dago')
  )
    .post(`/api/v1/residents/${residentId}/reveal`)
    .send({ reason: 'Menguji pembetulan data' })
    .expect(200);
  return body as Revealed;
}

const documents = (data: Record<string, unknown>) =>
  data['documents'] as { kind: string; attachmentId: string }[];

/** Attachments of the example under other kinds: what a test needs beside what the example has. */
function attached(data: Record<string, unknown>, ...kinds: string[]) {
  const [first] = documents(data);
  return [...documents(data), ...kinds.map((kind) => ({ kind, attachmentId: first!.attachmentId }))];
}

describe('a correction', () => {
  it('of an occupation is decided once; the resident and the new card say so', async () => {
    const data = await exampleOf('correction');
    const done = await approved(await submit('correction', data));
    expect(done.documents.map(({ kind }) => kind).sort()).toEqual(['kk', 'ktp-el']);
    const { body } = await (await as('operator.dago')).get(`/api/v1/residents/${done.result!['resident']}`);
    expect(body.occupation).toBe((data['elements'] as { occupation: number }).occupation);
  });

  it('without proof comes back with its rule', async () => {
    const data = await exampleOf('correction');
    const only = documents(data).filter(({ kind }) => kind !== 'bukti-data');
    const { id } = await submit('correction', { ...data, documents: only });
    const returned = await untilStatus(id, 'returned');
    expect(returned.findings).toMatchObject([{ code: 'K02', severity: 'E', field: 'documents' }]);
  });

  it('of the sex of a child needs the head of the office and keeps the NIK', async () => {
    const birth = await approved(await submitExample('birth'));
    const child = await reveal(birth.result!['resident']!);
    const data = await exampleOf('correction');
    const corrected = await approved(
      await submit('correction', {
        ...data,
        resident: { nik: child.nik, name: child.name },
        elements: { sex: child.sex === 1 ? 2 : 1 },
      }),
      true,
    );
    const after = await reveal(corrected.result!['resident']!);
    expect(after).toMatchObject({ nik: child.nik, sex: child.sex === 1 ? 2 : 1 });
  });

  it('by a role that does not make any is refused', async () => {
    const data = await exampleOf('correction');
    await (
      await as('supervisor.coblong')
    )
      .post('/api/v1/reports')
      .set('Idempotency-Key', '0198f2a4-7b6c-7d1e-8f00-0000000000aa')
      .send({ type: 'correction', data })
      .expect(403);
  });
});

describe('a revocation', () => {
  it('makes a birth undone: void numbers and documents, no child on the card, both cases say so', async () => {
    const birth = await approved(await submitExample('birth'));
    const { nik } = await reveal(birth.result!['resident']!);
    const data = { ...(await exampleOf('revocation')), ticket: birth.ticket };
    const revocation = await approved(await submit('revocation', data), true);
    expect(revocation.result).toEqual({ revokedReport: birth.id });

    const undone = await readReport(birth.id);
    expect(undone).toMatchObject({
      result: null,
      revokedBy: { reportId: revocation.id, ticket: revocation.ticket },
    });
    expect(new Set(undone.documents.map(({ status }) => status))).toEqual(new Set(['void']));
    const search = await (
      await as('operator.dago')
    )
      .post('/api/v1/residents/search')
      .send({ nik })
      .expect(200);
    expect(search.body.items).toEqual([]);

    // Once is enough, and a revocation is not revoked.
    const again = await untilStatus((await submit('revocation', data)).id, 'returned');
    expect(again.findings.map(({ code }) => code)).toContain('B02');
    const revoked = await submit('revocation', { ...data, ticket: revocation.ticket });
    expect((await untilStatus(revoked.id, 'returned')).findings.map(({ code }) => code)).toContain('B03');
  });

  it('after which a family is in pieces is finished by a person with a correction', async () => {
    const example = await exampleOf('birth');
    const birth = await approved(await submit('birth', example));
    const father = example['father'] as { nik: string; name: string };
    const death = await submit('death', {
      ...(await exampleOf('death')),
      familyCardNumber: example['familyCardNumber'],
      deceased: father,
      newHeadNik: (example['mother'] as { nik: string }).nik,
      reporter: { ...(example['mother'] as object), relation: 'spouse' },
    });
    await decide({
      reportId: death.id,
      step: 'review',
      user: 'supervisor.coblong',
      outcome: 'approve',
      data: { acknowledged: ['M13'] },
    });
    const died = await untilStatus(death.id, 'completed');
    // The widow's new card goes on: a child of hers is corrected on it.
    const child = await reveal(birth.result!['resident']!);
    const correction = await exampleOf('correction');
    const resident = { nik: child.nik, name: child.name };
    await approved(await submit('correction', { ...correction, resident, elements: { bloodType: 4 } }));

    const data = { ...(await exampleOf('revocation')), ticket: died.ticket };
    const revocation = await submit('revocation', data);
    await decide({
      reportId: revocation.id,
      step: 'review',
      user: 'supervisor.coblong',
      outcome: 'approve',
      data: { acknowledged: ['B08'] },
    });
    await decide({ reportId: revocation.id, step: 'special', user: 'kadis.bandung', outcome: 'approve' });
    await untilTask(revocation.id, 'resolve_reversal', 'verif.bandung');

    const { body } = await (
      await as('verif.bandung')
    )
      .get(`/api/v1/reports/${revocation.id}/restoration`)
      .expect(200);
    const people = body.people as { nik: string; cardNumber: string | null; status: string }[];
    const lost = people.filter(({ status, cardNumber }) => status === 'active' && cardNumber === null);
    expect(lost.map(({ nik }) => nik)).toContain(father.nik);
    const masked = await (
      await as('auditor')
    )
      .get(`/api/v1/reports/${revocation.id}/restoration`)
      .expect(200);
    expect(JSON.stringify(masked.body)).not.toContain(father.nik);

    // Verifikator writes the correction, in the kelurahan's name, and closes the task.
    const left = people.find(({ cardNumber }) => cardNumber !== null)!.cardNumber;
    const restored = await submit(
      'correction',
      {
        ...correction,
        subject: 'family',
        resident: null,
        elements: null,
        areaCode: '32.73.02.1004',
        familyCardNumber: left,
        members: [{ ...father, relation: 9 }],
        documents: [],
      },
      'verif.bandung',
    );
    expect((await untilStatus(restored.id, 'returned')).findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['K02', 'U15']),
    );
    await decide({
      reportId: restored.id,
      step: 'fix',
      user: 'operator.dago',
      outcome: 'resubmit',
      data: { ...(await readReport(restored.id)).data, documents: attached(correction) },
    });
    await approved(restored);
    await decide({
      reportId: revocation.id,
      step: 'resolve_reversal',
      user: 'verif.bandung',
      outcome: 'done',
      note: `Dipulihkan dengan ${restored.ticket}`,
    });
    await untilStatus(revocation.id, 'completed');
    const after = await (
      await as('verif.bandung')
    )
      .get(`/api/v1/reports/${revocation.id}/restoration`)
      .expect(200);
    expect(
      (after.body.people as { nik: string; cardNumber: string }[]).find(({ nik }) => nik === father.nik),
    ).toMatchObject({
      cardNumber: left,
    });
  });
});

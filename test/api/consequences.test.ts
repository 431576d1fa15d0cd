/** Who decides sees what approval will do, and decides on that and nothing else. */
import { describe, expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import {
  decide,
  exampleOf,
  submit,
  submitExample,
  untilStatus,
  untilTask,
} from '../src/support/case-pilot.js';
import type { DemoUser } from '../src/support/token.js';

vi.setConfig({ testTimeout: 120_000 });

interface Consequences {
  fingerprint: string | null;
  conflict: { code: string } | null;
  families: {
    number: string | null;
    fate: string;
    before: { name: string; nik: string | null; relation: number; maritalStatus: number }[];
    after: { name: string; nik: string | null; relation: number; maritalStatus: number }[];
  }[];
  deeds: { kind: string; code: string }[];
  postings: { kind: string; unit: string; amount: number }[];
}

const seenBy = async (id: string, user: DemoUser = 'supervisor.coblong') =>
  (await (await as(user)).get(`/api/v1/reports/${id}/consequences`).expect(200)).body as Consequences;

describe('the consequences of a report', () => {
  it('of a birth: the child on the card, masked and without a NIK yet; none once it is registered', async () => {
    const report = await submitExample('birth');
    await untilTask(report.id, 'review', 'supervisor.coblong');
    const seen = await seenBy(report.id);
    expect(seen).toMatchObject({ conflict: null, deeds: [{ kind: 'birth', code: 'LU' }] });
    const [family] = seen.families;
    expect(family!.after).toHaveLength(family!.before.length + 1);
    expect(family!.after.filter(({ nik }) => nik === null)).toHaveLength(1);
    expect(family!.number).toMatch(/^\d{4}\*{8}\d{4}$/);
    expect(seen.postings).toMatchObject([{ kind: 'birth', unit: 'person', amount: 1 }]);

    await decide({ reportId: report.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await untilStatus(report.id, 'completed');
    expect(await seenBy(report.id)).toMatchObject({ fingerprint: null, families: [] });
  });

  it('of the death of a head: one card closes, another opens under the widow', async () => {
    const birth = await exampleOf('birth');
    const death = await submit('death', {
      ...(await exampleOf('death')),
      familyCardNumber: birth['familyCardNumber'],
      deceased: birth['father'],
      newHeadNik: (birth['mother'] as { nik: string }).nik,
      reporter: { ...(birth['mother'] as object), relation: 'spouse' },
    });
    await untilTask(death.id, 'review', 'supervisor.coblong');
    const { families } = await seenBy(death.id);
    expect(families.map(({ fate }) => fate).sort()).toEqual(['closed', 'opened']);
    const opened = families.find(({ fate }) => fate === 'opened')!;
    expect(opened.after[0]).toMatchObject({
      name: (birth['mother'] as { name: string }).name,
      relation: 1,
      maritalStatus: 4,
    });
  });

  it('that cannot be made now say why', async () => {
    const data = await exampleOf('birth');
    const { id } = await submit('birth', { ...data, familyCardNumber: '3273020101269999' });
    await untilStatus(id, 'returned');
    expect(await seenBy(id, 'operator.dago')).toMatchObject({ fingerprint: null, conflict: { code: 'U08' } });
  });

  it('are for those who may see the case', async () => {
    const { id } = await submitExample('birth');
    await (await as('analyst')).get(`/api/v1/reports/${id}/consequences`).expect(403);
  });
});

describe('a decision', () => {
  it('on what is no longer so is refused, and made on what is', async () => {
    const { id } = await submitExample('birth');
    const task = await untilTask(id, 'review', 'supervisor.coblong');
    const officer = await as('supervisor.coblong');
    await officer.post(`/api/v1/tasks/${task.id}/claim`).expect(200);
    const { fingerprint } = await seenBy(id);
    const complete = (consequences: string) =>
      officer.post(`/api/v1/tasks/${task.id}/complete`).send({ outcome: 'approve', data: { consequences } });
    const refused = await complete('0'.repeat(64));
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/family-changed' });
    await complete(fingerprint!).expect(200);
    await untilStatus(id, 'completed');
  });
});

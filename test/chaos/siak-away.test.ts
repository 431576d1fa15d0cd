/** SIAK and Dukcapil are away, or SIAK says no after we have registered. */
import { afterEach, expect, it, vi } from 'vitest';
import { decide, readReport, submitExample, untilStatus } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { resetFaults, setFaults } from './support/outside.js';
import { appQuery, siakPostings, traceOf } from './support/register.js';
import { booksOf, openSteps } from './support/undone.js';

vi.setConfig({ testTimeout: 180_000 });

afterEach(resetFaults);

const approve = (reportId: string, data: { acknowledged?: string[] } = {}) =>
  decide({ reportId, step: 'review', user: 'supervisor.coblong', outcome: 'approve', data });

const postingsSent = (reportId: string) =>
  appQuery<{ accepted: boolean; answer: string | null }>(
    `select accepted_at is not null as accepted, ack_status as answer
     from integration.siak_posting where report_id = $1 order by created_at`,
    [reportId],
  );

it('decides and registers while both are away, waits visibly, and posts once when they are back', async () => {
  await setFaults({ down: true });
  const { id } = await submitExample('birth');
  // The supervisor knows that the check is still to come.
  await approve(id, { acknowledged: ['U24'] });

  await eventually(
    'the case waits for its next try',
    async () => (await openSteps(id)).includes('retry_due'),
    { timeoutMs: 60_000 },
  );
  const waiting = await readReport(id);
  expect(waiting.status).toBe('registered');
  expect(waiting.findings.map(({ code }) => code)).toContain('U24');
  expect(await traceOf(id)).toEqual({ residents: 1, deeds: 1, postings: 1, registrations: 1 });
  expect(await postingsSent(id)).toEqual([{ accepted: false, answer: null }]);
  expect(await siakPostings(id)).toBe(0);

  await resetFaults();
  await untilStatus(id, 'completed');
  expect(await traceOf(id)).toEqual({ residents: 1, deeds: 1, postings: 1, registrations: 1 });
  expect(await postingsSent(id)).toEqual([{ accepted: true, answer: 'ACK' }]);
  expect(await siakPostings(id)).toBe(1);
});

interface Child {
  nik: string;
  status: string;
  memberships: number;
  deed: string;
  deedStatus: string;
}

/** Everybody this report brought into the registry, oldest first. */
const childrenOf = (reportId: string) =>
  appQuery<Child>(
    `select r.nik, r.status, d.number as deed, d.status as "deedStatus",
       (select count(*) from registry.membership m where m.resident_id = r.id and m.until is null)::int as memberships
     from registry.resident r join registry.deed d on d.resident_id = r.id
     where r.created_by_report = $1 order by r.created_at`,
    [reportId],
  );

it('takes everything back when SIAK refuses, and registers anew under numbers never given before', async () => {
  const { id } = await submitExample('birth');
  await setFaults({ nackNext: 1 });
  await approve(id);

  await untilStatus(id, 'returned');
  expect(await postingsSent(id)).toEqual([{ accepted: true, answer: 'NACK' }]);
  expect(await booksOf(id)).toEqual({
    registrations: { reversed: 1 },
    postings: 2,
    reversals: 1,
    unbalanced: 0,
  });
  const refused = await childrenOf(id);
  expect(refused).toMatchObject([{ status: 'void', memberships: 0, deedStatus: 'void' }]);

  await decide({ reportId: id, step: 'fix', user: 'operator.dago', outcome: 'resubmit' });
  await approve(id);
  const done = await untilStatus(id, 'completed');
  const [before, after, ...more] = await childrenOf(id);
  expect(more).toEqual([]);
  expect(before).toEqual(refused[0]);
  expect(after).toMatchObject({ status: 'active', memberships: 1, deedStatus: 'valid' });
  expect(after!.nik).not.toBe(before!.nik);
  expect(after!.deed).not.toBe(before!.deed);
  expect(await booksOf(id)).toEqual({
    registrations: { reversed: 1, standing: 1 },
    postings: 3,
    reversals: 1,
    unbalanced: 1,
  });
  expect((await postingsSent(id)).map(({ answer }) => answer)).toEqual(['NACK', 'ACK']);
  // Only papers of the birth that stands.
  expect(done.documents.length).toBeGreaterThan(0);
  expect(new Set(done.documents.map(({ status }) => status))).toEqual(new Set(['valid']));
});

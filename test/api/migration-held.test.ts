/** A batch that is held in the middle of its way moves nobody until it is let go on, and then moves each of the others once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { deployDrawnBirth, deployRenamedBirth } from '../src/support/birth-versions.js';
import { decide, submitExample, untilStatus, untilTask, type ReportView } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';

const ROOT = '/api/v1/migrations';
/** More than are moved while a person's word is on its way. */
const CASES = 45;
/** The loop looks every second. */
const SEVERAL_LOOKS_MS = 3_500;
const supervisor = 'supervisor.coblong' as const;

let reports: ReportView[];
let id: string;

beforeAll(async () => {
  const source = (await deployDrawnBirth()).definitionId;
  reports = [];
  while (reports.length < CASES)
    reports.push(
      ...(await Promise.all([submitExample('birth'), submitExample('birth'), submitExample('birth')])),
    );
  for (const report of reports) await untilTask(report.id, 'review', supervisor);
  const target = (await deployRenamedBirth()).definitionId;
  const analyst = await as('analyst');
  const plan = await analyst.post(`${ROOT}/plan`).send({ source, target }).expect(200);
  expect(plan.body.running).toBe(CASES);
  const wish = { source, target, mapping: plan.body.mapping, reason: 'Langkah supervisor berganti nama' };
  id = (await analyst.post(ROOT).send(wish).expect(201)).body.id;
}, 300_000);
afterAll(async () => {
  await deployDrawnBirth();
});

const batch = async () => (await (await as('auditor')).get(`${ROOT}/${id}`).expect(200)).body;
/** The cases whose open task is at this step. */
async function casesAt(step: string): Promise<ReportView[]> {
  const steps = await Promise.all(
    reports.map(async (report) => {
      const { body } = await (await as(supervisor)).get(`/api/v1/tasks?reportId=${report.id}`).expect(200);
      return (body.items as { step: string }[]).map((task) => task.step);
    }),
  );
  return reports.filter((_, index) => steps[index]!.includes(step));
}

it('is held and let go on by whoever may approve it', { timeout: 180_000 }, async () => {
  const admin = await as('admin.bandung');
  await admin.post(`${ROOT}/${id}/approve`).expect(200);
  await eventually('some are moved', async () => (await batch()).counts.moved > 0, { everyMs: 10 });
  await (await as('auditor')).post(`${ROOT}/${id}/pause`).expect(403);
  await admin.post(`${ROOT}/${id}/pause`).expect(200);
  await admin.post(`${ROOT}/${id}/pause`).expect(409);

  // The case in hand may still be written down; after that nothing moves.
  await sleep(500);
  const held = await batch();
  expect(held.state).toBe('paused');
  expect(held.counts.waiting).toBeGreaterThan(0);
  await sleep(SEVERAL_LOOKS_MS);
  expect((await batch()).counts).toEqual(held.counts);
  const { moved, waiting } = held.counts as { moved: number; waiting: number };
  expect(moved + waiting).toBe(CASES);
  await eventually('each stands on its version', async () => (await casesAt('judge')).length === moved);
  const stayed = await casesAt('review');
  expect(stayed).toHaveLength(waiting);

  // Work goes on meanwhile, on both versions.
  const [onOld, onNew] = [stayed[0]!.id, (await casesAt('judge'))[0]!.id];
  await decide({ reportId: onOld, step: 'review', user: supervisor, outcome: 'approve' });
  await decide({ reportId: onNew, step: 'judge', user: supervisor, outcome: 'approve' });
  for (const reportId of [onOld, onNew]) await untilStatus(reportId, 'completed');

  await admin.post(`${ROOT}/${id}/resume`).expect(200);
  await admin.post(`${ROOT}/${id}/resume`).expect(409);
  await eventually('the batch is done', async () => (await batch()).state === 'done', { timeoutMs: 60_000 });
  expect((await batch()).counts).toMatchObject({ moved: CASES - 1, left: 1, waiting: 0, refused: 0 });
  await eventually('all go on there', async () => (await casesAt('judge')).length === CASES - 2);
  const moves = await Promise.all(
    reports.map(async (report) => {
      const { body } = await (await as('auditor')).get(`/api/v1/reports/${report.id}/replay`).expect(200);
      return (body.moves as unknown[]).length;
    }),
  );
  expect(moves.filter((times) => times === 1)).toHaveLength(CASES - 1);
});

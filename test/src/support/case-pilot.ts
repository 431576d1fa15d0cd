import { randomUUID } from 'node:crypto';
import { as } from './api.js';
import { eventually } from './eventually.js';
import type { DemoUser } from './token.js';

/** A case takes a second or two; a machine that builds and tests at once may need its time. */
const PATIENCE = { timeoutMs: 60_000 };

export interface ReportView {
  id: string;
  ticket: string;
  type: string;
  status: string;
  data: Record<string, unknown>;
  findings: { code: string; severity: string; field: string | null }[];
  documents: { id: string; kind: string; status: string }[];
  result: Record<string, string> | null;
}

export interface TaskView {
  id: string;
  reportId: string;
  step: string;
  outcomes: string[];
}

/** Data of a fresh example, ready to submit. Each call gives another family. */
export async function exampleOf(
  type: string,
  user: DemoUser = 'operator.dago',
): Promise<Record<string, unknown>> {
  const { body } = await (await as(user)).get('/api/v1/event-types').expect(200);
  const items = body.items as { id: string; example: Record<string, unknown> | null }[];
  const example = items.find((item) => item.id === type)?.example;
  if (!example) throw new Error(`no example of ${type}`);
  return example;
}

export async function submit(
  type: string,
  data: unknown,
  user: DemoUser = 'operator.dago',
): Promise<ReportView> {
  const { body } = await (
    await as(user)
  )
    .post('/api/v1/reports')
    .set('Idempotency-Key', randomUUID())
    .send({ type, data })
    .expect(201);
  return body as ReportView;
}

/** As it is answered, refused or not; without a key where that is null. */
export async function postReport(user: DemoUser, body: unknown, key: string | null = randomUUID()) {
  const request = (await as(user)).post('/api/v1/reports');
  if (key !== null) request.set('Idempotency-Key', key);
  return request.send(body as object);
}

export async function submitExample(type: string): Promise<ReportView> {
  return submit(type, await exampleOf(type));
}

export async function readReport(id: string, user: DemoUser = 'operator.dago'): Promise<ReportView> {
  const { body } = await (await as(user)).get(`/api/v1/reports/${id}`).expect(200);
  return body as ReportView;
}

export const untilStatus = (id: string, ...statuses: string[]) =>
  untilStatusSeenBy('operator.dago', id, ...statuses);

export function untilStatusSeenBy(user: DemoUser, id: string, ...statuses: string[]): Promise<ReportView> {
  return eventually(
    `report becomes ${statuses.join(' or ')}`,
    async () => {
      const report = await readReport(id, user);
      return statuses.includes(report.status) && report;
    },
    PATIENCE,
  );
}

/** The open task of this case at `step`, once it is in the user's list. */
export function untilTask(reportId: string, step: string, user: DemoUser): Promise<TaskView> {
  return eventually(
    `task ${step} for ${user}`,
    async () => {
      const { body } = await (await as(user)).get(`/api/v1/tasks?reportId=${reportId}`).expect(200);
      return (body.items as TaskView[]).find((task) => task.step === step);
    },
    PATIENCE,
  );
}

/** Claims the task at `step` and completes it. */
export async function decide(options: {
  reportId: string;
  step: string;
  user: DemoUser;
  outcome: string;
  note?: string;
  data?: Record<string, unknown>;
}): Promise<void> {
  const { reportId, step, user, ...decision } = options;
  const task = await untilTask(reportId, step, user);
  await (await as(user)).post(`/api/v1/tasks/${task.id}/claim`).expect(200);
  await (await as(user)).post(`/api/v1/tasks/${task.id}/complete`).send(decision).expect(200);
}

/** Elements that the case went through, in order, each once per entry. */
export async function pathOf(reportId: string): Promise<string[]> {
  const { body } = await (await as('operator.dago')).get(`/api/v1/reports/${reportId}/history`).expect(200);
  return (body.items as { element: string }[]).map((item) => item.element);
}

/** Turns one outbox row into one command of the engine. Harmless when repeated: rows are delivered at least once. */
import { endOfTaskStep } from '@lampid/db/approval/tasks';
import type { DataSource } from '@lampid/db/data-source';
import type { LeasedRow } from '@lampid/db/kernel/outbox-relay';
import { loadCalendar } from '@lampid/db/reference/calendar';
import { deadlines } from '@lampid/domain/calendar';
import type { EnginePort, Variables } from '@lampid/engine/engine';
import { commandSchema, type Command } from './command.js';

export type Delivery =
  | { kind: 'delivered' }
  /** Nobody waits for the message yet. */
  | { kind: 'nobody-waits' }
  /** The engine did something, but what exactly is not known yet. */
  | { kind: 'look-again' }
  /** It found no place and never will: done, and a person must look. */
  | { kind: 'incident'; incident: { id: string; element: string; kind: string; message: string } };

export interface DeliverOptions {
  engine: EnginePort;
  db: DataSource;
  now(): Date;
}

const DELIVERED: Delivery = { kind: 'delivered' };
/** A projector that stands still must not hold the cases of everybody for longer. */
const TRUTH_WAIT_MS = 60_000;

/** @throws EngineError, or ZodError for a payload that no relay can read */
export async function deliver(row: LeasedRow, options: DeliverOptions): Promise<Delivery> {
  const command = commandSchema.parse({ ...row.payload, kind: row.kind });
  const { engine } = options;
  switch (command.kind) {
    case 'start': {
      // Workers continue the trace that began with the report.
      const traced = { ...command.variables, ...(row.traceparent && { traceparent: row.traceparent }) };
      const variables = await withDeadlines(traced, options);
      await engine.start({ processKey: command.processKey, businessKey: row.reportId, variables });
      return DELIVERED;
    }
    case 'complete':
      return complete(row, command, options);
    case 'correlate':
      return correlate(row, command, options);
    case 'cancel':
      await engine.cancel({ caseId: command.caseId, reason: command.reason });
      return DELIVERED;
  }
}

async function complete(
  row: LeasedRow,
  command: Extract<Command, { kind: 'complete' }>,
  options: DeliverOptions,
): Promise<Delivery> {
  const { taskId, assignee } = command;
  const variables = await withDeadlines(command.variables, options);
  if ((await options.engine.complete({ taskId, assignee, variables })) === 'completed') return DELIVERED;
  // Gone: completed by an earlier try of ours, or the step ended otherwise (a deadline, a cancellation) before us.
  const end = await endOfTaskStep(options.db, taskId);
  if (!end) return ageOf(row, options) < TRUTH_WAIT_MS ? { kind: 'look-again' } : DELIVERED;
  if (!end.cancelled && (end.assignee === null || end.assignee === assignee)) return DELIVERED;
  const element = Object.keys(command.variables)[0]?.replace(/_outcome$/, '') ?? '';
  return {
    kind: 'incident',
    incident: {
      id: `decision:${taskId}`,
      element,
      kind: 'decision-overtaken',
      message: end.cancelled
        ? 'the step had ended by itself before the decision reached the engine'
        : 'somebody else had completed the step in the engine',
    },
  };
}

async function correlate(
  row: LeasedRow,
  command: Extract<Command, { kind: 'correlate' }>,
  options: DeliverOptions,
): Promise<Delivery> {
  const { message } = command;
  const variables = await withDeadlines(command.variables, options);
  const answer = await options.engine.correlate({ message, businessKey: row.reportId, variables });
  if (answer === 'correlated') return DELIVERED;
  if (await options.engine.isRunning(row.reportId)) return { kind: 'nobody-waits' };
  if (command.expires === 'with-case') return DELIVERED;
  return {
    kind: 'incident',
    incident: {
      id: `outbox:${row.id}`,
      element: message,
      kind: 'unmatched-message',
      message: `message ${message} came, but the case has ended`,
    },
  };
}

/** Whatever moves a token carries the deadlines of the task that may come next. */
async function withDeadlines(variables: Variables, { db, now }: DeliverOptions): Promise<Variables> {
  return { ...variables, ...deadlines(now(), await loadCalendar(db)) };
}

function ageOf(row: LeasedRow, { now }: DeliverOptions): number {
  return now().getTime() - row.createdAt.getTime();
}

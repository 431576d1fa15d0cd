/** The body of a report: its type, and data whose shape that type's own schema checks. The law is judged by the process. */
import type { EventDefinition } from '@lampid/processes/define-event';
import type { EventType } from '@lampid/processes/find-events';
import { parseInput } from '../http/input-faults.js';
import { inputFault, invalidInput } from '../http/problem.js';
import { z } from '../http/zod.js';

export type ReportData = Record<string, unknown> & {
  documents?: DocumentRef[];
  extra?: Record<string, unknown> | null;
};

export interface DocumentRef {
  kind: string;
  attachmentId: string;
}

const fields = { type: z.string().max(50), data: z.record(z.string(), z.unknown()) };

/**
 * Who began to fill it in: a window that was left open, or a queue that was kept without a line, may meet the sign-in of the next
 * officer at the same desk.
 */
const begunBy = z.string().max(100).optional();

/** `reportId`: the returned report that is being mended, which is no double of itself. */
export const checkBodySchema = z
  .strictObject({ ...fields, reportId: z.uuid().optional() })
  .openapi('ReportToCheck', { 'x-report-data': true } as object);

/** `version`: of the draft that was changed; without it whatever is kept is replaced, and what was thrown away is kept anew. */
export const draftBodySchema = z
  .strictObject({ ...fields, begunBy, version: z.int().min(1).optional() })
  .openapi('DraftBody', { 'x-report-data': true } as object);

/** `draftId`: a draft of one's own that becomes the report; `answers`: the notification that it is made of. */
export const submissionSchema = z
  .strictObject({ ...fields, begunBy, draftId: z.uuid().optional(), answers: z.uuid().optional() })
  .openapi('Submission', { 'x-report-data': true } as object);

/** @throws Problem 422 for an unknown type or data of another shape */
export function readReport(
  events: ReadonlyMap<string, EventType>,
  body: { type: string; data: unknown },
): { event: EventDefinition; data: ReportData } {
  const event = eventOf(events, body.type);
  return { event, data: readData(event, body.data) };
}

/** @throws Problem 422 */
export function eventOf(events: ReadonlyMap<string, EventType>, type: string): EventDefinition {
  const event = events.get(type);
  if (event) return event.definition;
  const text = { id: 'Jenis peristiwa tidak dikenal', en: 'Unknown event type' };
  throw invalidInput([inputFault('UNKNOWN_EVENT_TYPE', 'type', text)]);
}

/** Checked and normalised (spaces in names, day of the week, ...). @throws Problem 422 */
export function readData(event: EventDefinition, value: unknown): ReportData {
  const data = parseInput(event.schema, value, 'data');
  return (event.normalise ? event.normalise(data) : data) as ReportData;
}

/** What lists and searches show of a report. */
export function summaryOf(event: EventDefinition, data: unknown, ticket: string | null) {
  const names = event.searchNames(data);
  return {
    title: event.title(data).slice(0, 200),
    searchText: [...names, ticket ?? ''].join(' ').toLowerCase().slice(0, 1000),
    eventDate: event.eventDate(data),
  };
}

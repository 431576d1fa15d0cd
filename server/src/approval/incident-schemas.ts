/** What the incident routes answer. */
import { problemSchema } from '../http/openapi.js';
import { z } from '../http/zod.js';
import { instant, textSchema } from '../reporting/report-schemas.js';

export const incidentSchema = z
  .object({
    id: z.string(),
    reportId: z.uuid().nullable(),
    ticket: z.string().nullable(),
    type: z.string().nullable(),
    areaCode: z.string().nullable(),
    areaName: z.string().nullable(),
    element: z.string(),
    /** What the model calls the element. */
    step: textSchema,
    topic: z.string().nullable(),
    definitionId: z.string().nullable(),
    kind: z.string(),
    /** The same for the same trouble at other cases. */
    cause: z.string(),
    message: z.string(),
    openedAt: instant,
    resolvedAt: instant.nullable(),
  })
  .openapi('Incident');

export const incidentGroupsSchema = z
  .object({
    items: z.array(
      z.object({
        cause: z.string(),
        kind: z.string(),
        element: z.string(),
        step: textSchema,
        topic: z.string().nullable(),
        /** Of the one that opened last. */
        message: z.string(),
        count: z.int(),
        /** Of these, opened since the instant that was asked about. */
        fresh: z.int(),
        types: z.array(z.string()),
        firstAt: instant,
        lastAt: instant,
      }),
    ),
    /** What the open ones of the area can be narrowed by. */
    choices: z.object({
      steps: z.array(z.object({ element: z.string(), names: textSchema })),
      topics: z.array(z.string()),
      kinds: z.array(z.string()),
      types: z.array(z.string()),
    }),
  })
  .openapi('IncidentGroups');

const result = z.enum(['retried', 'resolved']);

export const retriedSchema = z.object({ id: z.string(), result });

/** What became of each of many, in the order asked. */
export const incidentOutcomesSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        /** Null where it is not known, or none of the caller's. */
        reportId: z.uuid().nullable(),
        ticket: z.string().nullable(),
        result: result.nullable(),
        problem: problemSchema.nullable(),
      }),
    ),
    /** When it began. */
    at: instant,
    /** The cause had more when the first were retried: go on from here. */
    next: z.string().nullable(),
  })
  .openapi('IncidentOutcomes');

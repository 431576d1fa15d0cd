/** What the task routes answer. */
import { problemSchema } from '../http/openapi.js';
import { z } from '../http/zod.js';
import { currentFindingSchema, instant, statusSchema, textSchema } from '../reporting/report-schemas.js';

export const taskItemSchema = z
  .object({
    id: z.string(),
    reportId: z.uuid(),
    ticket: z.string(),
    type: z.string(),
    /** Element of the model. */
    step: z.string(),
    /** What the model calls it; `names` in both languages. */
    name: z.string(),
    names: textSchema,
    title: z.string(),
    status: statusSchema,
    areaCode: z.string(),
    areaName: z.string().nullable(),
    outcomes: z.array(z.string()),
    /** Button texts by outcome. */
    labels: z.record(z.string(), textSchema),
    /** Outcomes that need a note. */
    noteRequired: z.array(z.string()),
    formId: z.string().nullable(),
    groups: z.array(z.string()),
    assignee: z.string().nullable(),
    claimedAt: instant.nullable(),
    /** Who said that its case cannot wait for its turn, and when; null for all others. */
    urgedBy: z.string().nullable(),
    urgedAt: instant.nullable(),
    openedAt: instant,
    dueAt: instant.nullable(),
    createdBy: z.string(),
    submittedAt: instant,
    definitionId: z.string(),
  })
  .openapi('TaskItem');

export const queueItemSchema = taskItemSchema
  .extend({
    /** Worst finding that a decider must look at; null when there is none. */
    severity: z.enum(['A', 'L', 'W']).nullable(),
    /** What was said with the last decision on the case: why it came back, if it did. */
    lastNote: z.string().nullable(),
    /** The absent officer in whose stead the caller works on it; null when it is their own work. */
    deputyOf: z.string().nullable(),
  })
  .openapi('QueuedTask');

export const countsSchema = z
  .object({ all: z.int(), free: z.int(), mine: z.int(), late: z.int() })
  .openapi('QueueCounts');

/** What became of each of many, in the order asked. */
export const taskOutcomesSchema = z
  .object({
    items: z.array(z.object({ id: z.string(), done: z.boolean(), problem: problemSchema.nullable() })),
  })
  .openapi('TaskOutcomes');

export const taskSchema = taskItemSchema
  .extend({
    state: z.enum(['open', 'deciding', 'ended']),
    /** The colleague who handed it to its assignee, and why. */
    handed: z.object({ by: z.string(), note: z.string().nullable() }).nullable(),
    /** The absent officer whose task it was before; null for all others. */
    leftBy: z.string().nullable(),
    /** form-js schema as deployed with the case's version. */
    form: z.record(z.string(), z.unknown()).nullable(),
    data: z.record(z.string(), z.unknown()),
    /** What was mended of a returned report and not sent yet; null when nothing was. */
    draft: z
      .object({
        data: z.record(z.string(), z.unknown()),
        version: z.int(),
        keptBy: z.string(),
        keptAt: instant,
        /** Those that it names, for whoever works on it next. */
        uploads: z.array(z.object({ id: z.uuid(), fileName: z.string(), uploadedBy: z.string() })),
      })
      .nullable(),
    findings: z.array(currentFindingSchema),
    /** The report that answers it, with what is known already; null for a task that is only decided. */
    begins: z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
    /** Codes of the W findings that the decider has yet to acknowledge in `data.acknowledged`. */
    toAcknowledge: z.array(z.string()),
    decisions: z.array(
      z.object({
        taskId: z.string(),
        element: z.string(),
        outcome: z.string(),
        note: z.string().nullable(),
        decidedBy: z.string(),
        /** In whose stead, when a deputy decided. */
        deputyOf: z.string().nullable(),
        decidedAt: instant,
      }),
    ),
  })
  .openapi('Task');

export const completedSchema = z
  .object({ id: z.string(), reportId: z.uuid(), outcome: z.string(), state: z.literal('deciding') })
  .openapi('CompletedTask');

export const decisionBodySchema = z
  .strictObject({
    outcome: z.string().min(1).max(100),
    note: z.string().trim().max(2000).nullish(),
    /** `acknowledged`: codes of the warnings seen. For `resubmit` the whole data of the report. Else what the task's form holds. */
    data: z.record(z.string(), z.unknown()).nullish(),
  })
  .openapi('DecisionBody');

/** `version`: of the draft that was changed, 0 for the first; without it whatever is kept is replaced. */
export const correctionBodySchema = z
  .strictObject({
    data: z.record(z.string(), z.unknown()),
    version: z.int().min(0).optional(),
    /** Who began to mend it: a window may meet the sign-in of the next officer at the same desk. */
    begunBy: z.string().max(100).optional(),
  })
  .openapi('Correction');

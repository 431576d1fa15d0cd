/** What the reporting routes answer. */
import { REPORT_STATUSES } from '@lampid/domain/report-status';
import { z } from '../http/zod.js';

export const textSchema = z.object({ id: z.string(), en: z.string() });
export const instant = z.iso.datetime();
export const statusSchema = z.enum(REPORT_STATUSES);

export const findingSchema = z
  .object({
    code: z.string(),
    severity: z.enum(['E', 'A', 'L', 'W']),
    field: z.string().nullable(),
    message: textSchema,
    /** Article or document that the rule rests on. */
    legalBasis: z.string().nullable(),
    /** What the rule compared; never personal. */
    compared: z.array(
      z.object({
        fact: z.string(),
        label: textSchema,
        value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      }),
    ),
  })
  .openapi('Finding');

export const currentFindingSchema = findingSchema.extend({
  /** Element of the model that found it. */
  step: z.string(),
  /** Version of the model and tables that judged. */
  version: z.int().nullable(),
  /** Who let it pass, when, and why. */
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
  acknowledgedReason: z.string().nullable(),
});

export const submittedSchema = z
  .object({ id: z.uuid(), ticket: z.string(), type: z.string(), status: z.literal('submitted') })
  .openapi('SubmittedReport');

export const draftSchema = z
  .object({ id: z.uuid(), type: z.string(), status: z.literal('draft'), version: z.int() })
  .openapi('Draft');

export const checkedSchema = z
  .object({
    verdict: z.enum(['error', 'approval', 'late', 'warning', 'valid']),
    needsSpecialDecision: z.boolean(),
    findings: z.array(findingSchema),
  })
  .openapi('CheckedReport');

export const reportItemSchema = z
  .object({
    id: z.uuid(),
    ticket: z.string().nullable(),
    type: z.string(),
    status: statusSchema,
    title: z.string(),
    areaCode: z.string(),
    areaName: z.string().nullable(),
    eventDate: z.string().nullable(),
    createdBy: z.string(),
    createdAt: instant,
    submittedAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .openapi('ReportItem');

/** What the office issued; download at `href`. */
export const issuedDocumentSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  names: textSchema,
  number: z.string().nullable(),
  status: z.enum(['valid', 'void']),
  /** A signed PDF is kept; else the signed content only, and the PDF is made when it is first opened. */
  signed: z.boolean(),
  issuedAt: instant,
  /** When it was last handed over; null while it waits at the counter. */
  handedOverAt: instant.nullable(),
  href: z.string(),
});

export const listedReportSchema = reportItemSchema
  .extend({
    /** The absent officer in whose stead the caller sees it; null in their own area. */
    deputyOf: z.string().nullable(),
  })
  .openapi('ListedReport');

export const reportSchema = listedReportSchema
  .extend({
    revision: z.int(),
    /** Row version: a draft is changed from this one. */
    version: z.int(),
    /** Numbers of people are masked for auditors. */
    data: z.record(z.string(), z.unknown()),
    findings: z.array(currentFindingSchema),
    /** What the office issued for it; download at `href`. */
    documents: z.array(issuedDocumentSchema),
    /** What the office attached to it. */
    attachments: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        names: textSchema,
        fileName: z.string(),
        mediaType: z.string(),
        bytes: z.int(),
        sha256: z.string(),
        href: z.string(),
      }),
    ),
    /** What the registration made, by name (such as the id of the new resident); null until it is registered. */
    result: z.record(z.string(), z.string()).nullable(),
    registeredOn: z.string().nullable(),
    /** The report that revoked its registration, when one did. */
    revokedBy: z.object({ reportId: z.uuid(), ticket: z.string().nullable() }).nullable(),
    /** Who has it now. */
    waitingFor: z.array(
      z.object({
        taskId: z.string(),
        element: z.string(),
        names: textSchema,
        groups: z.array(z.string()),
        /** Of the first group. */
        areaName: z.string().nullable(),
        assignee: z.string().nullable(),
        openedAt: instant,
        dueAt: instant.nullable(),
      }),
    ),
    incidents: z.array(
      z.object({
        id: z.string(),
        element: z.string(),
        kind: z.string(),
        message: z.string(),
        openedAt: instant,
      }),
    ),
    /** Of a notification: what an officer made of it. */
    answer: z
      .object({
        label: textSchema,
        note: z.string().nullable(),
        decidedAt: instant,
        report: z
          .object({ id: z.uuid(), ticket: z.string().nullable(), type: z.string(), status: statusSchema })
          .nullable(),
      })
      .nullable(),
    /** Who sent it in from outside of the office; null for an officer. */
    outside: z.enum(['rtrw', 'hospital', 'citizen']).nullable(),
    /** Which officer said that it cannot wait for its turn; null for all others, once it has ended, and for whoever is outside of the office. */
    urged: z.object({ by: z.string(), at: instant }).nullable(),
    /** The notification that this report was made of. */
    madeOf: z.object({ reportId: z.uuid(), ticket: z.string().nullable() }).nullable(),
    cancelRequested: z.boolean(),
    cancelReason: z.string().nullable(),
    definitionId: z.string().nullable(),
  })
  .openapi('Report');

export const historyItemSchema = z
  .object({
    stepId: z.string(),
    element: z.string(),
    /** What the model calls the step; `names` in both languages. */
    name: z.string(),
    names: textSchema,
    /** BPMN type, camelCase. */
    kind: z.string(),
    start: instant.nullable(),
    end: instant.nullable(),
    /** Username, `worker:<topic>`, or null where nobody acts. */
    actor: z.string().nullable(),
    /** In whose stead, when a deputy decided. */
    deputyOf: z.string().nullable(),
    outcome: z.string().nullable(),
    /** What the button of a person's decision said; null for the work of machines. */
    outcomeLabel: textSchema.nullable(),
    note: z.string().nullable(),
    findings: z.array(findingSchema),
    cancelled: z.boolean(),
    processKey: z.string(),
    definitionId: z.string(),
    instanceId: z.string(),
    parentStepId: z.string().nullable(),
    calledInstanceId: z.string().nullable(),
    lane: textSchema.nullable(),
    attempts: z.array(
      z.object({
        topic: z.string(),
        result: z.string(),
        startedAt: z.string(),
        endedAt: z.string(),
        error: z.string().nullable(),
      }),
    ),
    incidents: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        message: z.string(),
        openedAt: z.string(),
        resolvedAt: z.string().nullable(),
      }),
    ),
  })
  .openapi('HistoryItem');

export const historySchema = z
  .object({
    items: z.array(historyItemSchema),
    /** Versions of the models that the case ran in. */
    definitions: z.array(
      z.object({ definitionId: z.string(), processKey: z.string(), version: z.int(), names: textSchema }),
    ),
    /** When the case went on in another version: what was done before stays on the version it was done in. */
    moves: z.array(
      z.object({
        at: instant,
        by: z.string(),
        sourceId: z.string(),
        targetId: z.string(),
        /** The steps that went on, with their element in either version and what the earlier one called it. */
        steps: z.array(
          z.object({ stepId: z.string(), from: z.string(), to: z.string(), fromNames: textSchema }),
        ),
      }),
    ),
  })
  .openapi('History');

export const attachmentSchema = z
  .object({
    id: z.uuid(),
    sha256: z.string(),
    mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
    bytes: z.int(),
    fileName: z.string(),
  })
  .openapi('Attachment');

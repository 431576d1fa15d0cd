import type { Deps } from '../deps.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { MAX_ATTACHMENT_BYTES } from './attachment-type.js';
import { assertBegan } from '../identity/authorize.js';
import { cancelReport } from './cancel-report.js';
import { checkReport } from './check-report.js';
import { downloadDocument } from './download-document.js';
import { IDEMPOTENCY_HEADER, idempotencyKeyOf } from './idempotency.js';
import { duplicatePairSchema, readDuplicates } from './read-duplicates.js';
import { readHistory } from './read-history.js';
import { readReportPage } from './read-report.js';
import { reportListRoutes } from './report-list-routes.js';
import { checkBodySchema, draftBodySchema, submissionSchema } from './report-body.js';
import {
  attachmentSchema,
  checkedSchema,
  draftSchema,
  historySchema,
  reportSchema,
  statusSchema,
  submittedSchema,
} from './report-schemas.js';
import { discardDraft, saveDraft } from './save-draft.js';
import { submitReport } from './submit-report.js';
import { uploadAttachment } from './upload-attachment.js';

const idParams = z.object({ id: z.uuid() });
const service = 'reporting' as const;

export function reportingRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/reports', access: 'report:submit', status: 201 },
      summary: 'Report an event',
      description:
        'Refused only for the shape of the JSON, role, area, attachments and idempotency; what the law judges goes through ' +
        'the process and comes back as `returned` with findings.',
      headers: IDEMPOTENCY_HEADER,
      body: submissionSchema,
      reply: submittedSchema,
      problems: [
        'idempotency-key-required',
        'idempotency-key-reused',
        'request-in-flight',
        'begun-by-another',
      ],
      async handle({ caller, body, request }) {
        const key = idempotencyKeyOf(request, caller, 'POST /api/v1/reports');
        const answer = await submitReport(deps, { caller, body, key });
        const headers: Record<string, string> = { Location: `/api/v1/reports/${answer.body.id}` };
        if (answer.replayed) headers['Idempotency-Replayed'] = 'true';
        return { status: answer.status, headers, body: answer.body };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/reports/check', access: 'report:submit' },
      summary: 'Judge a report by the deployed tables without submitting it',
      body: checkBodySchema,
      reply: checkedSchema,
      handle: async ({ caller, body }) => ({ body: await checkReport(deps, { caller, body }) }),
    }),
    ...reportListRoutes(deps),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/reports/{id}', access: 'report:read' },
      summary: 'One report with its data, findings, documents and result',
      params: idParams,
      reply: reportSchema,
      handle: async ({ caller, params }) => ({ body: await readReportPage(deps, { caller, id: params.id }) }),
    }),
    defineRoute({
      ...{ service, method: 'put', path: '/api/v1/reports/{id}', access: 'report:submit' },
      summary: 'Keep a draft under an id that the caller chose',
      params: idParams,
      body: draftBodySchema,
      reply: draftSchema,
      problems: ['state-conflict', 'draft-changed', 'draft-discarded', 'begun-by-another'],
      handle: async ({ caller, params, body }) => ({
        body: await saveDraft(deps, { caller, id: params.id, body }),
      }),
    }),
    defineRoute({
      ...{ service, method: 'delete', path: '/api/v1/reports/{id}', access: 'report:submit', status: 204 },
      summary: 'Throw a draft of one’s own away',
      params: idParams,
      async handle({ caller, params }) {
        await discardDraft(deps, { caller, id: params.id });
        return { body: undefined };
      },
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/reports/{id}/cancel', access: 'report:cancel' },
      summary: 'Take a report back, until it is registered; or ask to cancel the letter of a move',
      params: idParams,
      body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
      reply: z.object({
        id: z.uuid(),
        ticket: z.string().nullable(),
        type: z.string(),
        status: statusSchema,
      }),
      problems: ['state-conflict'],
      async handle({ caller, params, body }) {
        const cancelled = await cancelReport(deps, { caller, id: params.id, reason: body.reason });
        return { body: { ...cancelled, status: statusSchema.parse(cancelled.status) } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/reports/{id}/duplicates', access: 'case:read' },
      summary: 'People whom the report would add, beside those whom they may be',
      params: idParams,
      reply: z.object({ items: z.array(duplicatePairSchema) }),
      async handle({ caller, params }) {
        return { body: { items: await readDuplicates(deps, { caller, reportId: params.id }) } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/reports/{id}/history', access: 'case:read' },
      summary: 'The case step by step',
      params: idParams,
      reply: historySchema,
      handle: async ({ caller, params }) => ({ body: await readHistory(deps, { caller, id: params.id }) }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/attachments', access: 'attachment:upload', status: 201 },
      summary: 'Upload a pdf, jpg or png of at most 5 MB',
      multipart: { field: 'file', maxBytes: MAX_ATTACHMENT_BYTES, maxFiles: 1 },
      reply: attachmentSchema,
      problems: ['too-large', 'unsupported-file', 'bad-request'],
      async handle({ caller, request }) {
        const [file] = (request.files ?? []) as Express.Multer.File[];
        return { body: await uploadAttachment(deps, { caller, file }) };
      },
    }),
    defineRoute({
      ...{ service, method: 'put', path: '/api/v1/attachments/{id}', access: 'attachment:upload' },
      summary: 'Upload under an id of one’s own: sent again, it is the same upload',
      description:
        'A form field `begunBy` names the officer whose file it is; under another sign-in it is refused.',
      params: idParams,
      multipart: { field: 'file', maxBytes: MAX_ATTACHMENT_BYTES, maxFiles: 1 },
      reply: attachmentSchema,
      problems: ['too-large', 'unsupported-file', 'bad-request', 'state-conflict', 'begun-by-another'],
      async handle({ caller, params, request }) {
        const { begunBy } = (request.body ?? {}) as { begunBy?: unknown };
        assertBegan(caller, begunBy === undefined ? undefined : String(begunBy));
        const [file] = (request.files ?? []) as Express.Multer.File[];
        return { body: await uploadAttachment(deps, { caller, file, id: params.id }) };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/documents/{id}', access: 'document:read' },
      summary: 'An issued document (`format=json`: what was signed) or an upload',
      params: idParams,
      query: z.object({ format: z.enum(['pdf', 'json']).default('pdf') }),
      binary: 'application/octet-stream',
      problems: ['state-conflict'],
      handle: ({ caller, params, query, response }) =>
        downloadDocument(deps, { caller, id: params.id, format: query.format, response }),
    }),
  ];
}

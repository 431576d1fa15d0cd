import { listAudit } from '@lampid/db/reporting/queries-history';
import type { Deps } from '../deps.js';
import { cursorSchema, decodeCursor, limitSchema, pageOf, toPage } from '../http/page.js';
import { defineRoute, SENT, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import type { Caller } from '../identity/authorize.js';
import { countEventLog, eventLogExport, MOST_CASES } from './event-log/export-event-log.js';
import { EXTENSION_PATH, extensionDocument } from './event-log/lampid-extension.js';
import { AUTHORITY_PATH } from './evidence/authority.js';
import { exportEvidence } from './evidence/export-evidence.js';
import { readReplay, replaySchema } from './read-replay.js';
import { asSeenBy } from '../reporting/as-seen-by.js';
import { instant } from '../reporting/report-schemas.js';

const eventLogQuery = z.object({
  type: z.string().max(50),
  /** Default: the caller's area. */
  area: z.string().max(13).optional(),
  /** First and last day of submission, at most 366 days. */
  from: z.iso.date(),
  until: z.iso.date(),
});

export function auditRoutes(deps: Deps): Route[] {
  const service = 'audit' as const;
  const exportEventLog = eventLogExport(deps);
  const about = (caller: Caller, query: z.output<typeof eventLogQuery>) => ({
    ...{ caller, ...query },
    area: query.area ?? caller.areaCode,
  });
  return [
    defineRoute({
      ...{ service: 'audit', method: 'get', path: '/api/v1/reports/{id}/replay', access: 'audit:read' },
      summary: 'A case as it went: steps, data at every revision, acts and looks',
      params: z.object({ id: z.uuid() }),
      reply: replaySchema,
      handle: async ({ caller, params }) => ({ body: await readReplay(deps, { caller, id: params.id }) }),
    }),
    defineRoute({
      ...{ service: 'audit', method: 'get', path: '/api/v1/audit', access: 'audit:read' },
      summary: 'Who did what, newest first',
      query: z.object({
        limit: limitSchema,
        cursor: cursorSchema,
        reportId: z.uuid().optional(),
        actor: z.string().max(100).optional(),
        action: z.string().max(100).optional(),
      }),
      reply: pageOf(
        z.object({
          id: z.string(),
          at: instant,
          actor: z.string(),
          action: z.string(),
          reportId: z.uuid().nullable(),
          object: z.string().nullable(),
          detail: z.record(z.string(), z.unknown()),
        }),
      ),
      async handle({ caller, query }) {
        const after = decodeCursor(query.cursor, 1);
        const { reportId, actor, action, limit } = query;
        const before = after ? String(after[0]) : null;
        const rows = await listAudit(deps.db, { reportId, actor, action, before, limit: limit + 1 });
        return {
          body: toPage({
            ...{ rows, limit },
            item: (row) => ({ ...row, at: row.at.toISOString(), detail: asSeenBy(caller, row.detail) }),
            position: (row) => [row.id],
          }),
        };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/cases/{id}/evidence.zip', access: 'audit:export' },
      summary: 'A case as a signed package that anybody can check without us; written into the audit log',
      params: z.object({ id: z.uuid() }),
      binary: 'application/zip',
      handle: ({ caller, params, response }) => exportEvidence(deps, { caller, id: params.id, response }),
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/audit/event-log', access: 'audit:export' },
      summary: 'How many cases an event log would have',
      query: eventLogQuery,
      /** `most`: a log with more cases is refused. */
      reply: z.object({ cases: z.int(), most: z.int() }),
      problems: ['not-found'],
      handle: async ({ caller, query }) => ({
        body: { cases: await countEventLog(deps, about(caller, query)), most: MOST_CASES },
      }),
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/audit/event-log.xes', access: 'audit:export' },
      summary: 'Cases as an event log (XES, IEEE 1849-2016); written into the audit log',
      description:
        'A trace is a case by its ticket; events name steps, transitions, instants, and who acted by user name. Nobody reported about is ' +
        'named. Streamed: at most 100,000 cases, ten minutes, two at a time; one that is broken off lacks its end.',
      query: eventLogQuery,
      binary: 'application/xml',
      problems: ['not-found', 'too-many-requests'],
      handle: ({ caller, query, response }) => exportEventLog(about(caller, query), response),
    }),
    defineRoute({
      ...{ service, method: 'get', path: EXTENSION_PATH, access: 'public' },
      summary: 'What the attributes of our own in an event log mean',
      binary: 'application/xml',
      handle({ response }) {
        response.type('application/xml').send(extensionDocument(deps.config.PUBLIC_URL));
        return Promise.resolve(SENT);
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: AUTHORITY_PATH, access: 'public' },
      summary: 'The certificate that the signatures of the office lead to',
      binary: 'application/x-pem-file',
      handle({ response }) {
        response.type('application/x-pem-file').send(deps.signer.authority);
        return Promise.resolve(SENT);
      },
    }),
  ];
}

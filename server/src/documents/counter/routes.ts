/** The counter: a ticket to take home, documents that wait, and who collected them. */
import { areaNames } from '@lampid/db/reference/areas';
import { loadCalendar } from '@lampid/db/reference/calendar';
import {
  COLLECTORS,
  handoversOf,
  readHandover,
  SHOWN_IDENTITIES,
  waitingDocuments,
  type Handover,
} from '@lampid/db/registry/handovers';
import { findOfficer } from '@lampid/db/identity/officers';
import { issuedDocuments } from '@lampid/db/reporting/queries-reports';
import { todayJakarta } from '@lampid/domain/dates';
import { maskName } from '@lampid/domain/masking';
import type { Text } from '@lampid/domain/rules/finding';
import type { Response } from 'express';
import { noteStandIn } from '../../audit/stand-in-views.js';
import type { Deps } from '../../deps.js';
import {
  cursorSchema,
  decodeCursor,
  likePattern,
  limitSchema,
  numberSchema,
  pageOf,
  searchSchema,
  toPage,
} from '../../http/page.js';
import { notFound, Problem } from '../../http/problem.js';
import { defineRoute, SENT, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { areasOf, seesInSteadOf, type Caller } from '../../identity/authorize.js';
import { findReadableReport, findReportToShow, NO_REPORT } from '../../reporting/read-report.js';
import { instant } from '../../reporting/report-schemas.js';
import { expectedDay } from '../../reporting/tracking/expected-day.js';
import { handOver } from './hand-over.js';
import { printHandoverReceipt, printTicketSlip } from './print-slip.js';

const service = 'registry' as const;
const params = z.object({ id: z.uuid() });

/** How the papers name them. */
const RELATION_NAMES: Record<Handover['relation'], string> = {
  self: 'Yang bersangkutan / the person',
  family: 'Keluarga / family',
  proxy: 'Penerima kuasa / proxy',
};
const SHOWN_NAMES: Record<Handover['shown'], string> = {
  ...{ 'ktp-el': 'KTP-el', kk: 'Kartu Keluarga', sim: 'SIM', paspor: 'Paspor' },
};

const collectedFields = {
  documents: z.array(z.uuid()).min(1).max(50),
  collectedBy: z.string().trim().min(2).max(100),
  relation: z.enum(COLLECTORS),
  shown: z.enum(SHOWN_IDENTITIES),
  reason: z.string().trim().min(3).max(300).nullish(),
};

const handoverSchema = z
  .object({
    id: z.uuid(),
    documents: z.array(z.uuid()),
    collectedBy: z.string(),
    relation: z.enum(COLLECTORS),
    shown: z.enum(SHOWN_IDENTITIES),
    reason: z.string().nullable(),
    handedBy: z.string(),
    handedAt: instant,
    receipt: z.string(),
  })
  .openapi('Handover');

const waitingSchema = z
  .object({
    reportId: z.uuid(),
    ticket: z.string(),
    type: z.string(),
    title: z.string(),
    areaName: z.string(),
    /** The absent officer whose counter it is; null for one's own. */
    deputyOf: z.string().nullable(),
    documents: z.int(),
    since: instant,
  })
  .openapi('WaitingDocuments');

export function counterRoutes(deps: Deps): Route[] {
  const { db, config } = deps;

  const nameOf = async (code: string) => (await areaNames(db, [code])).get(code) ?? code;
  const namesOfDocuments = (type: string, kind: string): Text =>
    deps.events.get(type)?.definition.issues.find((issued) => issued.kind === kind)?.names ?? {
      id: kind,
      en: kind,
    };

  const listWaiting = async (
    caller: Caller,
    asked: {
      limit: number;
      cursor?: string | undefined;
      q?: string | undefined;
      number?: string | undefined;
    },
  ) => {
    const { limit, cursor, q, number } = asked;
    await noteStandIn(db, caller, 'handovers');
    const after = decodeCursor(cursor, 2);
    const rows = await waitingDocuments(db, {
      ...{ areaCodes: areasOf(caller), pattern: q ? likePattern(q) : undefined, number, limit: limit + 1 },
      after: after && { position: String(after[0]), id: String(after[1]) },
    });
    const names = await areaNames(
      db,
      rows.map((row) => row.areaCode),
    );
    return toPage({
      ...{ rows, limit },
      item: ({ reportId, ticket, type, title, areaCode, documents, since }) => ({
        ...{ reportId, ticket, type, title, documents, since: since.toISOString() },
        areaName: names.get(areaCode) ?? areaCode,
        deputyOf: seesInSteadOf(caller, areaCode),
      }),
      position: (row) => [row.position, row.reportId],
    });
  };

  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/reports/{id}/slip', access: 'document:print' },
      summary: 'The ticket as a small page to take home: no number of anybody, the name masked',
      params,
      binary: 'application/pdf',
      problems: ['not-found', 'state-conflict'],
      async handle({ caller, params: { id }, response }) {
        const report = await findReadableReport(db, caller, id);
        if (!report.ticket || !report.submittedAt)
          throw new Problem('state-conflict', {
            id: 'Draf belum bernomor tiket',
            en: 'A draft has no ticket',
          });
        const event = deps.events.get(report.type)?.definition;
        const calendar = await loadCalendar(db);
        const page = await printTicketSlip({
          ...{ cityName: await nameOf(config.CITY), areaName: await nameOf(report.areaCode) },
          ...{ ticket: report.ticket, name: maskName(report.title) },
          event: event?.names ?? { id: report.type, en: report.type },
          submittedOn: todayJakarta(report.submittedAt),
          expectedOn: expectedDay({ status: report.status, awaitsOthers: false }, deps.now(), calendar),
          trackUrl: `${config.PUBLIC_URL}/track?ticket=${encodeURIComponent(report.ticket)}`,
        });
        return sendPdf(response, page, `tiket-${report.ticket}.pdf`);
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/reports/{id}/handovers', access: 'document:read' },
      summary: 'Who collected documents of the case, latest first',
      params,
      reply: z.object({ items: z.array(handoverSchema) }),
      async handle({ caller, params: { id } }) {
        await findReportToShow(db, caller, id);
        const items = await handoversOf(db.manager, id);
        return { body: { items: items.map(handoverView) } };
      },
    }),
    defineRoute({
      ...{
        service,
        method: 'post',
        path: '/api/v1/reports/{id}/handovers',
        access: 'document:print',
        status: 201,
      },
      summary: 'Documents of the case are handed over; once more only for a reason',
      params,
      body: z.strictObject(collectedFields),
      reply: z.object({ id: z.uuid(), receipt: z.string() }),
      problems: ['not-found', 'state-conflict'],
      async handle({ caller, params: { id }, body }) {
        const report = await findReadableReport(db, caller, id);
        const collected = { ...body, reason: body.reason ?? null };
        const handover = await handOver(deps, { caller, report, collected });
        return { body: { id: handover, receipt: receiptOf(handover) } };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/handovers/waiting', access: 'document:print' },
      summary: "Cases of the caller's area whose documents wait at the counter, the longest first",
      query: z.object({ limit: limitSchema, cursor: cursorSchema, q: searchSchema }),
      reply: pageOf(waitingSchema),
      handle: async ({ caller, query }) => ({ body: await listWaiting(caller, query) }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/handovers/waiting/search', access: 'document:print' },
      summary: 'The same cases as far as they name a NIK or KK number',
      body: z.strictObject({ limit: limitSchema, cursor: cursorSchema, number: numberSchema }),
      reply: pageOf(waitingSchema),
      handle: async ({ caller, body }) => ({ body: await listWaiting(caller, body) }),
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/handovers/{id}/receipt', access: 'document:print' },
      summary: 'Bukti serah terima: what was collected, by whom, to be signed by both',
      params,
      binary: 'application/pdf',
      problems: ['not-found'],
      async handle({ caller, params: { id }, response }) {
        const handover = await readHandover(db.manager, id);
        if (!handover) throw notFound(NO_REPORT);
        const report = await findReportToShow(db, caller, handover.reportId);
        const [documents, officer] = await Promise.all([
          issuedDocuments(db, report.id),
          findOfficer(db, handover.handedBy),
        ]);
        const page = await printHandoverReceipt({
          ...{ cityName: await nameOf(config.CITY), areaName: await nameOf(report.areaCode) },
          ...{ ticket: report.ticket ?? '', collectedBy: handover.collectedBy, reason: handover.reason },
          documents: documents
            .filter((document) => handover.documents.includes(document.id))
            .map(({ kind, number }) => ({
              name: namesOfDocuments(report.type, kind).id,
              // A family card's document bears its number: the paper may be lost.
              number: kind === 'kk' ? null : number,
            })),
          relation: RELATION_NAMES[handover.relation],
          shown: SHOWN_NAMES[handover.shown],
          officer: officer?.name ?? handover.handedBy,
          handedOn: todayJakarta(handover.handedAt),
        });
        return sendPdf(response, page, `serah-terima-${report.ticket ?? id}.pdf`);
      },
    }),
  ];
}

const receiptOf = (id: string) => `/api/v1/handovers/${id}/receipt`;

function handoverView({ reportId: _, ...handover }: Handover) {
  return { ...handover, handedAt: handover.handedAt.toISOString(), receipt: receiptOf(handover.id) };
}

function sendPdf(response: Response, content: Buffer, fileName: string): typeof SENT {
  response
    .set({
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    })
    .end(content);
  return SENT;
}

/** A case as an auditor plays it back: its steps, its data at every revision, how it was judged, what everybody did with it and who looked. */
import { CASE_VIEWED } from '@lampid/db/kernel/case-views';
import { issuedDocuments } from '@lampid/db/reporting/queries-reports';
import { registrationsOf, type RegistrationCourse } from '@lampid/db/registry/registrations';
import { auditOfReport } from '@lampid/db/reporting/queries-history';
import { reportRevisions } from '@lampid/db/reporting/report';
import type { Deps } from '../deps.js';
import type { Caller } from '../identity/authorize.js';
import { asSeenBy } from '../reporting/as-seen-by.js';
import { historyOf } from '../reporting/read-history.js';
import { findReportToShow } from '../reporting/read-report.js';
import { historySchema, instant, statusSchema } from '../reporting/report-schemas.js';
import { z } from '../http/zod.js';
import { judgingSchema, readJudgings } from './read-judgings.js';

export const replaySchema = historySchema
  .extend({
    revisions: z.array(
      z.object({
        revision: z.int(),
        madeAt: instant,
        madeBy: z.string(),
        data: z.record(z.string(), z.unknown()),
      }),
    ),
    /** Each time that rules or the register judged the case, oldest first; the last one before an instant is what was known then. */
    judgings: z.array(judgingSchema),
    /** Oldest first; one that was taken back says when, and by which report where another one did. */
    registrations: z.array(
      z.object({
        registeredAt: instant,
        reversedAt: instant.nullable(),
        revokedBy: z.object({ reportId: z.uuid(), ticket: z.string().nullable() }).nullable(),
      }),
    ),
    /** How the case ended; null while it goes on. */
    ended: z.object({ at: instant, status: statusSchema }).nullable(),
    /** Oldest first, without the looks. */
    acts: z.array(
      z.object({
        id: z.string(),
        at: instant,
        actor: z.string(),
        action: z.string(),
        object: z.string().nullable(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
    /** Who looked at the case, at most once an hour for each. */
    views: z.array(z.object({ id: z.string(), at: instant, actor: z.string() })),
    documents: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        number: z.string().nullable(),
        issuedAt: instant,
        /** With the registration that it rests on. */
        voidedAt: instant.nullable(),
      }),
    ),
  })
  .openapi('Replay');

/** @throws Problem 404 */
export async function readReplay(
  deps: Deps,
  input: { caller: Caller; id: string },
): Promise<z.input<typeof replaySchema>> {
  const { caller, id } = input;
  const report = await findReportToShow(deps.db, caller, id);
  const [history, revisions, audit, documents, registrations] = await Promise.all([
    historyOf(deps, id),
    reportRevisions(deps.db.manager, id),
    auditOfReport(deps.db, id),
    issuedDocuments(deps.db, id),
    registrationsOf(deps.db.manager, id),
  ]);
  return {
    ...history,
    revisions: revisions.map(({ revision, madeAt, madeBy, data }) => ({
      ...{ revision, madeBy, madeAt: madeAt.toISOString() },
      data: asSeenBy(caller, data),
    })),
    judgings: asSeenBy(caller, await readJudgings(deps, { id, history })),
    registrations: registrations.map(({ registeredAt, reversedAt, revokedBy }) => ({
      registeredAt: registeredAt.toISOString(),
      reversedAt: reversedAt?.toISOString() ?? null,
      revokedBy,
    })),
    ended: report.endedAt && { at: report.endedAt.toISOString(), status: report.status },
    acts: audit.flatMap(({ id: actId, at, actor, action, object, detail }) =>
      action === CASE_VIEWED
        ? []
        : [{ id: actId, at: at.toISOString(), actor, action, object, detail: asSeenBy(caller, detail) }],
    ),
    views: audit.flatMap(({ id: viewId, at, actor, action }) =>
      action === CASE_VIEWED ? [{ id: viewId, at: at.toISOString(), actor }] : [],
    ),
    documents: documents.map(({ id: documentId, kind, number, status, issuedAt }) => ({
      ...{ id: documentId, kind, issuedAt: issuedAt.toISOString() },
      number: asSeenBy(caller, number),
      voidedAt: status === 'void' ? voidedAt(issuedAt, registrations) : null,
    })),
  };
}

/** Documents become void with the registration that stood when they were issued. */
function voidedAt(issuedAt: Date, registrations: readonly RegistrationCourse[]): string | null {
  const ended = registrations.find(({ reversedAt }) => reversedAt !== null && reversedAt >= issuedAt);
  return ended?.reversedAt?.toISOString() ?? null;
}

/** A case as an auditor plays it back: its steps, its data at every revision, what everybody did with it and who looked. */
import { CASE_VIEWED } from '@lampid/db/kernel/case-views';
import { issuedDocuments } from '@lampid/db/reporting/queries-reports';
import { auditOfReport } from '@lampid/db/reporting/queries-history';
import { reportRevisions } from '@lampid/db/reporting/report';
import type { Deps } from '../deps.js';
import type { Caller } from '../identity/authorize.js';
import { asSeenBy } from '../reporting/as-seen-by.js';
import { readHistory } from '../reporting/read-history.js';
import { historySchema, instant } from '../reporting/report-schemas.js';
import { z } from '../http/zod.js';

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
        status: z.string(),
        issuedAt: instant,
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
  const history = await readHistory(deps, input);
  const [revisions, audit, documents] = await Promise.all([
    reportRevisions(deps.db.manager, id),
    auditOfReport(deps.db, id),
    issuedDocuments(deps.db, id),
  ]);
  return {
    ...history,
    revisions: revisions.map(({ revision, madeAt, madeBy, data }) => ({
      ...{ revision, madeBy, madeAt: madeAt.toISOString() },
      data: asSeenBy(caller, data),
    })),
    acts: audit.flatMap(({ id: actId, at, actor, action, object, detail }) =>
      action === CASE_VIEWED
        ? []
        : [{ id: actId, at: at.toISOString(), actor, action, object, detail: asSeenBy(caller, detail) }],
    ),
    views: audit.flatMap(({ id: viewId, at, actor, action }) =>
      action === CASE_VIEWED ? [{ id: viewId, at: at.toISOString(), actor }] : [],
    ),
    documents: documents.map((document) => ({
      ...{
        id: document.id,
        kind: document.kind,
        number: asSeenBy(caller, document.number),
        status: document.status,
      },
      issuedAt: document.issuedAt.toISOString(),
    })),
  };
}

import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@lampid/db/data-source';
import { recordAudit } from '@lampid/db/kernel/audit';
import { deleteDraft, insertReport, loadReport, updateReport } from '@lampid/db/reporting/report';
import type { EventDefinition } from '@lampid/processes/define-event';
import type { Deps } from '../deps.js';
import { notFound, Problem } from '../http/problem.js';
import { assertBegan, assertMayReport, type Caller } from '../identity/authorize.js';
import { eventOf, summaryOf } from './report-body.js';

/** As the column's default. */
const FIRST_VERSION = 1;

export interface Draft {
  id: string;
  type: string;
  status: 'draft';
  /** Of the draft as it is kept now: what the next change of it starts from. */
  version: number;
}

/**
 * Keeps a report that is not finished: whoever calls chooses the id, so a lost answer is repeated without harm. Its data is
 * anything; the schema is checked when it is submitted. With the version that it was changed from, a draft that somebody else (another
 * window) has changed since is not overwritten, and one that was thrown away does not come back. @throws Problem 403, 404, 409
 */
export async function saveDraft(
  deps: Deps,
  input: {
    caller: Caller;
    id: string;
    body: {
      type: string;
      data: Record<string, unknown>;
      version?: number | undefined;
      begunBy?: string | undefined;
    };
  },
): Promise<Draft> {
  const { caller, id, body } = input;
  const event = eventOf(deps.events, body.type);
  assertBegan(caller, body.begunBy);
  assertMayReport(caller, event);
  const version = await deps.db.transaction((tx) =>
    keep(tx, { caller, id, event, data: body.data, from: body.version }),
  );
  return { id, type: event.id, status: 'draft', version };
}

async function keep(
  tx: Tx,
  draft: {
    caller: Caller;
    id: string;
    event: EventDefinition;
    data: Record<string, unknown>;
    from: number | undefined;
  },
): Promise<number> {
  const { caller, id, event, data, from } = draft;
  const known = await loadReport(tx, id, { lock: 'update' });
  const summary = summaryOfDraft(event, data);
  if (!known) {
    if (from !== undefined) throw new Problem('draft-discarded');
    const { areaCode, username: createdBy } = caller;
    await insertReport(tx, { id, type: event.id, areaCode, createdBy, data, ...summary });
    return FIRST_VERSION;
  }
  if (known.createdBy !== caller.username || known.type !== event.id) throw notFound();
  if (known.status !== 'draft')
    throw new Problem('state-conflict', {
      id: 'Laporan sudah diajukan',
      en: 'The report was already submitted',
    });
  if (from !== undefined && from !== known.version) {
    // The answer to the same change was lost on the way.
    if (isDeepStrictEqual(known.data, data)) return known.version;
    throw new Problem('draft-changed');
  }
  await updateReport(tx, { id, version: known.version, set: { data, ...summary } });
  return known.version + 1;
}

/** Throws away a report that was never submitted. @throws Problem 404 for everything else */
export async function discardDraft(deps: Deps, input: { caller: Caller; id: string }): Promise<void> {
  const { caller, id } = input;
  await deps.db.transaction(async (tx) => {
    const known = await loadReport(tx, id, { lock: 'update' });
    if (!known || known.createdBy !== caller.username || known.status !== 'draft') throw notFound();
    await deleteDraft(tx, id);
    await recordAudit(tx, { actor: caller.username, action: 'draft.discarded', object: `draft:${id}` });
  });
}

/** A draft may lack whatever its title is made of. */
function summaryOfDraft(event: EventDefinition, data: unknown) {
  try {
    return summaryOf(event, data, null);
  } catch {
    return { title: '', searchText: '', eventDate: null };
  }
}

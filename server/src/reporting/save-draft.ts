import type { Tx } from '@lampid/db/data-source';
import { insertReport, loadReport, updateReport } from '@lampid/db/reporting/report';
import type { EventDefinition } from '@lampid/processes/define-event';
import type { Deps } from '../deps.js';
import { notFound, Problem } from '../http/problem.js';
import { assertMayReport, type Caller } from '../identity/authorize.js';
import { eventOf, summaryOf } from './report-body.js';

export interface Draft {
  id: string;
  type: string;
  status: 'draft';
}

/**
 * Keeps a report that is not finished: whoever calls chooses the id, so a lost answer is repeated without harm. Its data is
 * anything; the schema is checked when it is submitted.
 */
export async function saveDraft(
  deps: Deps,
  input: { caller: Caller; id: string; body: { type: string; data: Record<string, unknown> } },
): Promise<Draft> {
  const { caller, id, body } = input;
  const event = eventOf(deps.events, body.type);
  assertMayReport(caller, event);
  await deps.db.transaction((tx) => keep(tx, { caller, id, event, data: body.data }));
  return { id, type: event.id, status: 'draft' };
}

async function keep(
  tx: Tx,
  draft: { caller: Caller; id: string; event: EventDefinition; data: Record<string, unknown> },
): Promise<void> {
  const { caller, id, event, data } = draft;
  const known = await loadReport(tx, id, { lock: 'update' });
  const summary = summaryOfDraft(event, data);
  if (!known) {
    const { areaCode, username: createdBy } = caller;
    return insertReport(tx, { id, type: event.id, areaCode, createdBy, data, ...summary });
  }
  if (known.createdBy !== caller.username || known.type !== event.id) throw notFound();
  if (known.status !== 'draft')
    throw new Problem('state-conflict', {
      id: 'Laporan sudah diajukan',
      en: 'The report was already submitted',
    });
  await updateReport(tx, { id, version: known.version, set: { data, ...summary } });
}

/** A draft may lack whatever its title is made of. */
function summaryOfDraft(event: EventDefinition, data: unknown) {
  try {
    return summaryOf(event, data, null);
  } catch {
    return { title: '', searchText: '', eventDate: null };
  }
}

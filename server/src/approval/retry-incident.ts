import { findIncident, resolveIncident, type Incident } from '@lampid/db/approval/incidents';
import { recordAudit } from '@lampid/db/kernel/audit';
import { retryPoison } from '@lampid/db/kernel/outbox-relay';
import type { Deps } from '../deps.js';
import { notFound, Problem } from '../http/problem.js';
import { assertCovers, type Caller } from '../identity/authorize.js';
import { tagScope } from '../observability/request-scope.js';

const RETRIES = 3;
const NO_INCIDENT = { id: 'Insiden tidak ditemukan', en: 'No such incident' };

export type IncidentRetry = 'retried' | 'resolved';

/**
 * Lets what failed be tried again: the engine's step or an outbox row. Our own incidents that nothing can repeat (a message that found no
 * place, a decision that came too late) are marked as seen.
 * @throws Problem 404, 409 when it is over already
 */
export async function retryIncident(
  deps: Deps,
  input: { caller: Caller; id: string },
): Promise<{ id: string; result: IncidentRetry }> {
  const { caller, id } = input;
  const incident = await findIncident(deps.db.manager, id);
  if (!incident) throw notFound(NO_INCIDENT);
  if (incident.reportId) assertCovers(caller, incident.areaCode, NO_INCIDENT);
  tagScope({ ticket: incident.ticket, ...(incident.reportId && { reportId: incident.reportId }) });
  if (incident.resolvedAt) throw over();
  const result = await retry(deps, incident);
  await recordAudit(deps.db.manager, {
    ...{ actor: caller.username, action: `incident.${result}`, reportId: incident.reportId },
    object: `incident:${id}`,
  });
  return { id, result };
}

async function retry(deps: Deps, incident: Incident): Promise<IncidentRetry> {
  const { db, engine } = deps;
  const [, kind, rest] = /^(outbox|inbound|decision):(.+)$/.exec(incident.id) ?? [];
  if (kind === undefined) {
    // Resolved by the feed once the step has gone on.
    if ((await engine.retry({ incidentId: incident.id, retries: RETRIES })) === 'gone') throw over();
    return 'retried';
  }
  const again = kind === 'outbox' && (await retryPoison(db, rest!));
  await resolveIncident(db.manager, incident.id);
  return again ? 'retried' : 'resolved';
}

function over(): Problem {
  return new Problem('state-conflict', { id: 'Insiden sudah selesai', en: 'The incident is over' });
}

import type { DataSource } from '@lampid/db/data-source';
import { VIEW_MS } from '@lampid/db/kernel/case-views';
import { recordAudit } from '@lampid/db/kernel/audit';
import { seesInSteadOf, type Caller } from '../identity/authorize.js';

/** When a deputy was last written down at a list; at most one a deputy, absent officer and list. */
const known = new Map<string, number>();

/**
 * Writes down that a deputy sees in a list what is another area's, before they do: for whom, and once an hour for each (of a server that is
 * started anew, once more).
 */
export async function noteStandIn(db: DataSource, caller: Caller, list: 'tasks' | 'reports'): Promise<void> {
  for (const { username, areaCode } of caller.deputising) {
    if (seesInSteadOf(caller, areaCode) === null) continue;
    const look = `${caller.username} ${username} ${list}`;
    if ((known.get(look) ?? 0) > Date.now()) continue;
    await recordAudit(db.manager, {
      ...{ actor: caller.username, action: 'list.viewed', object: list },
      detail: { deputyOf: username, area: areaCode },
    });
    known.set(look, Date.now() + VIEW_MS);
  }
}

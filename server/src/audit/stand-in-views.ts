import type { DataSource } from '@lampid/db/data-source';
import { recordAudit } from '@lampid/db/kernel/audit';
import { seesInSteadOf, type Caller } from '../identity/authorize.js';
import { Lately } from './lately.js';

/** One a deputy, absent officer and list. */
const looks = new Lately(10_000);

/**
 * Writes down that a deputy sees in a list what is another area's, before they do: for whom, and once an hour for each (of a server that is
 * started anew, once more).
 * @param area the one that the list is of; without it, it shows all of the caller's
 */
export async function noteStandIn(
  db: DataSource,
  caller: Caller,
  list: 'tasks' | 'reports' | 'residents' | 'handovers' | 'books' | 'names',
  area?: string,
): Promise<void> {
  for (const { username, areaCode } of caller.deputising) {
    if (seesInSteadOf(caller, areaCode) === null) continue;
    if (area !== undefined && seesInSteadOf(caller, area) !== username) continue;
    await looks.once(`${caller.username} ${username} ${list}`, () =>
      recordAudit(db.manager, {
        ...{ actor: caller.username, action: 'list.viewed', object: list },
        detail: { deputyOf: username, area: areaCode },
      }),
    );
  }
}

/** What the audit says beside the act itself: in whose stead somebody of this area is looked at, where it is not the caller's own. */
export function inStead(caller: Caller, areaCode: string | null): { deputyOf?: string } {
  const deputyOf = areaCode === null ? null : seesInSteadOf(caller, areaCode);
  return deputyOf === null ? {} : { deputyOf };
}

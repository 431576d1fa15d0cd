/** What becomes of claimed tasks when an absence begins and when it is over. Each happens once for an absence. */
import { releaseTasksOf, releaseTasksOutside } from '@lampid/db/approval/tasks';
import type { Tx } from '@lampid/db/data-source';
import { deputisedBy, markReleased, markReturned, type Absence } from '@lampid/db/identity/absences';
import { findUser } from '@lampid/db/identity/users';
import { recordAudit } from '@lampid/db/kernel/audit';
import { groupsOf } from '../authorize.js';

type Begun = Pick<Absence, 'id' | 'username' | 'deputy'>;

/** The absent officer's tasks go back to their groups, where the deputy finds them. Answers how many. */
export async function releaseClaims(
  tx: Tx,
  { absence, actor }: { absence: Begun; actor: string },
): Promise<number> {
  const { id, username, deputy } = absence;
  const released = await releaseTasksOf(tx, { username });
  await noteReleased(tx, { actor, released, detail: { absence: id, of: username, deputy } });
  await markReleased(tx, id);
  return released.length;
}

/** What the deputy still holds of groups that were theirs by this absence only goes back: nobody else could take it. Answers how many. */
export async function returnClaims(
  tx: Tx,
  { absence, actor, today }: { absence: Begun; actor: string; today: string },
): Promise<number> {
  const { id, deputy } = absence;
  if (deputy === null) return 0;
  const officer = await findUser(tx, deputy);
  const deputising = await deputisedBy(tx, { username: deputy, today });
  const groups = officer ? groupsOf({ ...officer, deputising }) : [];
  const released = await releaseTasksOutside(tx, { username: deputy, groups });
  await noteReleased(tx, { actor, released, detail: { absence: id, of: deputy } });
  await markReturned(tx, id);
  return released.length;
}

async function noteReleased(
  tx: Tx,
  input: {
    actor: string;
    released: { id: string; reportId: string | null }[];
    detail: Record<string, unknown>;
  },
): Promise<void> {
  const { actor, released, detail } = input;
  await recordAudit(
    tx,
    released.map((task) => ({
      ...{ actor, action: 'task.released', reportId: task.reportId, object: `task:${task.id}`, detail },
    })),
  );
}

import { endAbsence, findAbsence, type Absence } from '@lampid/db/identity/absences';
import { findUser } from '@lampid/db/identity/users';
import { recordAudit } from '@lampid/db/kernel/audit';
import { todayJakarta } from '@lampid/domain/dates';
import type { Deps } from '../../deps.js';
import { notFound, Problem } from '../../http/problem.js';
import { assertEntersAbsence, type Caller } from '../authorize.js';
import type { OfficerCache } from '../officer-cache.js';
import { returnClaims } from './release-claims.js';

/** Takes an absence back, or ends it today. @throws Problem 404 not the caller's, 409 when it is over */
export async function takeBackAbsence(
  deps: Pick<Deps, 'db' | 'now'>,
  officers: OfficerCache,
  { caller, id }: { caller: Caller; id: string },
): Promise<Absence> {
  const today = todayJakarta(deps.now());
  const ended = await deps.db.transaction(async (tx) => {
    const absence = await findAbsence(tx, id, { lock: true });
    if (!absence) throw notFound();
    assertEntersAbsence(caller, await findUser(tx, absence.username));
    if (absence.until < today || !(await endAbsence(tx, { id, by: caller.username })))
      throw new Problem('state-conflict', {
        id: 'Ketidakhadiran ini sudah berakhir',
        en: 'This absence is over',
      });
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'absence.ended', object: `user:${absence.username}` },
      detail: { absence: id },
    });
    await returnClaims(tx, { absence, actor: caller.username, today });
    return (await findAbsence(tx, id))!;
  });
  officers.forget(ended.username);
  if (ended.deputy !== null) officers.forget(ended.deputy);
  return ended;
}

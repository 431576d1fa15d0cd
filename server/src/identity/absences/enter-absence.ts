import {
  absencesAround,
  createAbsence,
  findAbsence,
  lockOfficers,
  type Absence,
} from '@lampid/db/identity/absences';
import type { Tx } from '@lampid/db/data-source';
import { findUser } from '@lampid/db/identity/users';
import { recordAudit } from '@lampid/db/kernel/audit';
import { newId } from '@lampid/db/kernel/new-id';
import { todayJakarta } from '@lampid/domain/dates';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, type InputFault } from '../../http/problem.js';
import { assertEntersAbsence, mayDeputise, type Caller } from '../authorize.js';
import type { OfficerCache } from '../officer-cache.js';
import { dayFaults, overlapFaults, type AskedAbsence } from './absence-faults.js';
import { releaseClaims } from './release-claims.js';

/**
 * Somebody will be away: one's own absence, or any officer's by an admin. One that begins today releases their tasks at once.
 * @throws Problem 404 not an officer whom the caller may enter, 422
 */
export async function enterAbsence(
  deps: Pick<Deps, 'db' | 'now'>,
  officers: OfficerCache,
  input: { caller: Caller; asked: AskedAbsence; reason: string | null },
): Promise<Absence> {
  const { caller, asked, reason } = input;
  const today = todayJakarta(deps.now());
  const entered = await deps.db.transaction(async (tx) => {
    const id = newId(deps.now().getTime());
    await lockOfficers(tx, [asked.username, ...(asked.deputy === null ? [] : [asked.deputy])]);
    const account = await findUser(tx, asked.username);
    assertEntersAbsence(caller, account);
    const faults = [...dayFaults(asked, today), ...(await deputyFaults(tx, { caller, asked, account }))];
    if (faults.length === 0) faults.push(...overlapFaults(asked, await around(tx, asked)));
    if (faults.length > 0) throw invalidInput(faults);
    const { username, from, until, deputy } = asked;
    await createAbsence(tx, { id, username, from, until, deputy, reason, enteredBy: caller.username });
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'absence.entered', object: `user:${username}` },
      detail: { absence: id, from, until, deputy },
    });
    if (from <= today) await releaseClaims(tx, { absence: { id, username, deputy }, actor: caller.username });
    return (await findAbsence(tx, id))!;
  });
  officers.forget(asked.username);
  if (asked.deputy !== null) officers.forget(asked.deputy);
  return entered;
}

async function around(tx: Tx, { username, deputy, from, until }: AskedAbsence): Promise<Absence[]> {
  const own = await absencesAround(tx, { username, from, until });
  return deputy === null ? own : [...own, ...(await absencesAround(tx, { username: deputy, from, until }))];
}

async function deputyFaults(
  tx: Tx,
  input: { caller: Caller; asked: AskedAbsence; account: Parameters<typeof mayDeputise>[1] },
): Promise<InputFault[]> {
  const { caller, asked, account } = input;
  if (asked.deputy === null) return [];
  if (asked.deputy === asked.username)
    return [
      inputFault('OWN_DEPUTY', 'deputy', {
        id: 'Pengganti haruslah petugas lain',
        en: 'The deputy must be somebody else',
      }),
    ];
  const deputy = await findUser(tx, asked.deputy);
  if (deputy && mayDeputise(caller, account, deputy)) return [];
  return [
    inputFault('NO_DEPUTY', 'deputy', {
      id: 'Pengganti haruslah petugas aktif dengan peran dan wilayah yang sama; dari wilayah lain di kota hanya admin yang menunjuk',
      en: 'A deputy is an active officer of the same role and area; one of another area of the city is named by an admin only',
    }),
  ];
}

/** An admin makes and changes accounts: role, area, and whether they may sign in. Everything is written into the audit log. */
import type { Tx } from '@lampid/db/data-source';
import { changeUser, createUser, endSessionsOf, findUser, type User } from '@lampid/db/identity/users';
import { recordAudit } from '@lampid/db/kernel/audit';
import { areaNames } from '@lampid/db/reference/areas';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, notFound, Problem } from '../../http/problem.js';
import { assertCovers, assertKeepsAdmin, type Caller } from '../authorize.js';
import type { OfficerCache } from '../officer-cache.js';
import { areaFaults, type UserBody } from './user-body.js';

interface Input {
  caller: Caller;
  username: string;
  body: UserBody;
}

/** @throws Problem 404 foreign area, 409 the name is taken, 422 */
export async function addUser(deps: Deps, { caller, username, body }: Input): Promise<User> {
  await assertSound(deps, caller, body);
  return deps.db.transaction(async (tx) => {
    if (!(await createUser(tx, { username, ...body })))
      throw new Problem('state-conflict', {
        id: 'Nama pengguna sudah dipakai',
        en: 'The user name is taken',
      });
    await note(tx, { caller, username, action: 'user.created', after: body });
    return (await findUser(tx, username))!;
  });
}

/** @throws Problem 404, 409 somebody else changed it, or the caller would lock themselves out, 422 */
export async function updateUser(
  deps: Deps,
  officers: OfficerCache,
  input: Input & { version: number; active: boolean },
): Promise<User> {
  const { caller, username, body, version, active } = input;
  await assertSound(deps, caller, body);
  const saved = await deps.db.transaction(async (tx) => {
    const before = await findUser(tx, username, { lock: true });
    if (!before || before.role === 'citizen') throw notFound();
    assertCovers(caller, before.areaCode);
    assertKeepsAdmin(caller, { username, ...body, active });
    if (!(await changeUser(tx, { username, version, active, ...body })))
      throw new Problem('state-conflict', {
        id: 'Akun ini diubah orang lain; muat ulang dahulu',
        en: 'Somebody else changed this account; reload it first',
      });
    // A page that is open must not go on with rights that were taken away.
    const rights = before.role !== body.role || before.areaCode !== body.areaCode || !active;
    const sessions = rights ? await endSessionsOf(tx, username) : 0;
    await note(tx, {
      caller,
      username,
      action: 'user.changed',
      before,
      after: { ...body, active },
      sessions,
    });
    return (await findUser(tx, username))!;
  });
  officers.forget(username);
  return saved;
}

async function assertSound(deps: Deps, caller: Caller, body: UserBody): Promise<void> {
  assertCovers(caller, body.areaCode);
  const faults = areaFaults(body);
  if (!(await areaNames(deps.db, [body.areaCode])).has(body.areaCode))
    faults.push(inputFault('UNKNOWN_AREA', 'areaCode', { id: 'Wilayah tidak dikenal', en: 'No such area' }));
  if (faults.length > 0) throw invalidInput(faults);
}

type Rights = Pick<User, 'role' | 'areaCode' | 'rt' | 'rw'> & { active?: boolean };

/** Role, area and state; names and addresses of people are not repeated in the log. */
async function note(
  tx: Tx,
  entry: {
    caller: Caller;
    username: string;
    action: string;
    before?: User;
    after: UserBody & { active?: boolean };
    sessions?: number;
  },
): Promise<void> {
  const { caller, username, action, before, after, sessions } = entry;
  const rightsOf = ({ role, areaCode, rt, rw, active }: Rights) => ({
    ...{ role, areaCode, rt, rw },
    active: active ?? true,
  });
  await recordAudit(tx, {
    ...{ actor: caller.username, action, object: `user:${username}` },
    detail: {
      ...(before && { before: rightsOf(before) }),
      after: rightsOf(after),
      ...(sessions !== undefined && { sessionsEnded: sessions }),
    },
  });
}

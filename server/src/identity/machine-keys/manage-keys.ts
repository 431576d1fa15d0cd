import type { Tx } from '@lampid/db/data-source';
import {
  createMachineKey,
  listMachineKeys,
  revokeMachineKey,
  type MachineKey,
} from '@lampid/db/identity/machine-keys';
import { findUser } from '@lampid/db/identity/users';
import { recordAudit } from '@lampid/db/kernel/audit';
import { randomBytes } from 'node:crypto';
import type { Deps } from '../../deps.js';
import { notFound, Problem } from '../../http/problem.js';
import { assertCovers, type Caller } from '../authorize.js';
import { hashSecret } from './hash-secret.js';

/** Longest life of a key. */
export const MOST_DAYS = 366;
/** Enough to change from one to the next on several machines. */
const MOST_LIVE = 5;
const SECRET_BYTES = 32;

interface Account {
  caller: Caller;
  username: string;
}

/** Only the systems of hospitals sign in by key. @throws Problem 404, 409 */
export async function assertHasMachines(
  { config }: Pick<Deps, 'config'>,
  tx: Tx,
  { caller, username }: Account,
): Promise<void> {
  const account = await findUser(tx, username, { lock: tx.queryRunner?.isTransactionActive ?? false });
  if (!account) throw notFound();
  assertCovers(caller, account.areaCode);
  if (account.role !== 'hospital')
    throw new Problem('state-conflict', {
      id: 'Kunci mesin hanya untuk akun sistem rumah sakit',
      en: "Machine keys are for accounts of hospitals' systems only",
    });
  if (!config.embeddedIssuer)
    throw new Problem('state-conflict', {
      id: 'Kunci mesin dibuat di penyedia identitas dinas',
      en: "Machine keys are made at the office's identity provider",
    });
}

export function stateOf(
  { revokedAt, expiresAt }: Pick<MachineKey, 'revokedAt' | 'expiresAt'>,
  now: Date,
): 'live' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt > now ? 'live' : 'expired';
}

/** The secret is in the answer only; what is kept is its hash. @throws Problem 404, 409 not for this account, or too many */
export async function makeKey(
  deps: Pick<Deps, 'db' | 'config' | 'now'>,
  { caller, username, days }: Account & { days: number },
): Promise<{ key: MachineKey; secret: string }> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const clientId = `mesin-${randomBytes(8).toString('hex')}`;
  const key = await deps.db.transaction(async (tx) => {
    await assertHasMachines(deps, tx, { caller, username });
    const keys = await listMachineKeys(tx, username);
    const live = keys.filter((key) => stateOf(key, deps.now()) === 'live');
    if (live.length >= MOST_LIVE)
      throw new Problem('state-conflict', {
        id: `Paling banyak ${MOST_LIVE} kunci berlaku; cabut satu dahulu`,
        en: `${MOST_LIVE} live keys at most; revoke one first`,
      });
    const made = await createMachineKey(tx, {
      ...{ clientId, username, days, secretSha256: hashSecret(secret), createdBy: caller.username },
    });
    await note(tx, { caller, username, action: 'machine-key.created', clientId });
    return made;
  });
  return { key, secret };
}

/** @throws Problem 404, 409 */
export async function revokeKey(
  deps: Pick<Deps, 'db' | 'config'>,
  { caller, username, clientId }: Account & { clientId: string },
): Promise<MachineKey> {
  return deps.db.transaction(async (tx) => {
    await assertHasMachines(deps, tx, { caller, username });
    const revoked = await revokeMachineKey(tx, { clientId, username, by: caller.username });
    if (!revoked)
      throw notFound({
        id: 'Tidak ada kunci yang masih berlaku dengan tanda ini',
        en: 'No key with this id is still valid',
      });
    await note(tx, { caller, username, action: 'machine-key.revoked', clientId });
    return revoked;
  });
}

async function note(
  tx: Tx,
  { caller, username, action, clientId }: Account & { action: string; clientId: string },
): Promise<void> {
  await recordAudit(tx, {
    ...{ actor: caller.username, action, object: `user:${username}`, detail: { clientId } },
  });
}

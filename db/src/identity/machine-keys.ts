/** Keys of machine clients (OAuth client credentials), each for one account; of the secret only a hash is kept. */
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

export interface MachineKey {
  clientId: string;
  username: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  /** When it last got a token; null before the first. */
  lastUsedAt: Date | null;
}

const COLUMNS = `k.client_id as "clientId", k.username, k.created_by as "createdBy", k.created_at as "createdAt",
  k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt"`;

/** Newest first, at most 50. */
export function listMachineKeys(tx: Tx, username: string): Promise<MachineKey[]> {
  return rows(
    tx,
    `select ${COLUMNS} from identity.machine_key k where k.username = $1
     order by k.created_at desc, k.client_id limit 50`,
    [username],
  );
}

/** @param key.secretSha256 hex */
export async function createMachineKey(
  tx: Tx,
  key: { clientId: string; username: string; secretSha256: string; createdBy: string; days: number },
): Promise<MachineKey> {
  const { clientId, username, secretSha256, createdBy, days } = key;
  const made = await row<MachineKey>(
    tx,
    `insert into identity.machine_key as k (client_id, username, secret_sha256, created_by, expires_at)
     values ($1, $2, $3, $4, now() + $5 * interval '1 day') returning ${COLUMNS}`,
    [clientId, username, secretSha256, createdBy, days],
  );
  return made!;
}

/** Null when the account has no such key, or it was revoked before. */
export function revokeMachineKey(
  tx: Tx,
  key: { clientId: string; username: string; by: string },
): Promise<MachineKey | null> {
  return row(
    tx,
    `update identity.machine_key k set revoked_at = now(), revoked_by = $3
     where k.client_id = $1 and k.username = $2 and k.revoked_at is null returning ${COLUMNS}`,
    [key.clientId, key.username, key.by],
  );
}

/** One that still opens: neither expired nor revoked, of a hospital's active account. */
export function findLiveMachineKey(
  tx: Tx,
  clientId: string,
): Promise<{ username: string; secretSha256: string } | null> {
  return row(
    tx,
    `select k.username, k.secret_sha256 as "secretSha256"
     from identity.machine_key k join identity.officer o on o.username = k.username
     where k.client_id = $1 and k.revoked_at is null and k.expires_at > now() and o.active and o.role = 'hospital'`,
    [clientId],
  );
}

export async function noteMachineKeyUsed(tx: Tx, clientId: string): Promise<void> {
  await tx.query('update identity.machine_key set last_used_at = now() where client_id = $1', [clientId]);
}

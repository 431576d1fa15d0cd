/** Machine keys as clients of the embedded issuer: asked of the database at each token, so that a revoked one is gone at once. */
import type { DataSource } from '@lampid/db/data-source';
import { findLiveMachineKey, noteMachineKeyUsed } from '@lampid/db/identity/machine-keys';
import type { Adapter, AdapterFactory, AdapterPayload, Provider } from 'oidc-provider';
import type { Log } from '../../observability/log.js';
import { isSecretOf } from './hash-secret.js';

/** The account that a client speaks for, in its metadata. */
export const ACCOUNT = 'lampid_account';

/** A revoked key's last token lives no longer than this. */
export const MACHINE_TOKEN_SECONDS = 600;

/** @param others storage of everything else that the issuer keeps */
export function machineClients(db: DataSource, others: AdapterFactory): AdapterFactory {
  return (kind): Adapter => {
    const stored = others(kind) as Adapter;
    return kind === 'Client' ? { ...stored, find: (id) => findClient(db, id) } : stored;
  };
}

async function findClient(db: DataSource, id: string): Promise<AdapterPayload | undefined> {
  const key = await findLiveMachineKey(db.manager, id);
  if (!key) return undefined;
  return {
    client_id: id,
    // What is kept is the hash; `compareSecretsByHash` knows.
    client_secret: key.secretSha256,
    grant_types: ['client_credentials'],
    id_token_signed_response_alg: 'ES256',
    redirect_uris: [],
    response_types: [],
    [ACCOUNT]: key.username,
  };
}

/** The account of a client that is a machine, else null. */
export function accountOf(client: unknown): string | null {
  const account = (client as Record<string, unknown> | undefined)?.[ACCOUNT];
  return typeof account === 'string' ? account : null;
}

interface SecretHolder {
  clientSecret?: string;
  compareClientSecret(actual: string): boolean | Promise<boolean>;
}

/** A machine's secret is compared with its hash; the web's own with itself, as before. */
export function compareSecretsByHash(provider: Provider): void {
  const prototype = provider.Client.prototype as unknown as SecretHolder;
  const { compareClientSecret } = prototype;
  prototype.compareClientSecret = function (actual) {
    return accountOf(this) === null
      ? compareClientSecret.call(this, actual)
      : isSecretOf(actual, this.clientSecret ?? '');
  };
}

/** Remembers when a key last got a token. */
export function noteUse(provider: Provider, { db, log }: { db: DataSource; log: Log }): void {
  provider.on('grant.success', ({ oidc: { client } }) => {
    if (!client || accountOf(client) === null) return;
    noteMachineKeyUsed(db.manager, client.clientId).catch((error: unknown) =>
      log.warn({ err: error }, 'use of a machine key could not be noted'),
    );
  });
}

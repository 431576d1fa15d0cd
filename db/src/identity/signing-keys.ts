/** The key that the embedded issuer signs with: made once per installation, shared by all its processes. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { rows } from '../kernel/rows.js';

/** A private JSON Web Key; never leaves the server (the issuer publishes its public half). */
export type PrivateJwk = Record<string, unknown> & { kid: string; kty: string };

/** The keys, newest first; the first process makes one. ES256: small tokens, cheap to sign. */
export async function signingKeys(dataSource: DataSource): Promise<PrivateJwk[]> {
  const select = 'select jwk from identity.signing_key order by created_at desc, kid';
  const known = await rows<{ jwk: PrivateJwk }>(dataSource.manager, select);
  if (known.length > 0) return known.map(({ jwk }) => jwk);
  await dataSource.transaction(async (tx) => {
    // Two processes that start together must not make two keys.
    await tx.query('lock table identity.signing_key in exclusive mode');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const kid = randomUUID();
    const jwk = { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'ES256' };
    await tx.query(
      `insert into identity.signing_key (kid, jwk)
       select $1, $2 where not exists (select 1 from identity.signing_key)`,
      [kid, JSON.stringify(jwk)],
    );
  });
  return (await rows<{ jwk: PrivateJwk }>(dataSource.manager, select)).map(({ jwk }) => jwk);
}

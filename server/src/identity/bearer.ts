/** Bearer tokens for machines: JWTs of the issuer that the web signs in with, for our audience. */
import type { PrivateJwk } from '@lampid/db/identity/signing-keys';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  importJWK,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import type { Config } from '../config.js';
import { Problem } from '../http/problem.js';

export interface BearerTokens {
  /** The username that the token speaks for. @throws Problem 401 */
  verify(token: string): Promise<string>;
}

export function createBearerTokens(config: Config, keys: PrivateJwk[]): BearerTokens {
  let keySet: Promise<JWTVerifyGetKey> | undefined;
  const findKeys = () =>
    (keySet ??= (config.embeddedIssuer ? ownKeys(keys) : keysOf(config.issuer)).catch((error: unknown) => {
      keySet = undefined;
      throw error;
    }));
  // Checking a signature costs more than the rest of a small request; a token is the same for hours.
  const verified = new Map<string, { username: string; expires: number }>();

  return {
    async verify(token) {
      const known = verified.get(token);
      if (known && known.expires > Date.now()) return known.username;
      const payload = await check(token, await findKeys(), config);
      const username = usernameOf(payload);
      if (username === null) throw notSignedIn('no user name in the token');
      if (verified.size > 10_000) verified.clear();
      verified.set(token, { username, expires: (payload.exp ?? 0) * 1000 });
      return username;
    },
  };
}

/** Foreign issuers put an opaque id into `sub` and the user name into `preferred_username`. */
export function usernameOf(claims: JWTPayload): string | null {
  const { preferred_username: preferred, sub } = claims;
  if (typeof preferred === 'string' && preferred !== '') return preferred;
  return typeof sub === 'string' && sub !== '' ? sub : null;
}

/** A token as the embedded issuer would sign it. For the demo accounts of `npm run token` and for tests. */
export async function signToken(options: {
  config: Pick<Config, 'issuer' | 'OIDC_AUDIENCE'>;
  key: PrivateJwk;
  username: string;
  lifetimeSeconds: number;
}): Promise<string> {
  const { config, key, username } = options;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'at+jwt' })
    .setIssuer(config.issuer)
    .setAudience(config.OIDC_AUDIENCE)
    .setSubject(username)
    .setIssuedAt(now)
    .setExpirationTime(now + options.lifetimeSeconds)
    .sign(await importJWK(key as JWK, 'ES256'));
}

function ownKeys(keys: PrivateJwk[]): Promise<JWTVerifyGetKey> {
  const publicKeys = keys.map(
    ({ kty, kid, crv, x, y, alg, use }) => ({ kty, kid, crv, x, y, alg, use }) as JWK,
  );
  return Promise.resolve(createLocalJWKSet({ keys: publicKeys }));
}

async function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`the issuer's configuration answered ${response.status}`);
  const { jwks_uri } = (await response.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(jwks_uri));
}

async function check(token: string, keySet: JWTVerifyGetKey, config: Config): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keySet, {
      issuer: config.issuer,
      audience: config.OIDC_AUDIENCE,
      clockTolerance: 10,
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (error) {
    throw notSignedIn((error as { code?: string }).code ?? 'the token was not accepted');
  }
}

function notSignedIn(reason: string): Problem {
  return new Problem('not-signed-in', {
    id: `Token tidak diterima (${reason})`,
    en: `Token refused (${reason})`,
  });
}

/**
 * The embedded OpenID Connect issuer, at PUBLIC_URL/oidc. It signs in demo accounts for the web (authorization code with
 * PKCE), gives hospitals' systems tokens for their keys (client credentials) and publishes the keys that bearer tokens are checked with.
 * OIDC_ISSUER replaces it.
 */
import { findOfficer } from '@lampid/db/identity/officers';
import { OidcStore } from '@lampid/db/identity/oidc-store';
import type { PrivateJwk } from '@lampid/db/identity/signing-keys';
import type { DataSource } from '@lampid/db/data-source';
import { Provider, type JWKS } from 'oidc-provider';
import type { Config } from '../config.js';
import type { Log } from '../observability/log.js';
import {
  ACCOUNT,
  accountOf,
  compareSecretsByHash,
  MACHINE_TOKEN_SECONDS,
  machineClients,
  noteUse,
} from './machine-keys/machine-clients.js';
import { oidcAdapters } from './oidc-adapter.js';

const HOURS = 3600;
/** Who is signed in at the issuer, for the length of one sign-in. */
export const ISSUER_COOKIE = 'lampid.oidc';

export function createIssuer(options: {
  config: Config;
  db: DataSource;
  keys: PrivateJwk[];
  log: Log;
}): Provider {
  const { config, db, keys, log } = options;
  const provider = new Provider(config.issuer, {
    adapter: machineClients(db, oidcAdapters(new OidcStore(db))),
    jwks: { keys } as unknown as JWKS,
    clients: [
      {
        client_id: config.OIDC_CLIENT_ID,
        client_secret: config.OIDC_CLIENT_SECRET,
        redirect_uris: [`${config.PUBLIC_URL}/auth/callback`],
        post_logout_redirect_uris: [`${config.PUBLIC_URL}/`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    cookies: { keys: [config.SESSION_SECRET], names: { session: ISSUER_COOKIE } },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    extraClientMetadata: { properties: [ACCOUNT] },
    /** A machine speaks for its account: the client's own id is nobody here. */
    extraTokenClaims(ctx) {
      const account = accountOf(ctx.oidc.client);
      return account === null ? undefined : { preferred_username: account };
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => config.OIDC_AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, __, client) => ({
          scope: 'openid',
          audience: config.OIDC_AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: accountOf(client) === null ? HOURS : MACHINE_TOKEN_SECONDS,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: {
      Session: 12 * HOURS,
      Interaction: HOURS,
      Grant: 12 * HOURS,
      AuthorizationCode: 60,
      AccessToken: HOURS,
      IdToken: HOURS,
    },
    interactions: { url: (_, interaction) => `/auth/interaction/${interaction.uid}` },
    async findAccount(_, username) {
      const officer = await findOfficer(db, username);
      if (!officer) return undefined;
      const { name } = officer;
      return { accountId: username, claims: () => ({ sub: username, preferred_username: username, name }) };
    },
    // Our own web is the only client: asking the officer to consent to it would be a formality.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      grant.addResourceScope(config.OIDC_AUDIENCE, 'openid');
      await grant.save();
      return grant;
    },
    renderError(ctx, out) {
      ctx.type = 'text';
      ctx.body = `${out.error}: ${out.error_description ?? ''}`;
    },
  });
  provider.proxy = true;
  compareSecretsByHash(provider);
  noteUse(provider, { db, log });
  provider.on('server_error', (_, error) => log.error({ err: error }, 'issuer failed'));
  return provider;
}

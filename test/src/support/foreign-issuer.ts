import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

export interface ForeignIssuer {
  url: string;
  /** An access token as a ministry's issuer writes them: an opaque `sub`, the name in `preferred_username`. */
  token(claims: { username: string; audience: string; lifetimeSeconds?: number }): Promise<string>;
  close(): Promise<void>;
}

/**
 * An OpenID Connect issuer that is not ours, on a loopback port. It signs in whoever is named in `login_hint` and gives them
 * an opaque subject, as a directory does.
 */
export async function startForeignIssuer(client: {
  id: string;
  secret: string;
  publicUrl: string;
}): Promise<ForeignIssuer> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'foreign', alg: 'RS256', use: 'sig' };
  const subjectOf = (username: string) => `f:${Buffer.from(username).toString('hex')}`;

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const provider = new Provider(url, {
    jwks: { keys: [key] },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${client.publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${client.publicUrl}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    cookies: { keys: ['a foreign cookie secret'] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        preferred_username: Buffer.from(accountId.slice(2), 'hex').toString(),
      }),
    }),
    async loadExistingGrant(context) {
      const { client: by, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({
        clientId: by!.clientId,
        accountId: session!.accountId!,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const oidc = provider.callback();

  async function handle(...[request, response]: Parameters<typeof oidc>): Promise<void> {
    if (!request.url?.startsWith('/interaction/')) return oidc(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const login = { accountId: subjectOf(String(params['login_hint'])) };
    await provider.interactionFinished(request, response, { login });
  }

  return {
    url,
    token: ({ username, audience, lifetimeSeconds = 300 }) =>
      new SignJWT({ preferred_username: username })
        .setProtectedHeader({ alg: 'RS256', kid: key.kid })
        .setIssuer(url)
        .setAudience(audience)
        .setSubject(subjectOf(username))
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + lifetimeSeconds)
        .sign(privateKey),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

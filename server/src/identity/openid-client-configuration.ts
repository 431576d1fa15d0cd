import * as openid from 'openid-client';
import type { Config } from '../config.js';

/**
 * The issuer as our web's client sees it. The embedded one is asked for tokens over the loopback, for PUBLIC_URL may be
 * an address that only browsers reach (a proxy, a container's published port).
 * @param ownPort where this process listens
 */
export async function openidConfiguration(
  config: Config,
  ownPort: () => number,
): Promise<openid.Configuration> {
  if (!config.embeddedIssuer) {
    const issuer = new URL(config.issuer);
    const insecure = issuer.protocol === 'http:' ? { execute: [openid.allowInsecureRequests] } : {};
    return openid.discovery(issuer, config.OIDC_CLIENT_ID, config.OIDC_CLIENT_SECRET, undefined, insecure);
  }
  const host = config.HOST === '0.0.0.0' || config.HOST === '::' ? '127.0.0.1' : config.HOST;
  const inside = `http://${host}:${ownPort()}/oidc`;
  const configuration = new openid.Configuration(
    {
      issuer: config.issuer,
      authorization_endpoint: `${config.issuer}/auth`,
      token_endpoint: `${inside}/token`,
      jwks_uri: `${inside}/jwks`,
      id_token_signing_alg_values_supported: ['ES256'],
    },
    config.OIDC_CLIENT_ID,
    { client_secret: config.OIDC_CLIENT_SECRET, id_token_signed_response_alg: 'ES256' },
    openid.ClientSecretBasic(config.OIDC_CLIENT_SECRET),
  );
  openid.allowInsecureRequests(configuration);
  return configuration;
}

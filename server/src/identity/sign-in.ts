/** BFF: the browser signs in at the issuer and keeps nothing but a session cookie of ours; no token reaches the page. */
import { demoOfficers } from '@lampid/db/identity/officers';
import type { DataSource } from '@lampid/db/data-source';
import { Router, type Request, type Response } from 'express';
import * as openid from 'openid-client';
import type { Config } from '../config.js';
import type { Log } from '../observability/log.js';
import { usernameOf } from './bearer.js';
import { ISSUER_COOKIE } from './issuer.js';
import type { OfficerCache } from './officer-cache.js';
import { openidConfiguration } from './openid-client-configuration.js';
import { endSession, renewSession, saveSession, SESSION_COOKIE } from './session.js';
import { signInFailedPage } from './sign-in-pages.js';

export interface SignInOptions {
  config: Config;
  officers: OfficerCache;
  ownPort: () => number;
  log: Log;
}

export function signInRoutes(options: SignInOptions): Router {
  const { config, officers, ownPort, log } = options;
  let client: Promise<openid.Configuration> | undefined;
  const findClient = () =>
    (client ??= openidConfiguration(config, ownPort).catch((error: unknown) => {
      client = undefined;
      throw error;
    }));

  async function login(request: Request, response: Response): Promise<void> {
    const verifier = openid.randomPKCECodeVerifier();
    const state = openid.randomState();
    const nonce = openid.randomNonce();
    const returnTo = localPath(request.query['returnTo']);
    const hint = typeof request.query['as'] === 'string' ? request.query['as'] : undefined;
    request.session.signIn = { verifier, state, nonce, returnTo };
    const address = openid.buildAuthorizationUrl(await findClient(), {
      redirect_uri: `${config.PUBLIC_URL}/auth/callback`,
      scope: 'openid profile',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      // Counters are shared by several officers: who sits there is asked every time.
      prompt: 'login',
      ...(hint && { login_hint: hint }),
    });
    await saveSession(request);
    // Whoever was signed in at our own issuer before steps aside; it would ask them to confirm that first.
    forgetIssuerSession(response);
    response.redirect(address.href);
  }

  async function callback(request: Request, response: Response): Promise<void> {
    const { signIn } = request.session;
    if (!signIn) return response.redirect('/auth/login');
    try {
      const here = new URL(request.originalUrl, config.PUBLIC_URL);
      const tokens = await openid.authorizationCodeGrant(await findClient(), here, {
        pkceCodeVerifier: signIn.verifier,
        expectedState: signIn.state,
        expectedNonce: signIn.nonce,
        idTokenExpected: true,
      });
      const username = usernameOf(tokens.claims()!);
      const officer = username === null ? null : await officers.find(username);
      if (!officer) return signInFailedPage(response, 403, 'unknown-officer');
      await renewSession(request);
      request.session.username = officer.username;
      if (!config.embeddedIssuer && tokens.id_token) request.session.idToken = tokens.id_token;
      await saveSession(request);
      response.redirect(signIn.returnTo);
    } catch (error) {
      log.warn({ err: error }, 'sign-in failed');
      signInFailedPage(response, 400, 'failed');
    }
  }

  async function logout(request: Request, response: Response): Promise<void> {
    const { idToken } = request.session;
    await endSession(request);
    response.clearCookie(SESSION_COOKIE, { path: '/' });
    forgetIssuerSession(response);
    let target = '/';
    if (idToken) {
      const parameters = { id_token_hint: idToken, post_logout_redirect_uri: `${config.PUBLIC_URL}/` };
      target = openid.buildEndSessionUrl(await findClient(), parameters).href;
    }
    if (request.method === 'POST') response.status(200).json({ redirect: target });
    else response.redirect(target);
  }

  return Router()
    .get('/auth/login', login)
    .get('/auth/callback', callback)
    .get('/auth/logout', logout)
    .post('/auth/logout', logout);
}

/** One-click accounts for the sign-in page; empty outside of a demo. */
export async function demoAccounts(db: DataSource, config: Config) {
  if (!config.DEMO) return [];
  const officers = await demoOfficers(db);
  return officers
    .filter(({ role }) => role !== 'hospital')
    .map(({ username, name, role, areaCode, areaName, rt, rw }) => ({
      ...{ username, name, role, areaCode, areaName, rt, rw },
    }));
}

function forgetIssuerSession(response: Response): void {
  for (const name of [ISSUER_COOKIE, `${ISSUER_COOKIE}.sig`]) response.clearCookie(name, { path: '/' });
}

/** Only paths of this site: an address of another one would make us a trampoline for phishers. */
function localPath(value: unknown): string {
  // A browser leaves control characters out of an address: what follows them would count.
  // eslint-disable-next-line no-control-regex
  return typeof value === 'string' && /^\/(?![/\\])[^\u0000-\u001F\\]*$/.test(value) ? value : '/';
}

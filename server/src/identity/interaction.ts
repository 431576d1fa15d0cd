/** Where the embedded issuer asks who somebody is: one-click cards of the demo accounts. */
import { demoOfficers, type Officer } from '@lampid/db/identity/officers';
import type { DataSource } from '@lampid/db/data-source';
import { Router, urlencoded, type Request, type Response } from 'express';
import type { Provider } from 'oidc-provider';
import { accountCardsPage, signInFailedPage } from './sign-in-pages.js';

export function interactionRoutes(options: { issuer: Provider; db: DataSource }): Router {
  const { issuer, db } = options;

  async function show(request: Request, response: Response): Promise<void> {
    const details = await findDetails(request, response);
    if (!details) return;
    const accounts = await demoOfficers(db);
    const hinted = accounts.find((account) => account.username === details.params['login_hint']);
    if (hinted) return finish(request, response, hinted);
    accountCardsPage(response, request.originalUrl, accounts);
  }

  async function choose(request: Request, response: Response): Promise<void> {
    const details = await findDetails(request, response);
    if (!details) return;
    const { username } = (request.body ?? {}) as { username?: unknown };
    const chosen = (await demoOfficers(db)).find((account) => account.username === username);
    if (!chosen) return signInFailedPage(response, 400, 'unknown-officer');
    await finish(request, response, chosen);
  }

  async function finish(request: Request, response: Response, officer: Officer): Promise<void> {
    const result = { login: { accountId: officer.username, remember: false } };
    await issuer.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  async function findDetails(request: Request, response: Response) {
    try {
      return await issuer.interactionDetails(request, response);
    } catch {
      signInFailedPage(response, 400, 'failed');
      return null;
    }
  }

  return Router()
    .get('/auth/interaction/:uid', show)
    .post('/auth/interaction/:uid', urlencoded({ extended: false, limit: '2kb' }), choose);
}

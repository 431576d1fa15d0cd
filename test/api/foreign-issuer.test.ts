/** `OIDC_ISSUER` replaces the embedded issuer: sign-in, bearer tokens and sign-out with an issuer that is not ours. */
import supertest from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '@lampid/launcher/stack/ports';
import { eventually } from '../src/support/eventually.js';
import { type ForeignIssuer, startForeignIssuer } from '../src/support/foreign-issuer.js';
import { type OwnProcess, startOwnProcess } from '../src/support/own-process.js';
import { Visitor } from '../src/support/visitor.js';

const CLIENT = { id: 'lampid-of-the-ministry', secret: 'known to both sides' };
const AUDIENCE = 'urn:lampid:api';

let issuer: ForeignIssuer;
let server: OwnProcess;
let site: string;

beforeAll(async () => {
  const port = await freePort();
  site = `http://localhost:${port}`;
  issuer = await startForeignIssuer({ ...CLIENT, publicUrl: site });
  server = startOwnProcess('server', {
    // No demo: who may come in, the foreign issuer says.
    ...{ DEMO: '0', OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
    // Relay and projector of the stack go on working for everybody.
    SERVICES: 'identity,reporting,registry,approval,site',
    ...{ PORT: String(port), PUBLIC_URL: site },
  });
  await eventually('the server with a foreign issuer is up', () =>
    fetch(`${site}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
});

afterAll(async () => {
  server?.end();
  await server?.gone;
  await issuer?.close();
});

const session = (token: string) =>
  supertest(site).get('/api/v1/session').set('authorization', `Bearer ${token}`);

it('signs in an officer whom the foreign issuer knows by an opaque subject', async () => {
  const visitor = new Visitor({ site, elsewhere: [issuer.url] });
  await visitor.get('/auth/login?as=operator.dago&returnTo=/api/v1/session');
  const { body } = await visitor.api().get('/api/v1/session').expect(200);
  expect(body).toMatchObject({ username: 'operator.dago', groups: ['operator:32.73.02.1004'] });
});

it('lets nobody in who is not an officer here, whatever the issuer says', async () => {
  const visitor = new Visitor({ site, elsewhere: [issuer.url] });
  const { status } = await visitor.get('/auth/login?as=stranger');
  expect(status).toBe(403);
  await visitor.api().get('/api/v1/session').expect(401);
});

it('offers no demo accounts and has no issuer of its own', async () => {
  const { body } = await supertest(site).get('/api/v1/session/demo-accounts').expect(200);
  expect(body.items).toEqual([]);
  await supertest(site).get('/oidc/.well-known/openid-configuration').expect(404);
});

it('takes bearer tokens of that issuer for our audience, and no others', async () => {
  const username = 'supervisor.coblong';
  const { body } = await session(await issuer.token({ username, audience: AUDIENCE })).expect(200);
  expect(body.username).toBe(username);
  await session(await issuer.token({ username, audience: 'urn:somebody-else' })).expect(401);
  await session(await issuer.token({ username, audience: AUDIENCE, lifetimeSeconds: -60 })).expect(401);
  const other = await startForeignIssuer({ ...CLIENT, publicUrl: site });
  await session(await other.token({ username, audience: AUDIENCE })).expect(401);
  await other.close();
});

it('signing out ends the session here and at the issuer', async () => {
  const visitor = new Visitor({ site, elsewhere: [issuer.url] });
  await visitor.get('/auth/login?as=kadis.bandung&returnTo=/api/v1/session');
  const answer = await visitor.api().post('/auth/logout').set('x-requested-with', 'lampid-web');
  expect(answer.status).toBe(200);
  expect(new URL(answer.body.redirect as string).origin).toBe(new URL(issuer.url).origin);
  await visitor.api().get('/api/v1/session').expect(401);
});

/** The browser's way in: our own issuer, a session cookie, and no way in for other sites. */
import { describe, expect, it } from 'vitest';
import { anonymous } from '../src/support/api.js';
import { testStack } from '../src/support/stack.js';
import { Visitor } from '../src/support/visitor.js';

describe('sign-in', () => {
  it('one click: a demo account is signed in and led back where it came from', async () => {
    const visitor = new Visitor();
    const { status } = await visitor.get('/auth/login?as=operator.dago&returnTo=/api/v1/session');
    expect(status).toBe(200);
    const { body } = await visitor.api().get('/api/v1/session').expect(200);
    expect(body).toMatchObject({ username: 'operator.dago', groups: ['operator:32.73.02.1004'] });
  });

  it('without a name the issuer shows the cards, and the card signs in', async () => {
    const visitor = new Visitor();
    const page = await visitor.get('/auth/login');
    expect(page.text).toContain('supervisor.coblong');
    const chosen = await visitor.post(page.url, { form: 'username=supervisor.coblong' });
    expect(chosen.status).toBe(200);
    const { body } = await visitor.api().get('/api/v1/session').expect(200);
    expect(body.username).toBe('supervisor.coblong');
  });

  it('another officer at the same counter signs in over the first', async () => {
    const visitor = new Visitor();
    await visitor.get('/auth/login?as=operator.dago');
    await visitor.get('/auth/login?as=kadis.bandung');
    expect((await visitor.api().get('/api/v1/session').expect(200)).body.username).toBe('kadis.bandung');
  });

  it('is not led away to another site, and an unknown account gets nowhere', async () => {
    const visitor = new Visitor();
    for (const trap of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example'])
      await visitor.get(`/auth/login?as=operator.dago&returnTo=${encodeURIComponent(trap)}`);
    const page = await visitor.get('/auth/login?as=nobody');
    expect(page.text).toContain('<button');
    const refused = await visitor.post(page.url, { form: 'username=nobody' });
    expect(refused.status).toBe(400);
  });

  it('signing out ends the session also for who kept the cookie', async () => {
    const visitor = new Visitor();
    await visitor.get('/auth/login?as=operator.dago');
    const kept = visitor.cookieHeader('/api');
    await visitor.post('/auth/logout');
    await anonymous().get('/api/v1/session').set('cookie', kept).expect(401);
  });
});

describe('the cookie alone', () => {
  it('does not let another site act', async () => {
    const visitor = new Visitor();
    await visitor.get('/auth/login?as=operator.dago');
    const search = () => visitor.api().post('/api/v1/residents/search').send({ name: 'siti', limit: 1 });
    await search().expect(403);
    await search().set('origin', 'https://evil.example').set('x-requested-with', 'lampid-web').expect(403);
    await search().set('sec-fetch-site', 'cross-site').set('x-requested-with', 'lampid-web').expect(403);
    await search().set('x-requested-with', 'lampid-web').expect(200);
    await search().set('origin', new URL(testStack().baseUrl).origin).expect(200);
  });

  it('is closed to scripts and sent to this site only', async () => {
    const answer = await anonymous().get('/auth/login?as=operator.dago').redirects(0);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/lampid\.sid=.*HttpOnly/);
    expect(cookie).toContain('SameSite=Lax');
  });
});

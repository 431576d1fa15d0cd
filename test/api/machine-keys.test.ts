/** A hospital's system signs in by a key of its own: OAuth client credentials at the embedded issuer. */
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, as } from '../src/support/api.js';
import { exampleOf, readReport } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { testStack } from '../src/support/stack.js';

const HOSPITAL = 'rs.hasan-sadikin';
const KEYS = `/api/v1/users/${HOSPITAL}/machine-keys`;

let db: DataSource;
beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 1, applicationName: 'lampid-test' });
  // Another test may have left some; there is room for a few only.
  await db.query('update identity.machine_key set revoked_at = now() where revoked_at is null');
});
afterAll(() => db?.destroy());

interface Key {
  clientId: string;
  secret: string;
}

async function makeKey(days = 30): Promise<Key> {
  return (await (await as('admin.bandung')).post(KEYS).send({ days }).expect(201)).body as Key;
}
const revoke = async ({ clientId }: Key) => (await as('admin.bandung')).delete(`${KEYS}/${clientId}`);
const askToken = ({ clientId, secret }: Key, more: object = {}) =>
  anonymous()
    .post('/oidc/token')
    .type('form')
    .auth(clientId, secret)
    .send({ grant_type: 'client_credentials', ...more });

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;

describe('a machine key', () => {
  it('gets a token that reports a birth as the account itself', async () => {
    const key = await makeKey();
    const { body: granted } = await askToken(key).expect(200);
    expect(granted).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
    const token = granted.access_token as string;
    expect(claimsOf(token)).toMatchObject({ aud: 'urn:lampid:api', preferred_username: HOSPITAL });

    const machine = () => anonymous().get('/api/v1/session').set('authorization', `Bearer ${token}`);
    expect((await machine().expect(200)).body).toMatchObject({ username: HOSPITAL, role: 'hospital' });
    const data = { ...(await exampleOf('birth')), documents: [] };
    const send = () =>
      anonymous()
        .post('/api/v1/reports')
        .set('authorization', `Bearer ${token}`)
        .send({ type: 'birth', data });
    await send().expect(400);
    const { body: report } = await send().set('Idempotency-Key', randomUUID()).expect(201);
    expect(await readReport(report.id as string)).toMatchObject({ createdBy: HOSPITAL, outside: 'hospital' });

    const listed = async () => {
      const { body } = await (await as('admin.bandung')).get(KEYS).expect(200);
      return body.items.find(({ clientId }: Key) => clientId === key.clientId) as Record<string, unknown>;
    };
    await eventually('its use is seen', async () => (await listed())['lastUsedAt'] !== null);
    expect(JSON.stringify(await listed())).not.toContain(key.secret);
    const [kept] = (await db.query('select secret_sha256 from identity.machine_key where client_id = $1', [
      key.clientId,
    ])) as { secret_sha256: string }[];
    expect(kept!.secret_sha256).toMatch(/^[0-9a-f]{64}$/);
    // Who reads the table has no key by it.
    await askToken({ ...key, secret: kept!.secret_sha256 }).expect(401);
    await revoke(key);
  });

  it('that is revoked, expired, wrong or of an account that is ended opens nothing', async () => {
    const [revoked, expired, good] = [await makeKey(), await makeKey(), await makeKey()];
    expect((await revoke(revoked)).status).toBe(200);
    expect((await revoke(revoked)).status).toBe(404);
    await db.query(
      `update identity.machine_key set expires_at = now() - interval '1 second' where client_id = $1`,
      [expired.clientId],
    );
    for (const key of [
      revoked,
      expired,
      { ...good, secret: 'salah' },
      { ...good, clientId: 'mesin-tidak-ada' },
    ]) {
      const { body } = await askToken(key).expect(401);
      expect(body.error).toBe('invalid_client');
    }
    await askToken(good).expect(200);
    await db.query('update identity.officer set active = false where username = $1', [HOSPITAL]);
    const ended = await askToken(good);
    await db.query('update identity.officer set active = true where username = $1', [HOSPITAL]);
    expect(ended.status).toBe(401);
    await revoke(good);
  });

  it('signs nobody in, asks for no other audience, and the web’s own client gets no machine token', async () => {
    const key = await makeKey();
    const code = await askToken(key, {
      grant_type: 'authorization_code',
      code: 'x',
      redirect_uri: 'http://x.test',
    });
    expect(code.status).toBe(400);
    expect((await askToken(key, { scope: 'openid profile admin' })).body.scope).not.toContain('admin');
    const { OIDC_CLIENT_ID = 'lampid-web', OIDC_CLIENT_SECRET } = testStack().env;
    const web = await askToken({ clientId: OIDC_CLIENT_ID, secret: OIDC_CLIENT_SECRET! });
    expect(web.status).toBe(400);
    expect(web.body).not.toHaveProperty('access_token');
    await revoke(key);
  });

  it('is made by an admin, for a hospital, in bounds', async () => {
    const admin = await as('admin.bandung');
    for (const user of ['supervisor.coblong', HOSPITAL, 'auditor'] as const)
      await (await as(user)).post(KEYS).send({}).expect(403);
    await admin.post('/api/v1/users/operator.dago/machine-keys').send({}).expect(409);
    await admin.post('/api/v1/users/siapa/machine-keys').send({}).expect(404);
    for (const days of [0, 367, 1.5, 'lama']) await admin.post(KEYS).send({ days }).expect(422);
    const keys = [];
    for (;;) {
      const answer = await admin.post(KEYS).send({ days: 1 });
      if (answer.status === 409) break;
      keys.push(answer.body as Key);
    }
    expect(keys.length).toBeLessThanOrEqual(5);
    for (const key of keys) expect((await revoke(key)).status).toBe(200);
    const { body: audit } = await admin.get('/api/v1/audit?action=machine-key.revoked&limit=5').expect(200);
    expect(audit.items[0]).toMatchObject({ actor: 'admin.bandung', object: `user:${HOSPITAL}` });
    expect(JSON.stringify(audit.items)).not.toContain(keys[0]!.secret);
  });
});

it('whoever asks too often waits, and who asks from elsewhere does not', async () => {
  const from = (address: string) =>
    askToken({ clientId: 'mesin-tebakan', secret: 'tebakan' }).set('X-Forwarded-For', address);
  const statuses = [];
  for (let attempt = 0; attempt < 32; attempt++) statuses.push((await from('203.0.113.9')).status);
  expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
  expect(statuses.slice(30)).toEqual([429, 429]);
  const refused = await from('203.0.113.9');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await from('203.0.113.10')).status).toBe(401);
});

/** What holds for every route: probes, contract, problem documents, who may come in at all. */
import { describe, expect, it } from 'vitest';
import { anonymous, as } from '../src/support/api.js';

interface Operation {
  security?: unknown[];
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean }[];
}
type Paths = Record<string, Record<string, Operation>>;

async function contract(): Promise<{
  openapi: string;
  paths: Paths;
  components: { schemas: Record<string, unknown> };
}> {
  return (await anonymous().get('/api/openapi.json').expect(200)).body;
}

describe('probes and contract', () => {
  it('answers the probes', async () => {
    expect((await anonymous().get('/healthz').expect(200)).body).toEqual({ status: 'ok' });
    expect((await anonymous().get('/readyz').expect(200)).body).toMatchObject({
      status: 'ready',
      engine: { ok: true },
    });
  });

  it('measures requests, queues and cases', async () => {
    await anonymous().get('/api/v1/session').expect(401);
    const { text } = await anonymous().get('/metrics').expect(200);
    expect(text).toMatch(
      /lampid_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/session",status="401"\} \d+/,
    );
    for (const name of [
      'lampid_outbox_lag_seconds',
      'lampid_feed_lag_seconds',
      'lampid_outbox_rows',
      'lampid_incidents_open',
    ])
      expect(text).toContain(`# TYPE ${name} gauge`);
    expect(text).toMatch(/lampid_step_duration_seconds/);
  });

  it('publishes OpenAPI 3 with unique operations and the data of every event type', async () => {
    const { openapi, paths, components } = await contract();
    expect(openapi).toMatch(/^3\./);
    const ids = Object.values(paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(30);
    expect(Object.keys(components.schemas)).toEqual(
      expect.arrayContaining(['Data.birth', 'Data.death', 'Data.move', 'Data.arrival', 'Problem']),
    );
    expect(JSON.stringify(components.schemas['Submission'])).toContain('#/components/schemas/Data.birth');
    expect(paths['/api/v1/reports']!['post']!.parameters).toContainEqual(
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
    );
  });

  it('sends long answers compressed to who can read them, and short ones as they are', async () => {
    const operator = await as('operator.dago');
    const encodings = async (path: string, accepted: string) =>
      (await operator.get(path).set('Accept-Encoding', accepted).expect(200)).headers['content-encoding'];
    expect(await encodings('/api/v1/event-types', 'gzip, deflate')).toBe('gzip');
    expect(await encodings('/api/v1/event-types', 'identity')).toBeUndefined();
    expect(await encodings('/api/v1/session', 'gzip, deflate')).toBeUndefined();
  });

  it('shows the portal', async () => {
    expect((await anonymous().get('/api/docs/').expect(200)).text).toContain('e-LAMPID API');
  });
});

describe('every route that is not public', () => {
  it('is closed to who did not sign in', async () => {
    const { paths } = await contract();
    const open: string[] = [];
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const address = path.replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
        const answer = await anonymous()[method as 'get'](address);
        if (answer.status !== 401) open.push(`${method} ${path} ${answer.status}`);
        else expect(answer.headers['content-type']).toContain('application/problem+json');
        // Public by the contract: the demo accounts; messages from outside are told by their signature, also with 401.
        if (answer.status !== 401) expect(operation.security).toBeUndefined();
      }
    }
    expect(open).toEqual([
      'get /api/v1/session/demo-accounts 200',
      'post /api/v1/track 422',
      'post /api/v1/track/satisfaction 422',
      'get /api/v1/verify/{code} 404',
      // What a stranger checks an event log and an evidence package with.
      'get /api/v1/audit/lampid.xesext 200',
      'get /api/v1/audit/authority.pem 200',
    ]);
  });

  it('refuses a token that is forged, expired or of another issuer', async () => {
    const agent = await as('operator.dago');
    const { body } = await agent.get('/api/v1/session').expect(200);
    expect(body).toMatchObject({ username: 'operator.dago', role: 'operator', areaCode: '32.73.02.1004' });
    const unsigned = [{ alg: 'none' }, { sub: 'admin.bandung', iss: 'x', exp: 4_000_000_000 }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    for (const token of [`${unsigned}.`, 'nonsense', 'a.b.c'])
      await anonymous().get('/api/v1/session').set('authorization', `Bearer ${token}`).expect(401);
  });
});

describe('problem documents', () => {
  const problem = (status: number, type: string) =>
    expect.objectContaining({
      status,
      type: `/problems/${type}`,
      titles: { id: expect.any(String), en: expect.any(String) },
      details: { id: expect.any(String), en: expect.any(String) },
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });

  it('malformed JSON', async () => {
    const answer = await (
      await as('operator.dago')
    )
      .post('/api/v1/reports')
      .set('content-type', 'application/json')
      .set('Idempotency-Key', 'malformed')
      .send('{"type": "birth", ');
    expect(answer.body).toEqual(problem(400, 'malformed-json'));
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('a body that is too large', async () => {
    const data = { text: 'x'.repeat(1_100_000) };
    const answer = await (await as('operator.dago')).post('/api/v1/reports').send({ type: 'birth', data });
    expect(answer.body).toEqual(problem(413, 'too-large'));
  });

  it('an address that does not exist, or whose id cannot be one', async () => {
    const agent = await as('operator.dago');
    expect((await agent.get('/api/v1/nothing-here')).body).toEqual(problem(404, 'not-found'));
    expect((await agent.get('/api/v1/reports/not-a-uuid')).body).toEqual(problem(404, 'not-found'));
    expect((await agent.delete('/api/v1/reports')).body).toEqual(problem(404, 'not-found'));
  });

  it('names the field, the code and both languages', async () => {
    const agent = await as('operator.dago');
    const limit = await agent.get('/api/v1/reports?limit=500');
    expect(limit.body).toEqual(problem(422, 'invalid-input'));
    expect(limit.body.errors).toEqual([
      {
        ...{ code: 'TOO_BIG', field: 'query.limit', severity: 'E' },
        message: { id: expect.any(String), en: expect.any(String) },
      },
    ]);
    const cursor = await agent.get('/api/v1/reports?cursor=made-up');
    expect(cursor.body.errors[0]).toMatchObject({ code: 'BAD_CURSOR', field: 'query.cursor' });
  });
});

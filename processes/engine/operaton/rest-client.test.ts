import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createRestClient, type RestClient } from './rest-client.js';

let server: Server | undefined;
let client: RestClient | undefined;

afterEach(() => {
  client?.close();
  server?.closeAllConnections();
  server?.close();
});

async function against(listener: RequestListener): Promise<RestClient> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = createRestClient({
    url: `http://127.0.0.1:${port}/engine-rest/`,
    user: 'u',
    password: 'p',
    timeoutMs: 300,
  });
  return client;
}

const answering = (status: number, body: object): RequestListener => {
  return (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

describe('rest client', () => {
  it.each([
    [404, { type: 'InvalidRequestException', message: 'no such' }, 'not-found'],
    [400, { type: 'ParseException', message: 'bad model' }, 'refused'],
    [500, { type: 'ProcessEngineException', message: 'Unknown property used in expression' }, 'refused'],
    [
      500,
      { type: 'ProcessEngineException', message: 'An exception occurred in the persistence layer', code: 0 },
      'unavailable',
    ],
    [
      500,
      {
        type: 'ProcessEngineException',
        message: 'An exception occurred in the persistence layer',
        code: 10002,
      },
      'refused',
    ],
    [500, { type: 'ProcessEngineException', message: 'deadlock', code: 10000 }, 'unavailable'],
    [403, {}, 'unavailable'],
    [503, {}, 'unavailable'],
  ])('maps %i %j to %s', async (status, body, code) => {
    const rest = await against(answering(status, body));
    await expect(rest.call({ path: '/x' })).rejects.toMatchObject({ name: 'RestError', code, status });
  });

  it('tries a conflict of two commands again', async () => {
    let calls = 0;
    const rest = await against((request, response) => {
      calls += 1;
      const conflict = {
        type: 'OptimisticLockingException',
        message: 'updated by another transaction',
        code: 1,
      };
      answering(calls < 3 ? 500 : 200, calls < 3 ? conflict : { id: 'done' })(request, response);
    });
    expect(await rest.call({ method: 'POST', path: '/x', json: {} })).toEqual({ id: 'done' });
    expect(calls).toBe(3);
  });

  it('does not repeat a command whose answer was lost', async () => {
    let calls = 0;
    const rest = await against((request) => {
      calls += 1;
      request.socket.destroy();
    });
    await expect(rest.call({ method: 'POST', path: '/x', json: {} })).rejects.toMatchObject({
      code: 'unavailable',
      status: 0,
    });
    expect(calls).toBe(1);
  });

  it('gives up on an engine that does not answer', async () => {
    const rest = await against(() => undefined);
    await expect(rest.call({ path: '/slow?secret=1' })).rejects.toMatchObject({
      code: 'unavailable',
      message: 'GET /slow: no answer within 300 ms',
    });
  });

  it('sends the password and reuses its connection', async () => {
    const ports = new Set<number | undefined>();
    const rest = await against((request, response) => {
      ports.add(request.socket.remotePort);
      answering(request.headers.authorization === `Basic ${btoa('u:p')}` ? 200 : 403, { ok: true })(
        request,
        response,
      );
    });
    for (let i = 0; i < 3; i++) expect(await rest.call({ path: '/x' })).toEqual({ ok: true });
    expect(ports.size).toBe(1);
  });
});

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Stack } from './start-stack.js';

/**
 * A loopback port through which the tests, which run in processes of their own, stop, kill and start processes of the
 * test stack. Never part of `npm start`.
 *
 * `POST /{process}/{stop|kill|crash|start|freeze|thaw}` with the bearer token; `start` takes `{env}`. Answers 204, or
 * 409 with the reason. The address with its token is announced as `control`.
 */
export async function openControl(stack: Stack): Promise<() => Promise<void>> {
  const token = randomBytes(18).toString('base64url');
  const server = createServer((request, response) => {
    const [name = '', verb = ''] = (request.url ?? '').split('/').slice(1);
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
    act({ stack, name, verb, request }).then(
      () => response.writeHead(204).end(),
      (error: Error) => response.writeHead(409).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  stack.announce('control', `http://token:${token}@127.0.0.1:${port}`);
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function act({
  stack,
  name,
  verb,
  request,
}: {
  stack: Stack;
  name: string;
  verb: string;
  request: IncomingMessage;
}): Promise<void> {
  const child = stack.process(name);
  switch (verb) {
    case 'stop':
      return await child.stop(15_000);
    case 'kill':
      return await child.kill();
    case 'crash':
      return child.crash();
    case 'start': {
      const body = await text(request);
      const { env } = (body === '' ? {} : JSON.parse(body)) as { env?: Record<string, string> };
      return await child.start(env);
    }
    case 'freeze':
    case 'thaw': {
      if (!child.identity) throw new Error(`${name} is not running`);
      process.kill(child.identity.pid, verb === 'freeze' ? 'SIGSTOP' : 'SIGCONT');
      return;
    }
    default:
      throw new Error(`unknown verb ${verb}`);
  }
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** An HTTP proxy that shows a test every exchange before it goes on, and lets it act at that point. */
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Exchange {
  method: string;
  path: string;
  requestBody: string;
}

export interface Gate {
  url: string;
  close(): Promise<void>;
}

/** What a hook answers: `cut` drops the connection at this point. */
export type Verdict = 'pass' | 'cut';

export async function openHttpGate(options: {
  target: string;
  beforeRequest?: (exchange: Exchange) => Promise<Verdict> | Verdict;
  beforeResponse?: (
    exchange: Exchange & { status: number; responseBody: string },
  ) => Promise<Verdict> | Verdict;
}): Promise<Gate> {
  const target = new URL(options.target);
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const requestBody = await textOf(incoming);
      const exchange = { method: incoming.method ?? 'GET', path: incoming.url ?? '/', requestBody };
      if ((await options.beforeRequest?.(exchange)) === 'cut') return void incoming.socket.destroy();
      const answer = await forward(target, { ...exchange, headers: incoming.headers });
      const verdict = await options.beforeResponse?.({
        ...exchange,
        status: answer.status,
        responseBody: answer.body,
      });
      if (verdict === 'cut') return void incoming.socket.destroy();
      const { 'transfer-encoding': _chunked, ...headers } = answer.headers;
      outgoing.writeHead(answer.status, { ...headers, 'content-length': Buffer.byteLength(answer.body) });
      outgoing.end(answer.body);
    })().catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${target.pathname.replace(/\/$/, '')}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(
  target: URL,
  exchange: Exchange & { headers: IncomingHttpHeaders },
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: target.hostname,
        port: target.port,
        method: exchange.method,
        path: exchange.path,
        headers: { ...exchange.headers, host: target.host },
      },
      (answer) => {
        textOf(answer).then(
          (body) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body }),
          reject,
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(exchange.requestBody);
  });
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

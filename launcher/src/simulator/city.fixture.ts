/** A small HTTP server in place of e-LAMPID: takes callbacks and the calls of other cities, and keeps what came. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  raw: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

export interface TestCity {
  url: string;
  received: Received[];
  /** Status of the next answers by path; 200 when it says nothing. */
  answers: (call: Received) => number;
  /** Waits until `count` calls came in (all in all), 3 s at most. */
  until(count: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startTestCity(): Promise<TestCity> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      const call = {
        path: request.url ?? '',
        raw,
        headers: request.headers,
        body: JSON.parse(raw) as Record<string, unknown>,
      };
      city.received.push(call);
      response.writeHead(city.answers(call), { 'content-type': 'application/json' });
      response.end('{"code":"TEST"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const city: TestCity = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    answers: () => 200,
    async until(count) {
      const deadline = Date.now() + 3_000;
      while (city.received.length < count) {
        if (Date.now() > deadline) throw new Error(`${city.received.length} of ${count} calls came in`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return city;
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDukcapilClient, type DukcapilClient } from './client.js';
import { isSiakSignature, SIAK_SIGNATURE_HEADER } from './signature.js';

const SECRET = 'shared by two cities';
const OURS = 'SKPWNI/3277/01112026/0001';

interface Heard {
  path: string;
  body: unknown;
  signed: boolean;
}

let office: Server;
let heard: Heard[];
let answer: { status: number; body: unknown };
let client: DukcapilClient;

/** An office that writes down what it is asked; `national` hears what does not go to the peer. */
async function open(hear: (heard: Heard) => void): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const rawBody = Buffer.concat(chunks);
      const header = request.headers[SIAK_SIGNATURE_HEADER] as string | undefined;
      const signed = isSiakSignature({ secret: SECRET, rawBody, header });
      hear({ path: request.url!, body: rawBody.length > 0 ? JSON.parse(rawBody.toString()) : null, signed });
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

beforeEach(async () => {
  heard = [];
  const { server, url } = await open((one) => heard.push(one));
  office = server;
  client = createDukcapilClient({
    ...{
      dukcapilUrl: 'http://127.0.0.1:9',
      institutionId: 'x',
      userId: 'x',
      password: 'x',
      clientIp: '127.0.0.1',
    },
    peers: { '32.77': { url, secret: SECRET } },
    guard: { retries: 0 },
  });
});
afterEach(() => void office.close());

const problem = (status: number, code?: string) => ({
  status,
  body: { type: '/problems/x', status, ...(code && { errors: [{ code, field: 'nomor' }] }) },
});

describe('a letter of a peer', () => {
  it('is asked about at that city, signed, and without the number in the address', async () => {
    answer = { status: 200, body: { nomor: OURS, status: 'DIRESERVASI', belumDatang: 2 } };
    const reservation = { number: OURS, destinationCode: '32.73.02.1004', reservationId: 'r-1' };
    const niks = ['3277010101909001'];
    expect(await client.reserveLetter({ ...reservation, niks })).toEqual({
      kind: 'reserved',
      status: 'reserved',
    });
    expect(await client.confirmArrival({ ...reservation, nik: '3277010101909001' })).toEqual({
      ...{ kind: 'confirmed', status: 'reserved', remaining: 2 },
    });
    expect(await client.releaseLetter(reservation)).toEqual({ kind: 'released', status: 'reserved' });
    expect(heard).toEqual([
      {
        path: '/api/v1/inbound/skpwni/reserve',
        body: { nomor: OURS, reservationId: 'r-1', niks, action: 'reserve' },
        signed: true,
      },
      {
        path: '/api/v1/inbound/skpwni/confirm',
        body: { nomor: OURS, reservationId: 'r-1', nik: '3277010101909001', action: 'confirm' },
        signed: true,
      },
      {
        path: '/api/v1/inbound/skpwni/release',
        body: { nomor: OURS, reservationId: 'r-1', action: 'release' },
        signed: true,
      },
    ]);
  });

  it.each([
    [problem(404, 'not-found'), 'not-found'],
    [problem(409, 'used'), 'used'],
    [problem(409, 'expired'), 'expired'],
  ])('that is refused says why: %j', async (given, reason) => {
    answer = given;
    const outcome = await client.reserveLetter({
      ...{ number: OURS, destinationCode: 'x', reservationId: 'r', niks: [] },
    });
    expect(outcome).toEqual({ kind: 'refused', reason });
  });

  it('that the city does not know is not found; what is no answer about it is no answer at all', async () => {
    answer = problem(404, 'not-found');
    expect(await client.lookupLetter(OURS)).toEqual({ kind: 'not-found' });
    for (const none of [
      problem(401),
      problem(404),
      problem(409, 'SOMETHING_NEW'),
      { status: 200, body: { hello: 1 } },
    ]) {
      answer = none;
      expect(await client.lookupLetter(OURS)).toEqual({ kind: 'unavailable', reason: 'http' });
    }
  });

  it('has its own breaker: other letters go through SIAK, which is away here', async () => {
    answer = problem(404);
    expect(await client.lookupLetter('SKPWNI/3171/01112026/0001')).toEqual({
      ...{ kind: 'unavailable', reason: 'http' },
    });
    expect(heard).toEqual([]);
    expect([...client.breakers().keys()]).toEqual(['dukcapil', 'siak', 'city-32.77']);
  });
});

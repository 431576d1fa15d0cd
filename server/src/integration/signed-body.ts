/** Messages from SIAK and other cities: signed over the bytes as they came, read only when the signature holds. */
import { isSiakSignature, SIAK_SIGNATURE_HEADER } from '@lampid/db/integration/dukcapil/signature';
import type { Request } from 'express';
import type { z } from 'zod';
import { parseInput } from '../http/input-faults.js';
import { Problem } from '../http/problem.js';

/** `siak`, which speaks for every office of the country, or a city that shares a secret with us. */
export type Sender = 'siak' | (string & {});

/** Whose secret signed the message says who sends it. @throws Problem 401 signature, 400 no JSON, 422 other shape */
export function readSigned<T>(
  request: Request,
  options: { secrets: ReadonlyMap<Sender, string>; schema: z.ZodType<T> },
): { sender: Sender; message: T } {
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const header = request.headers[SIAK_SIGNATURE_HEADER];
  const signature = Array.isArray(header) ? header[0] : header;
  const sender = [...options.secrets].find(([, secret]) =>
    isSiakSignature({ secret, rawBody, header: signature }),
  )?.[0];
  if (sender === undefined) throw new Problem('bad-signature');
  return { sender, message: parseInput(options.schema, parseJson(rawBody)) };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Problem('malformed-json');
  }
}

/** Messages from SIAK and other cities: signed over the bytes as they came, read only when the signature holds. */
import { isSiakSignature, SIAK_SIGNATURE_HEADER } from '@lampid/db/integration/dukcapil/signature';
import type { Request } from 'express';
import type { z } from 'zod';
import { parseInput } from '../http/input-faults.js';
import { Problem } from '../http/problem.js';

/** @throws Problem 401 signature, 400 no JSON, 422 other shape */
export function readSigned<T>(request: Request, options: { secret: string; schema: z.ZodType<T> }): T {
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const header = request.headers[SIAK_SIGNATURE_HEADER];
  const signature = Array.isArray(header) ? header[0] : header;
  if (!isSiakSignature({ secret: options.secret, rawBody, header: signature }))
    throw new Problem('bad-signature');
  return parseInput(options.schema, parseJson(rawBody));
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Problem('malformed-json');
  }
}

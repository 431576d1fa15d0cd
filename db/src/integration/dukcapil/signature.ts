import { createHmac, timingSafeEqual } from 'node:crypto';

/** Header that carries the signature, in the case Node gives incoming headers. */
export const SIAK_SIGNATURE_HEADER = 'x-siak-signature';

/** Value of `X-Siak-Signature` for a body as it goes over the wire: `sha256=<hex HMAC-SHA256>`. */
export function siakSignature(secret: string, rawBody: string | Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(rawBody).digest('hex')}`;
}

/** True when `header` signs exactly these bytes. Compare before parsing: a re-serialised body has other bytes. */
export function isSiakSignature(input: {
  secret: string;
  rawBody: string | Uint8Array;
  header: string | undefined;
}): boolean {
  const expected = Buffer.from(siakSignature(input.secret, input.rawBody));
  const given = Buffer.from(input.header ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given);
}

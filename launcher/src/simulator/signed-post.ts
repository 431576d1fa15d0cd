import { createHmac } from 'node:crypto';

export interface SignedPost {
  url: string;
  secret: string;
  body: unknown;
  traceparent?: string | null | undefined;
  timeoutMs?: number;
}

/** Posts JSON with `X-Siak-Signature: sha256=<hex HMAC-SHA256 of the raw body>`. Rejects when nobody answers. */
export async function signedPost(post: SignedPost): Promise<{ status: number; body: string }> {
  const raw = JSON.stringify(post.body);
  const response = await fetch(post.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-siak-signature': `sha256=${createHmac('sha256', post.secret).update(raw).digest('hex')}`,
      ...(post.traceparent ? { traceparent: post.traceparent } : {}),
    },
    body: raw,
    signal: AbortSignal.timeout(post.timeoutMs ?? 10_000),
  });
  return { status: response.status, body: await response.text() };
}

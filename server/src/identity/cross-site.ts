/**
 * Defence against requests that another site makes with the officer's cookie. SameSite=Lax already keeps the cookie off
 * cross-site POSTs; a browser of our days also says where a request comes from, and a plain HTML form can send neither header.
 */
import type { Request } from 'express';
import { Problem } from '../http/problem.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @throws Problem 403. Only for callers who are known by their cookie. */
export function refuseCrossSite(request: Pick<Request, 'method' | 'headers'>, publicUrl: string): void {
  if (SAFE.has(request.method)) return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && origin !== new URL(publicUrl).origin && !sameHost(origin, request.headers.host))
    throw new Problem('cross-site-request');
  if (site !== undefined && site !== 'same-origin') throw new Problem('cross-site-request');
  const saysItself =
    origin !== undefined || site !== undefined || request.headers['x-requested-with'] !== undefined;
  if (!saysItself) throw new Problem('cross-site-request');
}

/** The same server under another of its names (`localhost`, `127.0.0.1`). */
function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

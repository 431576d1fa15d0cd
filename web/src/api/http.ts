import type { Text } from '@lampid/domain/rules/finding';
import { isGatewayFault, lineFound, lineLost } from './line.js';
import { hearTime } from './office-clock.js';
import { ProblemError, type Problem, type ProblemItem } from './problem.js';

type QueryValue = string | number | boolean | null | undefined;

export interface RequestOptions {
  query?: Record<string, QueryValue>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Without a line the service worker answers these from what it kept: their date is that of another day. */
const MAY_BE_KEPT = /^\/api\/v1\/event-types\b/;

const UNREACHABLE: Problem = {
  status: 0,
  title: { id: 'Server tidak dapat dihubungi', en: 'The server cannot be reached' },
  detail: {
    id: 'Periksa sambungan jaringan, lalu coba lagi. Isian Anda masih ada di halaman ini.',
    en: 'Check the network and try again. What you filled in is still on this page.',
  },
  errors: [],
};

export function withQuery(path: string, query: Record<string, QueryValue> = {}): string {
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  if (pairs.length === 0) return path;
  return `${path}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}

function asText(value: unknown, fallback: Text): Text {
  if (typeof value === 'string' && value !== '') return { id: value, en: value };
  if (value && typeof value === 'object' && 'id' in value && 'en' in value) return value as Text;
  return fallback;
}

/** Reads a problem document; anything else that failed (a proxy's page, no body) becomes a plain sentence, never raw text. */
export function problemFrom(status: number, body: unknown): Problem {
  const source = (body && typeof body === 'object' ? body : {}) as Record<string, unknown>;
  const fallback: Text =
    status >= 500
      ? { id: 'Terjadi gangguan pada server', en: 'The server is in trouble' }
      : { id: 'Permintaan tidak dapat diproses', en: 'The request could not be processed' };
  const items = Array.isArray(source['errors']) ? (source['errors'] as Record<string, unknown>[]) : [];
  return {
    status,
    type: typeof source['type'] === 'string' ? source['type'] : undefined,
    title: asText(source['titles'] ?? source['title'], fallback),
    detail:
      source['details'] || source['detail'] ? asText(source['details'] ?? source['detail'], fallback) : null,
    errors: items.map((item) => ({
      code: String(item['code'] ?? ''),
      field: typeof item['field'] === 'string' ? item['field'] : null,
      severity: item['severity'] as ProblemItem['severity'],
      message: asText(item['message'], fallback),
    })),
    traceId: typeof source['traceId'] === 'string' ? source['traceId'] : undefined,
  };
}

async function send<Answer>(
  method: string,
  path: string,
  body: unknown,
  { query, headers, signal }: RequestOptions = {},
): Promise<Answer> {
  const isForm = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(withQuery(path, query), {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'x-requested-with': 'lampid-web',
        ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    lineLost();
    throw new ProblemError(UNREACHABLE);
  }
  if (!isGatewayFault(response.status)) lineFound();
  if (!MAY_BE_KEPT.test(path)) hearTime(response.headers.get('date'));
  if (response.status === 204) return undefined as Answer;
  const text = await response.text();
  let parsed: unknown;
  try {
    parsed = text === '' ? undefined : JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  if (!response.ok) throw new ProblemError(problemFrom(response.status, parsed));
  return parsed as Answer;
}

export const http = {
  get: <Answer>(path: string, options?: RequestOptions) => send<Answer>('GET', path, undefined, options),
  post: <Answer>(path: string, body?: unknown, options?: RequestOptions) =>
    send<Answer>('POST', path, body, options),
  delete: (path: string) => send<undefined>('DELETE', path, undefined),
  put: <Answer>(path: string, body: unknown, options?: RequestOptions) =>
    send<Answer>('PUT', path, body, options),
};

/** The XML of a diagram and other plain texts. */
export async function getText(path: string, signal?: AbortSignal): Promise<string> {
  return (await getPlain(path, signal)).text();
}

/** A file, to be shown on the page. */
export async function getBlob(path: string, signal?: AbortSignal): Promise<Blob> {
  return (await getPlain(path, signal)).blob();
}

async function getPlain(path: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', signal }).catch(() => null);
  if (!response) throw new ProblemError(UNREACHABLE);
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  throw new ProblemError(problemFrom(response.status, body));
}

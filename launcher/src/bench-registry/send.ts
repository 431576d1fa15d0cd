const TIMEOUT_MS = 60_000;

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
}

/** Side by side, read to their end. @throws Error for an answer that is not 200 */
export async function sendAll(options: {
  baseUrl: string;
  token: string;
  calls: readonly Call[];
  signal: AbortSignal;
}): Promise<void> {
  const { baseUrl, token, signal } = options;
  await Promise.all(
    options.calls.map(async ({ method, path, body }) => {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }),
  );
}

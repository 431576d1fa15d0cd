import { setTimeout as sleep } from 'node:timers/promises';

/** Asks `probe` until it says true. False when the time is over or `signal` was aborted. */
export async function waitUntil(
  probe: () => boolean | Promise<boolean>,
  options: { timeoutMs: number; everyMs?: number; signal?: AbortSignal },
): Promise<boolean> {
  const deadline = performance.now() + options.timeoutMs;
  for (;;) {
    if (options.signal?.aborted) return false;
    if (await probe()) return true;
    if (performance.now() >= deadline) return false;
    await sleep(options.everyMs ?? 100);
  }
}

/** True when GET answers 2xx. */
export async function answersOk(url: string, headers: Record<string, string> = {}): Promise<boolean> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks until `look` gives something other than null, undefined or false, and gives that back. What the engine and the
 * workers do takes its time; a test waits for it here instead of sleeping.
 *
 * @throws Error with `what` and the last thing seen
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  options: { timeoutMs?: number; everyMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + (options.timeoutMs ?? 30_000);
  let trouble: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) return seen;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    if (Date.now() > deadline) throw new Error(`did not happen in time: ${what}`, { cause: trouble });
    await sleep(options.everyMs ?? 150);
  }
}

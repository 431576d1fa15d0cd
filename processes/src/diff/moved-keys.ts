/**
 * Keys that stand elsewhere than before, as few as explain the new order: those outside of a longest run that kept its order.
 * Keys that only one side has do not count.
 */
export function movedKeys(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((key, index) => [key, index]));
  const common = after.filter((key) => place.has(key));
  const kept = new Set(longestRun(common.map((key) => place.get(key)!)));
  return new Set(common.filter((key) => !kept.has(place.get(key)!)));
}

/** Longest increasing subsequence of distinct numbers. */
function longestRun(places: readonly number[]): number[] {
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const at of places) {
    const found = tails.findIndex((tail) => tail > at);
    const length = found < 0 ? tails.length : found;
    previous.set(at, tails[length - 1]);
    tails[length] = at;
  }
  const run: number[] = [];
  for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) run.unshift(at);
  return run;
}

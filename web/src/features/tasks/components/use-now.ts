import { useSyncExternalStore } from 'react';
import { officeNow } from '../../../api/office-clock.js';

let now = officeNow().getTime();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all countdowns of a page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = officeNow().getTime();
    for (const each of listeners) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds since the epoch, ticking once a second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

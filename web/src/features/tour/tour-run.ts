/** Where the running tour stands; it outlives the pages that it walks through, and ends with the tab. */
import { useSyncExternalStore } from 'react';

let stop: number | null = null;
const listeners = new Set<() => void>();

/** To this stop, counted from 0; null ends the tour. */
export function goToStop(next: number | null): void {
  stop = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Null while no tour runs. */
export function useStop(): number | null {
  return useSyncExternalStore(subscribe, () => stop);
}

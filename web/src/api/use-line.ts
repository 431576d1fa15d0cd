import { useSyncExternalStore } from 'react';
import { isLineUp, onLineChange } from './line.js';

/** True while the server answers. */
export function useLine(): boolean {
  return useSyncExternalStore(onLineChange, isLineUp);
}

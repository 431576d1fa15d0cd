import type { WorkResult } from '@lampid/engine/engine';
import { PermanentFailure } from './task-handler.js';

/**
 * Failure answer for an attempt that threw. `retriesLeft` is what the engine still grants (null before the first
 * failure): with waits [a, b] there are three attempts, the last failure leaves 0 and opens an incident.
 */
export function planRetry(options: {
  error: unknown;
  retriesLeft: number | null;
  delaysMs: readonly number[];
}): Extract<WorkResult, { kind: 'failure' }> {
  const { error, delaysMs } = options;
  const granted = options.retriesLeft ?? delaysMs.length + 1;
  // After an operator's retry the engine may grant more than the plan knows: then the longest wait is used.
  const left =
    error instanceof PermanentFailure ? 0 : Math.max(0, Math.min(granted, delaysMs.length + 1) - 1);
  const wait = left === 0 ? 0 : (delaysMs[delaysMs.length - left] ?? delaysMs.at(-1) ?? 1000);
  return { kind: 'failure', ...describe(error), retriesLeft: left, retryAfterMs: wait };
}

/** Database errors carry row values in `detail`, so only class, code and the first line are kept. */
function describe(error: unknown): { message: string; details?: string } {
  if (!(error instanceof Error)) return { message: 'unknown failure' };
  const code = 'code' in error && typeof error.code === 'string' ? ` [${error.code}]` : '';
  const firstLine = (error.message.split('\n')[0] ?? '').replace(/\d{16}/g, '################').slice(0, 300);
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { message: `${error.name}${code}: ${firstLine}`, details: frames.slice(0, 12).join('\n') };
}

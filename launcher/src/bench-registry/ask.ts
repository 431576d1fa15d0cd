import type { OfficerAccount } from '../bench/generator/protocol.js';
import { type LatencySummary, summarise } from '../bench/latencies.js';
import type { QuestionKind, Question } from './questions.js';

const TIMEOUT_MS = 60_000;

/**
 * Asks `samples` times over HTTP, `atOnce` at a time, after a warm-up of a tenth. Every answer has to be right: the time of an error is
 * none. @throws Error for an answer that is not 200
 */
export async function ask(
  kind: QuestionKind,
  options: { baseUrl: string; samples: number; atOnce: number; signal: AbortSignal },
): Promise<LatencySummary> {
  const warmup = Math.ceil(options.samples / 10);
  const times: number[] = [];
  let turn = 0;
  const work = async () => {
    while (turn < warmup + options.samples) {
      options.signal.throwIfAborted();
      const mine = turn++;
      const began = performance.now();
      await answer(options.baseUrl, kind.next(mine), options.signal);
      if (mine >= warmup) times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  return summarise(times);
}

async function answer(baseUrl: string, { by, calls }: Question, signal: AbortSignal): Promise<void> {
  await Promise.all(calls.map((call) => send(baseUrl, by, { ...call, signal })));
}

async function send(
  baseUrl: string,
  by: OfficerAccount,
  call: Question['calls'][number] & { signal: AbortSignal },
): Promise<void> {
  const response = await fetch(`${baseUrl}${call.path}`, {
    method: call.method,
    headers: { authorization: `Bearer ${by.token}`, 'content-type': 'application/json' },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    signal: AbortSignal.any([call.signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${call.method} ${call.path}: ${response.status} ${text}`);
}

import { type LatencySummary, summarise } from '../bench/latencies.js';
import type { QuestionKind } from './questions.js';

/** Until each connection of a server that has just started has planned its statements, and kept those plans. */
const LEAST_WARMUP = 100;

/** Asks `samples` times, `atOnce` at a time, after a warm-up. Everything has to be answered: the time of an error is none. */
export async function measure(
  kind: QuestionKind,
  options: { samples: number; atOnce: number; signal: AbortSignal },
): Promise<LatencySummary> {
  const warmup = Math.max(LEAST_WARMUP, Math.ceil(options.samples / 10));
  const times: number[] = [];
  let turn = 0;
  const work = async () => {
    while (turn < warmup + options.samples) {
      options.signal.throwIfAborted();
      const mine = turn++;
      const began = performance.now();
      await kind.ask(mine);
      if (mine >= warmup) times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  return summarise(times);
}

import { type LatencySummary, summarise } from '../bench/latencies.js';
import type { QuestionKind } from './questions.js';

/**
 * A server and a database that have just started plan each statement on each connection and read from the disk what an office in the middle of
 * its day has in memory: the first hundreds of questions of a kind tell of that.
 */
const WARMUP = { questions: 400, ms: 10_000 };

/** Asks `samples` times, `atOnce` at a time, after a warm-up. Everything has to be answered: the time of an error is none. */
export async function measure(
  kind: QuestionKind,
  options: { samples: number; atOnce: number; signal: AbortSignal },
): Promise<LatencySummary> {
  let turn = 0;
  const askUntil = async (isOver: () => boolean, told: (ms: number) => void) => {
    const work = async () => {
      while (!isOver()) {
        options.signal.throwIfAborted();
        const mine = turn++;
        const began = performance.now();
        await kind.ask(mine);
        told(performance.now() - began);
      }
    };
    await Promise.all(Array.from({ length: options.atOnce }, work));
  };
  const until = performance.now() + WARMUP.ms;
  await askUntil(
    () => turn >= WARMUP.questions || performance.now() >= until,
    () => undefined,
  );
  const times: number[] = [];
  const last = turn + options.samples;
  await askUntil(
    () => turn >= last,
    (ms) => times.push(ms),
  );
  return summarise(times);
}

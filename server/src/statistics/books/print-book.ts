/**
 * Books for paper and for a spreadsheet, made in a thread of their own: a month of a large kecamatan is hundreds of pages, and while they
 * are set, the server would answer nobody.
 */
import { Worker } from 'node:worker_threads';
import { Problem } from '../../http/problem.js';
import type { Book } from './read-book.js';

export interface PrintOrder {
  book: Book;
  format: 'xlsx' | 'pdf';
  /** Date on the signature block, `YYYY-MM-DD`. */
  today: string;
}

export type PrintBook = (order: PrintOrder) => Promise<Buffer>;

/** Threads of one process, and orders that wait for one: at the end of a month every kelurahan prints. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 50;
/** The largest book takes a tenth of it. */
const PATIENCE_MS = 120_000;

/** One for each process: it knows how many books are being made, and which wait. */
export function bookPrinter(): PrintBook {
  let free = MOST_AT_ONCE;
  const waiting: (() => void)[] = [];
  /** @throws Problem 429 while as many wait as may */
  return async (order) => {
    if (free > 0) free--;
    else if (waiting.length < MOST_WAITING) await new Promise<void>((turn) => waiting.push(turn));
    else throw new Problem('too-many-requests');
    try {
      return await printed(order);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

async function printed(order: PrintOrder): Promise<Buffer> {
  // What the process itself was started with (tracing) is not the thread's.
  const thread = new Worker(new URL('./book-thread.js', import.meta.url), {
    workerData: order,
    execArgv: [],
  });
  const timer = setTimeout(() => void thread.terminate(), PATIENCE_MS);
  try {
    return await new Promise((resolve, reject) => {
      thread
        .once('message', (content: Uint8Array) => resolve(Buffer.from(content)))
        .once('error', reject)
        .once('exit', (code) => reject(new Error(`the thread of a book ended with ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    void thread.terminate();
  }
}

/** `npm run bench:queue-page`: how a task list of 100,000 feels in a browser. */
import { loadavg } from 'node:os';
import { keep, root, runBench, say } from '@lampid/launcher/bench/bench-program';
import { machineFacts } from '@lampid/launcher/bench/machine';
import { startBusyKecamatan } from '@lampid/launcher/bench-queue-page/busy-kecamatan';
import { readOptions, USAGE, type QueuePageBenchOptions } from '@lampid/launcher/bench-queue-page/options';
import { launchBrowser } from '../support/browser.js';
import {
  askEverything,
  scrollThrough,
  signInToQueue,
  timeSignIns,
  type Answered,
  type Scrolled,
} from './queue-journey.js';

/** p95, in milliseconds. */
const USABLE_MS = 1_000;
const ANSWER_MS = 300;
/** p95 of the pauses between two frames: twenty a second are still one movement. */
const FRAME_MS = 50;

const stopping = new AbortController();

interface Measured {
  answered: Answered[];
  scrolled: Scrolled[];
}

async function bench(options: QueuePageBenchOptions): Promise<Measured> {
  const machine = machineFacts(root);
  console.log('e-LAMPID bench:queue-page');
  console.log(`  ${machine.cores} cores · ${machine.cpu} · Node ${machine.node} · commit ${machine.commit}`);
  const { stack, stop } = await startBusyKecamatan({ root, bench: options, signal: stopping.signal, say });
  const { browser, close } = await launchBrowser();
  try {
    const baseUrl = stack.env['PUBLIC_URL']!;
    const signIns = await timeSignIns(browser, { baseUrl, samples: options.samples });
    printAnswered([signIns], USABLE_MS);
    const { page } = await signInToQueue(browser, baseUrl);
    const answered = await askEverything(page, options.samples);
    printAnswered(answered, ANSWER_MS);
    await page.goto('/tasks', { waitUntil: 'load' });
    const scrolled = await scrollThrough(page, options.tasks);
    printScrolled(scrolled);
    // Whoever else works on this machine is in every figure.
    console.log(`\n  load of the machine ${loadavg()[1]!.toFixed(1)} on ${machine.cores} cores`);
    const measured = { answered: [signIns, ...answered], scrolled };
    keep({ machine, options, ...measured }, 'queue-page-last.json');
    return measured;
  } finally {
    await close();
    await stop();
  }
}

const column = (value: string) => value.padStart(10);

function printAnswered(answered: Answered[], limitMs: number): void {
  console.log(`\n  ${'milliseconds'.padEnd(28)}${['p50', 'p95', 'max', 'to beat'].map(column).join('')}`);
  for (const { name, p50, p95, max } of answered) {
    const numbers = [p50, p95, max, limitMs].map((value) => column(value.toFixed(0)));
    console.log(`  ${name.padEnd(28)}${numbers.join('')}  ${p95 < limitMs ? 'ok' : 'MISSED'}`);
  }
}

function printScrolled(scrolled: Scrolled[]): void {
  const head = ['rows', 'seconds', 'frame p95', 'longest', 'tasks>50', 'longest', 'nodes', 'heap MiB'];
  console.log(`\n  ${''.padEnd(28)}${head.map(column).join('')}`);
  for (const row of scrolled) {
    const { rows, seconds, p95Frame, longestFrame, longTasks, longestTask, domNodes, heapMiB } = row;
    const numbers = [rows, seconds, p95Frame, longestFrame, longTasks, longestTask, domNodes, heapMiB];
    console.log(`  ${row.name.padEnd(28)}${numbers.map((value) => column(value.toFixed(0))).join('')}`);
  }
}

await runBench({
  ...{ readOptions, usage: USAGE, stopping },
  async work(options) {
    const { answered, scrolled } = await bench(options);
    const [signIn, ...questions] = answered;
    const missed =
      signIn!.p95 >= USABLE_MS ||
      questions.some(({ p95 }) => p95 >= ANSWER_MS) ||
      scrolled.some(({ p95Frame }) => p95Frame >= FRAME_MS);
    return missed ? 1 : 0;
  },
});

/** What a page says of itself while it is worked with. Runs in the page by Playwright; nothing of it is part of the product. */
import type { CDPSession, Page } from 'playwright-core';

export interface Smoothness {
  /** Milliseconds: the longest pause between two frames, and the 95th of a hundred. */
  longestFrame: number;
  p95Frame: number;
  /** Tasks of the main thread above 50 ms, which a hand may notice. */
  longTasks: number;
  longestTask: number;
}

interface Watch {
  frames: number[];
  tasks: number[];
  stop(): void;
}

/** Watches the frames while `work` goes on. */
export async function watchFrames(page: Page, work: () => Promise<void>): Promise<Smoothness> {
  await page.evaluate(() => {
    const [frames, tasks]: [number[], number[]] = [[], []];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    let [last, goesOn] = [performance.now(), true];
    const frame = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (goesOn) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const stop = () => {
      goesOn = false;
      observer.disconnect();
    };
    (window as unknown as { watch: Watch }).watch = { frames, tasks, stop };
  });
  await work();
  const { frames, tasks } = await page.evaluate(() => {
    const { watch } = window as unknown as { watch: Watch };
    watch.stop();
    return { frames: watch.frames, tasks: watch.tasks };
  });
  const sorted = frames.sort((a, b) => a - b);
  return {
    longestFrame: sorted.at(-1) ?? 0,
    p95Frame: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    longTasks: tasks.length,
    longestTask: Math.max(0, ...tasks),
  };
}

export interface Weight {
  domNodes: number;
  heapMiB: number;
}

/** After the rubbish was collected. */
export async function weigh(page: Page, cdp: CDPSession): Promise<Weight> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const domNodes = await page.evaluate(() => document.querySelectorAll('*').length);
  return { domNodes, heapMiB: usedSize / 2 ** 20 };
}

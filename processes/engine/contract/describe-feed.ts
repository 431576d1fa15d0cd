import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FeedCursor, FeedEvent } from '../engine.js';
import { done, eventually, type ContractRun } from './contract-run.js';
import { foldFeed, toFolded } from './fold-feed.js';

export function describeFeed(run: () => ContractRun): void {
  describe('feed', () => {
    it('tells synchronous steps in the order of the model, whatever their ids', async () => {
      await run().deploy('order');
      const { businessKey } = await run().start('order');
      run().work({ topics: ['order'], handler: () => Promise.resolve(done()) });
      await run().event(businessKey, 'case-ended');
      const events = await run().eventsOf(businessKey);
      const told = events.flatMap((e) =>
        e.kind === 'step-entered' ? [`+${e.element}`] : e.kind === 'step-left' ? [`-${e.element}`] : [e.kind],
      );
      const through = (...elements: string[]): string[] =>
        elements.flatMap((element) => [`+${element}`, `-${element}`]);
      expect(told).toEqual([
        'case-started',
        ...through('z-start', 'y-first', 'x-second'),
        '+w-scope',
        ...through('v-start', 'u-inner', 't-end'),
        '-w-scope',
        '+s-call',
        'instance-started',
        ...through('r-start', 'q-gate', 'p-end'),
        'instance-ended',
        '-s-call',
        ...through('c-third', 'b-wait', 'a-end'),
        'case-ended',
      ]);
    });

    it('gives each event a place of its own, and the same place when it is read again', async () => {
      await run().deploy('order');
      const { businessKey } = await run().start('order');
      await run().event(businessKey, 'step-entered', (event) => event.element === 'b-wait');
      const read = (await run().eventsOf(businessKey)).map((e) => ({ ...e }));
      const again = await readAll({ run: run(), limit: 7 });
      expect(again.events.filter((e) => e.businessKey === businessKey)).toEqual(read);
      const places = read.map(placeOf);
      expect(new Set(places).size).toBe(places.length);
      expect(isAscending(again.events)).toBe(true);
    });

    it('wakes a reader soon', async () => {
      await run().deploy('acknowledge');
      let woken = 0;
      const stop = await run().engine.feed.watch({ pollMs: 60_000, wake: () => (woken = Date.now()) });
      await sleep(300);
      woken = 0;
      const began = Date.now();
      await run().start('acknowledge');
      await eventually(() => expect(woken).toBeGreaterThan(0));
      expect(woken - began).toBeLessThan(1_500);
      await stop();
      let polls = 0;
      const stopPolling = await run().engine.feed.watch({ pollMs: 50, wake: () => (polls += 1) });
      await sleep(400);
      expect(polls).toBeGreaterThanOrEqual(4);
      await stopPolling();
    });

    it('keeps what is not acknowledged, and tells how far behind a reader is', async () => {
      await run().deploy('acknowledge');
      await run().begin();
      const before = (await readAll({ run: run(), limit: 1_000 })).cursor;
      const { businessKey } = await run().start('acknowledge');
      await run().event(businessKey, 'case-started');
      await sleep(50);
      expect(await run().engine.feed.lagMs(before)).toBeGreaterThanOrEqual(40);
      // Nothing is old enough to be dropped, so it can still be read.
      await run().engine.feed.acknowledge((await readAll({ run: run(), limit: 1_000 })).cursor, 3_600_000);
      const kept = (await run().engine.feed.read({ after: before, limit: 1_000 })).events;
      expect(kept.some((e) => e.businessKey === businessKey && e.kind === 'case-started')).toBe(true);
      const end = (await readAll({ run: run(), limit: 1_000 })).cursor;
      expect(await run().engine.feed.lagMs(end)).toBe(0);
    });

    it('loses nothing and splits no transaction while the engine is busy', async () => {
      await Promise.all(
        ['order', 'calling', 'subjects', 'timers', 'compensation', 'work'].map((file) => run().deploy(file)),
      );
      const start = (await readAll({ run: run(), limit: 1_000 })).cursor;
      const group = { supervisorGroup: 'supervisor:32.73.02', secondGroup: 'b' };
      const far = '2099-01-01T00:00:00Z';
      run().work({
        topics: ['order', 'called', 'per-person', 'register', 'synchronise', 'reverse', 'work'],
        concurrency: 12,
        handler: async (work) => {
          await sleep(Math.random() * 20);
          if (work.element === 'synchronise')
            return { kind: 'bpmn-error', code: 'NACK', message: 'no', variables: {} };
          if (work.element === 'do-work' && Math.random() < 0.3) {
            return { kind: 'failure', message: 'by chance', retriesLeft: 0, retryAfterMs: 0 };
          }
          return done({ next: 'go' });
        },
      });
      const reader = readWhileRunning({ run: run(), from: start });
      const cases: { businessKey: string; caseId: string }[] = [];
      for (let round = 0; round < 10; round++) {
        const started = await Promise.all([
          run().start('order'),
          run().start('calling', group),
          run().start('subjects', { subjectCount: 3 }),
          run().start('timers', { ...group, remindAt: far, expireAt: far }),
          run().start('compensation'),
          run().start('work'),
        ]);
        cases.push(...started);
        const timers = started[3];
        await run().engine.fireTimer({
          businessKey: timers.businessKey,
          element: round % 2 ? 'expire' : 'remind',
        });
        if (round % 3 === 0) await run().engine.cancel({ caseId: started[1].caseId, reason: 'test' });
      }
      await quiet(cases.map((c) => c.businessKey));
      const events = await reader.finish();

      for (const { businessKey } of cases) {
        const folded = foldFeed(events.filter((e) => e.businessKey === businessKey));
        expect(folded).toEqual(toFolded(await run().snapshot(businessKey)));
      }
      // A second reader from the same place with other limits sees the very same.
      const again = await readAll({ run: run(), limit: 3, from: start });
      const own = new Set(cases.map((c) => c.businessKey));
      const orderOf = (list: FeedEvent[]): string[] =>
        list.filter((e) => own.has(e.businessKey)).map(placeOf);
      expect(orderOf(again.events)).toEqual(orderOf(events));
    }, 90_000);

    /** Until the snapshots stop changing: whatever the workers could do is done. */
    async function quiet(keys: string[]): Promise<void> {
      let before = '';
      await eventually(async () => {
        const now = JSON.stringify(await Promise.all(keys.map((key) => run().snapshot(key))));
        const same = now === before;
        before = now;
        if (!same) {
          await sleep(2_500);
          throw new Error('the engine is still at work');
        }
      }, 60_000);
    }
  });
}

async function readAll(options: {
  run: ContractRun;
  limit: number;
  from?: FeedCursor;
}): Promise<{ events: FeedEvent[]; cursor: FeedCursor }> {
  const events: FeedEvent[] = [];
  let cursor = options.from ?? null;
  for (let more = true; more;) {
    const page = await options.run.engine.feed.read({ after: cursor, limit: options.limit });
    events.push(...page.events);
    cursor = page.cursor;
    more = page.more;
  }
  return { events, cursor };
}

/** Reads with limits by chance while the engine works; fails when a transaction shows up on two pages. */
function readWhileRunning(options: { run: ContractRun; from: FeedCursor }): {
  finish(): Promise<FeedEvent[]>;
} {
  const events: FeedEvent[] = [];
  let cursor = options.from;
  let stopping = false;
  const seen = new Set<string>();
  const reading = (async () => {
    for (;;) {
      const last = stopping;
      const limit = 1 + Math.floor(Math.random() * 20);
      const page = await options.run.engine.feed.read({ after: cursor, limit });
      const transactions = new Set(page.events.map((e) => e.order.transaction));
      for (const transaction of transactions) {
        if (seen.has(transaction)) throw new Error(`transaction ${transaction} was split over pages`);
        seen.add(transaction);
      }
      events.push(...page.events);
      cursor = page.cursor;
      if (!page.more) {
        if (last) return;
        await sleep(5);
      }
    }
  })();
  reading.catch(() => undefined);
  return {
    async finish() {
      stopping = true;
      await reading;
      expect(isAscending(events)).toBe(true);
      return events;
    },
  };
}

function placeOf(event: FeedEvent): string {
  return `${event.order.transaction}/${event.order.position}`;
}

function isAscending(events: FeedEvent[]): boolean {
  return events.every((event, index) => {
    const previous = events[index - 1]?.order;
    if (!previous) return true;
    const [a, b] = [BigInt(previous.transaction), BigInt(event.order.transaction)];
    return a < b || (a === b && previous.position < event.order.position);
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { deferred, done, eventually, type ContractRun } from './contract-run.js';
import { startTcpProxy } from './tcp-proxy.js';

export function describeWork(run: () => ContractRun): void {
  describe('work', () => {
    it('is handed over with its case, its element and the feed’s id of its step', async () => {
      const definition = await run().deploy('work');
      const { businessKey, caseId } = await run().start('work');
      const subscription = run().work({
        topics: ['work'],
        handler: () => Promise.resolve(done({ next: 'go' })),
      });
      await run().event(businessKey, 'case-ended', (event) => event.how === 'completed');
      const { work, answer } = await run().answered(subscription, businessKey);
      const entered = await run().event(businessKey, 'step-entered', (event) => event.element === 'do-work');
      expect(answer).toBe('accepted');
      expect(work).toMatchObject({
        topic: run().name('work'),
        caseId,
        instanceId: caseId,
        definitionId: definition.definitionId,
        processKey: run().name('work'),
        element: 'do-work',
        stepId: entered.stepId,
        retriesLeft: null,
      });
    });

    it('takes the way of a BPMN error that the model catches', async () => {
      await run().deploy('work');
      const { businessKey } = await run().start('work');
      run().work({
        topics: ['work'],
        handler: () =>
          Promise.resolve({ kind: 'bpmn-error', code: 'KNOWN', message: 'as modelled', variables: {} }),
      });
      await run().event(businessKey, 'step-entered', (event) => event.element === 'end-caught');
      await run().event(businessKey, 'step-left', (event) => event.element === 'do-work' && event.cancelled);
    });

    it('opens an incident for an error that the model does not catch, instead of ending the case unseen', async () => {
      await run().deploy('work');
      const { businessKey } = await run().start('work');
      run().work({
        topics: ['work'],
        handler: () =>
          Promise.resolve({ kind: 'bpmn-error', code: 'UNKNOWN', message: 'a surprise', variables: {} }),
      });
      await run().event(businessKey, 'incident-opened');
      expect(await run().engine.isRunning(businessKey)).toBe(true);
    });

    it('opens an incident when the model cannot go on with the answer', async () => {
      await run().deploy('work');
      const { businessKey } = await run().start('work');
      let calls = 0;
      run().work({
        topics: ['work'],
        handler: (work) => {
          if (work.businessKey === businessKey) calls += 1;
          return Promise.resolve(done({ next: 'nowhere' }));
        },
      });
      const incident = await run().event(businessKey, 'incident-opened');
      expect(incident).toMatchObject({ element: 'do-work', incidentType: 'failedWork' });
      await sleep(300);
      expect(calls).toBe(1);
    });

    it('comes again after a failure, and its incident is resolved by a retry', async () => {
      await run().deploy('work');
      const { businessKey } = await run().start('work');
      const retries: (number | null)[] = [];
      const ids = new Set<string>();
      const at: number[] = [];
      let mended = false;
      run().work({
        topics: ['work'],
        handler: (work) => {
          if (work.businessKey !== businessKey) return Promise.resolve(done({ next: 'go' }));
          retries.push(work.retriesLeft);
          ids.add(work.workId);
          at.push(Date.now());
          if (mended) return Promise.resolve(done({ next: 'go' }));
          const retriesLeft = work.retriesLeft === null ? 1 : work.retriesLeft - 1;
          return Promise.resolve({
            kind: 'failure',
            message: 'no connection',
            details: 'stack',
            retriesLeft,
            retryAfterMs: 700,
          });
        },
      });
      const incident = await run().event(businessKey, 'incident-opened');
      expect(incident).toMatchObject({
        element: 'do-work',
        incidentType: 'failedWork',
        message: 'no connection',
      });
      expect((await run().snapshot(businessKey)).incidents).toHaveLength(1);
      mended = true;
      expect(await run().engine.retry({ incidentId: incident.incidentId, retries: 1 })).toBe('retried');
      await run().event(
        businessKey,
        'incident-resolved',
        (event) => event.incidentId === incident.incidentId,
      );
      await run().event(businessKey, 'case-ended');
      expect(retries).toEqual([null, 1, 1]);
      expect(ids.size).toBe(1);
      expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(690);
      expect(incident.stepId).toBe(
        (await run().event(businessKey, 'step-left', (e) => e.element === 'do-work')).stepId,
      );
      expect(await run().engine.retry({ incidentId: incident.incidentId, retries: 1 })).toBe('gone');
    });

    it('turns a throw into an incident', async () => {
      await run().deploy('work');
      const { businessKey } = await run().start('work');
      run().work({ topics: ['work'], handler: () => Promise.reject(new Error('unforeseen\nsecond line')) });
      expect(await run().event(businessKey, 'incident-opened')).toMatchObject({ message: 'unforeseen' });
    });

    it('tells the handler when its case is cancelled, and calls the answer gone', async () => {
      await run().deploy('work');
      const { businessKey, caseId } = await run().start('work');
      const began = deferred();
      const subscription = run().work({
        topics: ['work'],
        lockMs: 2_000,
        handler: async (work, { signal }) => {
          if (work.businessKey !== businessKey) return done({ next: 'go' });
          began.resolve();
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          return done({ next: 'go' });
        },
      });
      await began.promise;
      expect(await run().engine.cancel({ caseId, reason: 'test' })).toBe('cancelled');
      await eventually(() => expect(subscription.answers.map((a) => a.answer)).toContain('gone'));
    });

    it('keeps its lock while the handler runs', async () => {
      await run().deploy('work');
      const { businessKey } = await run().start('work');
      let calls = 0;
      const handler = async (): Promise<ReturnType<typeof done>> => {
        calls += 1;
        await sleep(3_500);
        return done({ next: 'go' });
      };
      run().work({ topics: ['work'], lockMs: 1_000, handler });
      run().work({ topics: ['work'], lockMs: 1_000, handler });
      await run().event(businessKey, 'case-ended');
      expect(calls).toBe(1);
    });

    it('goes to another worker when the lock is lost, and the late answer is gone', async () => {
      await run().deploy('work');
      const { businessKey } = await run().start('work');
      const proxy = await startTcpProxy(run().target.address);
      const engine = run().target.via(proxy);
      const began = deferred();
      const aborted = deferred();
      const late = run().work({
        engine,
        topics: ['work'],
        lockMs: 1_200,
        handler: async (_, { signal }) => {
          began.resolve();
          proxy.mode = 'hang';
          await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
          aborted.resolve();
          return done({ next: 'go' });
        },
      });
      await began.promise;
      const other = run().work({ topics: ['work'], handler: () => Promise.resolve(done({ next: 'go' })) });
      await aborted.promise;
      await eventually(() => expect(other.answers.map((a) => a.answer)).toEqual(['accepted']));
      proxy.mode = 'refuse';
      await sleep(100);
      proxy.mode = 'pass';
      await eventually(() => expect(late.answers.map((a) => a.answer)).toEqual(['gone']));
      await run().event(businessKey, 'case-ended');
      await late.stop(1_000);
      await engine.close();
      await proxy.close();
    });

    it('goes on after the engine was out of reach, with pauses that grow', async () => {
      await run().deploy('work');
      const proxy = await startTcpProxy(run().target.address);
      const engine = run().target.via(proxy);
      proxy.mode = 'refuse';
      let troubles = 0;
      run().work({
        engine,
        topics: ['work'],
        handler: () => Promise.resolve(done({ next: 'go' })),
        onTrouble: () => (troubles += 1),
      });
      await sleep(2_000);
      expect(troubles).toBeGreaterThanOrEqual(1);
      expect(troubles).toBeLessThan(8);
      proxy.mode = 'pass';
      const { businessKey } = await run().start('work');
      await run().event(businessKey, 'case-ended');
      await run().stopSubscriptions();
      await engine.close();
      await proxy.close();
    });

    it('repeats an answer that the network swallowed', async () => {
      await run().deploy('work');
      const { businessKey } = await run().start('work');
      const proxy = await startTcpProxy(run().target.address);
      const engine = run().target.via(proxy);
      const subscription = run().work({
        engine,
        topics: ['work'],
        handler: () => {
          proxy.mode = 'cut-answer';
          setTimeout(() => (proxy.mode = 'pass'), 300);
          return Promise.resolve(done({ next: 'go' }));
        },
      });
      await run().event(businessKey, 'case-ended');
      // The first try was carried out, so the repeat finds nothing: that is success, too.
      await eventually(() => expect(subscription.answers.map((a) => a.answer)).toEqual(['gone']));
      await run().stopSubscriptions();
      await engine.close();
      await proxy.close();
    });

    it('is taken only as far as there are free hands, and the rest is left to others', async () => {
      await run().deploy('work');
      const hold = deferred();
      let most = 0;
      const busy = run().work({
        topics: ['work'],
        concurrency: 3,
        handler: async () => {
          most = Math.max(most, busy.running());
          await hold.promise;
          return done({ next: 'go' });
        },
      });
      const cases = await Promise.all(Array.from({ length: 9 }, () => run().start('work')));
      await eventually(() => expect(busy.running()).toBe(3));
      const other = run().work({ topics: ['work'], handler: () => Promise.resolve(done({ next: 'go' })) });
      await eventually(() => expect(other.answers).toHaveLength(6));
      hold.resolve();
      await Promise.all(cases.map(({ businessKey }) => run().event(businessKey, 'case-ended')));
      expect(most).toBe(3);
    });

    it('is finished when a subscription stops in time, and given back when it does not', async () => {
      await run().deploy('work');
      const first = await run().start('work');
      const began = deferred();
      const draining = run().work({
        topics: ['work'],
        handler: async () => {
          began.resolve();
          await sleep(600);
          return done({ next: 'go' });
        },
      });
      await began.promise;
      await draining.stop(10_000);
      expect(draining.answers.map((a) => a.answer)).toEqual(['accepted']);
      expect(draining.running()).toBe(0);
      await run().event(first.businessKey, 'case-ended');

      const second = await run().start('work');
      const hanging = deferred();
      const stuck = run().work({
        topics: ['work'],
        lockMs: 60_000,
        handler: async (_, { signal }) => {
          hanging.resolve();
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          return done({ next: 'go' });
        },
      });
      await hanging.promise;
      const stopBegan = Date.now();
      await stuck.stop(500);
      expect(Date.now() - stopBegan).toBeLessThan(4_000);
      expect(stuck.answers).toEqual([]);
      // Far sooner than the lock of a minute would end.
      run().work({ topics: ['work'], handler: () => Promise.resolve(done({ next: 'go' })) });
      await run().event(second.businessKey, 'case-ended');
    });
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { done, eventually, type ContractRun } from './contract-run.js';

const groups = { supervisorGroup: 'supervisor:32.73.02', secondGroup: 'verifikator:32.73' };

export function describeFlows(run: () => ContractRun): void {
  describe('user tasks', () => {
    it('open with their groups, take an outcome, and are gone afterwards', async () => {
      const { definitions } = await run().engine.deploy(await run().bundle('review'));
      const definitionId = definitions[0]!.definitionId;
      const businessKey = crypto.randomUUID();
      const processKey = run().name('review');
      await run().engine.start({ processKey, definitionId, businessKey, variables: groups });
      const task = await run().task(businessKey);
      const step = await run().event(businessKey, 'step-entered', (event) => event.element === 'y-review');
      expect(task).toMatchObject({
        element: 'y-review',
        stepId: step.stepId,
        candidateGroups: ['supervisor:32.73.02', 'verifikator:32.73'],
        assignee: null,
        dueAt: null,
        definitionId,
      });
      const command = {
        taskId: task.taskId,
        assignee: 'supervisor.coblong',
        variables: { review_outcome: 'reject' },
      };
      expect(await run().engine.complete(command)).toBe('completed');
      expect(await run().engine.complete(command)).toBe('gone');
      await run().event(
        businessKey,
        'task-ended',
        (event) => event.taskId === task.taskId && event.stepId === step.stepId,
      );
      await run().event(
        businessKey,
        'step-left',
        (event) => event.stepId === step.stepId && event.assignee === 'supervisor.coblong',
      );
      await run().event(businessKey, 'step-entered', (event) => event.element === 'v-rejected');
      expect(await run().engine.isRunning(businessKey)).toBe(false);
    });

    it('stay open when no flow fits their outcome', async () => {
      const { definitions } = await run().engine.deploy(await run().bundle('review'));
      const businessKey = crypto.randomUUID();
      const definitionId = definitions[0]!.definitionId;
      await run().engine.start({
        processKey: run().name('review'),
        definitionId,
        businessKey,
        variables: groups,
      });
      const { taskId } = await run().task(businessKey);
      const wrong = run().engine.complete({
        taskId,
        assignee: 'a',
        variables: { review_outcome: 'unheard-of' },
      });
      await expect(wrong).rejects.toMatchObject({ code: 'refused' });
      expect((await run().snapshot(businessKey)).tasks).toHaveLength(1);
      expect(
        await run().engine.complete({ taskId, assignee: 'a', variables: { review_outcome: 'approve' } }),
      ).toBe('completed');
    });
  });

  describe('messages', () => {
    it('are correlated when somebody waits, and only then', async () => {
      await run().deploy('acknowledge');
      const { businessKey } = await run().start('acknowledge');
      const message = { message: run().name('ack'), businessKey, variables: { ackCode: 'ACK' } };
      expect(await run().engine.correlate({ ...message, message: run().name('other') })).toBe(
        'no-subscription',
      );
      expect(await run().engine.correlate({ ...message, businessKey: crypto.randomUUID() })).toBe(
        'no-subscription',
      );
      expect(await run().engine.correlate(message)).toBe('correlated');
      expect(await run().engine.correlate(message)).toBe('no-subscription');
      const subscription = run().work({
        topics: ['after-ack'],
        variables: ['ackCode'],
        handler: () => Promise.resolve(done()),
      });
      await run().event(businessKey, 'case-ended');
      const { work } = await run().answered(subscription, businessKey);
      expect(work.variables).toEqual({ ackCode: 'ACK' });
      expect(await run().engine.correlate(message)).toBe('no-subscription');
    });
  });

  describe('a called process', () => {
    it('belongs to the case of its root, in work, message, task and feed', async () => {
      await run().deploy('calling');
      const { businessKey, caseId } = await run().start('calling', groups);
      const subscription = run().work({
        topics: ['called'],
        handler: () => Promise.resolve(done({ answer: 'yes' })),
      });
      await run().event(businessKey, 'step-entered', (event) => event.element === 'k-await');
      const { work } = await run().answered(subscription, businessKey);
      expect(work).toMatchObject({
        caseId,
        businessKey,
        processKey: run().name('called'),
        element: 'l-work',
      });
      expect(work.instanceId).not.toBe(caseId);
      expect(await run().engine.correlate({ message: run().name('inner'), businessKey, variables: {} })).toBe(
        'correlated',
      );
      const task = await run().task(businessKey, 'j-review');
      expect(task).toMatchObject({ caseId, instanceId: work.instanceId, processKey: run().name('called') });
      await run().engine.complete({ taskId: task.taskId, assignee: 'a', variables: {} });
      await run().event(businessKey, 'case-ended');

      const events = await run().eventsOf(businessKey);
      const call = events.find((e) => e.kind === 'step-entered' && e.element === 'y-call');
      expect(call).toMatchObject({
        elementType: 'callActivity',
        calledInstanceId: work.instanceId,
        instanceId: caseId,
      });
      expect(events.filter((e) => e.kind === 'instance-started')).toMatchObject([
        { instanceId: work.instanceId, parentInstanceId: caseId },
      ]);
      expect(events.filter((e) => e.kind === 'instance-ended')).toMatchObject([{ how: 'completed' }]);
      expect(events.every((e) => e.caseId === caseId)).toBe(true);
    });

    it('ends with its case when that is cancelled', async () => {
      await run().deploy('calling');
      const { businessKey, caseId } = await run().start('calling', groups);
      run().work({ topics: ['called'], handler: () => Promise.resolve(done()) });
      await run().event(businessKey, 'step-entered', (event) => event.element === 'k-await');
      expect(await run().engine.cancel({ caseId, reason: 'withdrawn' })).toBe('cancelled');
      expect(await run().engine.cancel({ caseId, reason: 'withdrawn' })).toBe('gone');
      await run().event(businessKey, 'case-ended', (event) => event.how === 'cancelled');
      await run().event(businessKey, 'instance-ended', (event) => event.how === 'cancelled');
      await run().event(businessKey, 'step-left', (event) => event.element === 'k-await' && event.cancelled);
      await run().event(businessKey, 'step-left', (event) => event.element === 'y-call' && event.cancelled);
      expect(await run().engine.isRunning(businessKey)).toBe(false);
    });
  });

  describe('timers', () => {
    const far = '2099-12-31T17:00:00.000Z';
    const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

    it('fire by themselves at the instant that a variable names, in UTC or with an offset', async () => {
      await run().deploy('timers');
      const inJakarta = new Date(Date.now() + 1_500 + 7 * 3_600_000).toISOString().replace('Z', '+07:00');
      const cases = await Promise.all([
        run().start('timers', { ...groups, remindAt: soon(1_500), expireAt: far }),
        run().start('timers', { ...groups, remindAt: inJakarta, expireAt: far }),
        run().start('timers', { ...groups, remindAt: soon(3_600_000), expireAt: far }),
      ]);
      for (const { businessKey } of cases.slice(0, 2)) {
        await eventually(
          () => run().event(businessKey, 'step-entered', (event) => event.element === 'reminded'),
          20_000,
        );
      }
      const later = await run().eventsOf(cases[2]!.businessKey);
      expect(later.some((e) => e.kind === 'step-entered' && e.element === 'reminded')).toBe(false);
      expect((await run().snapshot(cases[0]!.businessKey)).tasks).toHaveLength(1);
    }, 40_000);

    it('fire at will in tests, also inside a case that waits for years', async () => {
      await run().deploy('timers');
      const { businessKey } = await run().start('timers', { ...groups, remindAt: far, expireAt: far });
      await run().task(businessKey);
      expect(await run().engine.fireTimer({ businessKey, element: 'remind' })).toBe('fired');
      expect(await run().engine.fireTimer({ businessKey, element: 'remind' })).toBe('none');
      expect(await run().engine.fireTimer({ businessKey, element: 'expire' })).toBe('fired');
      await run().event(businessKey, 'step-left', (event) => event.element === 'review' && event.cancelled);
      await run().event(businessKey, 'task-ended');
      await run().event(businessKey, 'case-ended', (event) => event.how === 'completed');
    });
  });

  describe('compensation', () => {
    it('reverses what was registered when the synchronisation is refused', async () => {
      await run().deploy('compensation');
      const { businessKey } = await run().start('compensation');
      const order: string[] = [];
      run().work({
        topics: ['register', 'synchronise', 'reverse'],
        handler: async (work) => {
          order.push(work.element);
          await sleep(1);
          if (work.element !== 'synchronise') return done();
          return { kind: 'bpmn-error', code: 'NACK', message: 'refused', variables: {} };
        },
      });
      await run().event(businessKey, 'case-ended', (event) => event.how === 'completed');
      expect(order).toEqual(['register', 'synchronise', 'reverse']);
      await run().event(businessKey, 'step-entered', (event) => event.element === 'end-returned');
    });
  });

  describe('multi-instance', () => {
    it('makes one work item per subject, each knowing its number', async () => {
      await run().deploy('subjects');
      const { businessKey } = await run().start('subjects', { subjectCount: 4 });
      const seen: unknown[] = [];
      run().work({
        topics: ['per-person'],
        variables: ['loopCounter'],
        handler: (work) => {
          seen.push(work.variables.loopCounter);
          return Promise.resolve(done());
        },
      });
      await run().event(businessKey, 'case-ended');
      expect(seen.sort()).toEqual([0, 1, 2, 3]);
      const entered = (await run().eventsOf(businessKey)).filter(
        (e) => e.kind === 'step-entered' && e.element === 'per-person',
      );
      const body = entered.find((e) => e.kind === 'step-entered' && e.elementType === 'multiInstanceBody');
      const bodyId = body?.kind === 'step-entered' ? body.stepId : '';
      expect(entered).toHaveLength(5);
      expect(entered.filter((e) => e.kind === 'step-entered' && e.parentStepId === bodyId)).toHaveLength(4);
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { Variables } from '../engine.js';
import { contractBundle } from './contract-bundle.js';
import type { ContractRun } from './contract-run.js';

const groups = { supervisorGroup: 'supervisor:32.73.02', secondGroup: 'verifikator:32.73' };

/** Cases that go on under another version of their model. */
export function describeMigration(run: () => ContractRun): void {
  describe('migration', () => {
    /** A case whose task waits under the first of two versions. */
    const waitingUnderTheFirst = async () => {
      const { engine } = run();
      const from = (await engine.deploy(await run().bundle('review'))).definitions[0]!;
      const to = (await engine.deploy({ ...(await run().bundle('review-next')), name: 'review' }))
        .definitions[0]!;
      const businessKey = crypto.randomUUID();
      const start = {
        processKey: run().name('review'),
        definitionId: from.definitionId,
        businessKey,
        variables: groups,
      };
      const { caseId } = await engine.start(start);
      return { engine, from, to, businessKey, caseId };
    };

    it('moves a waiting task to the next version, and the feed says so', async () => {
      const { engine, from, to, businessKey, caseId } = await waitingUnderTheFirst();
      const task = await run().task(businessKey);
      await engine.migrate({
        fromDefinitionId: from.definitionId,
        toDefinitionId: to.definitionId,
        instanceIds: [caseId],
        mapping: { 'y-review': 'y-review-renamed' },
      });
      const migrated = await run().event(businessKey, 'step-migrated');
      expect(migrated).toMatchObject({
        stepId: task.stepId,
        element: 'y-review-renamed',
        definitionId: to.definitionId,
      });
      await run().event(
        businessKey,
        'task-changed',
        (e) => e.taskId === task.taskId && e.element === 'y-review-renamed',
      );
      expect(await engine.complete({ taskId: task.taskId, assignee: 'a', variables: {} })).toBe('completed');
      await run().event(businessKey, 'case-ended', (event) => event.definitionId === to.definitionId);
    });

    it('refuses a mapping that the models do not allow', async () => {
      const { engine, from, to, caseId } = await waitingUnderTheFirst();
      const impossible = engine.migrate({
        fromDefinitionId: from.definitionId,
        toDefinitionId: to.definitionId,
        instanceIds: [caseId],
        mapping: {},
      });
      await expect(impossible).rejects.toMatchObject({ code: 'refused' });
    });

    let migrated = 0;
    /** Two versions of one model; the second is the first with its ids changed. */
    const twoVersions = async (file: string, ids: Record<string, string>) => {
      const { engine } = run();
      // Of its own name: what other tests start is the latest version of theirs.
      const token = `${run().token}m${(migrated += 1)}`;
      const first = await contractBundle(file, { run: token });
      const [resource] = first.resources;
      const content = Object.entries(ids).reduce(
        (text, [from, to]) => text.replaceAll(`"${from}"`, `"${to}"`),
        resource!.content,
      );
      const from = (await engine.deploy(first)).definitions[0]!;
      const second = { ...first, resources: [{ ...resource!, content }] };
      const to = (await engine.deploy(second)).definitions[0]!;
      const plan = { fromDefinitionId: from.definitionId, toDefinitionId: to.definitionId };
      const begin = async (variables: Variables) => {
        const businessKey = crypto.randomUUID();
        const start = { processKey: `${file}-${token}`, definitionId: from.definitionId, businessKey };
        return { businessKey, caseId: (await engine.start({ ...start, variables })).caseId };
      };
      return { engine, plan, begin };
    };

    it('keeps the task, its groups and its due date, and its timers become those of the new version', async () => {
      const { engine, plan, begin } = await twoVersions('timers', { review: 'judge', expire: 'judge_late' });
      const later = new Date(Date.now() + 3_600_000).toISOString();
      const { businessKey, caseId } = await begin({ ...groups, remindAt: later, expireAt: later });
      const task = await run().task(businessKey);
      await engine.migrate({
        ...{ ...plan, instanceIds: [caseId], mapping: { review: 'judge', expire: 'judge_late' } },
        events: ['expire'],
      });
      const { tasks, steps } = await engine.snapshot(businessKey);
      expect(tasks).toEqual([
        expect.objectContaining({
          ...{ taskId: task.taskId, element: 'judge', candidateGroups: task.candidateGroups },
        }),
      ]);
      expect(steps.find(({ element }) => element === 'judge')).toMatchObject({ stepId: task.stepId });
      expect(await engine.fireTimer({ businessKey, element: 'expire' })).toBe('none');
      expect(await engine.fireTimer({ businessKey, element: 'remind' })).toBe('fired');
      expect(await engine.fireTimer({ businessKey, element: 'judge_late' })).toBe('fired');
      await run().event(businessKey, 'case-ended');
    });

    it('moves a step that is done once for each of several', async () => {
      const { engine, plan, begin } = await twoVersions('subjects', { 'per-person': 'each-person' });
      const { businessKey, caseId } = await begin({ subjectCount: 2 });
      await run().event(businessKey, 'step-entered', (event) => event.element === 'per-person');
      const mapping = { 'per-person': 'each-person' };
      await engine.migrate({ ...plan, instanceIds: [caseId], mapping, multiInstance: ['per-person'] });
      const { steps } = await engine.snapshot(businessKey);
      const open = steps.filter(({ endedAt }) => endedAt === null);
      expect(open.length).toBeGreaterThan(1);
      expect(open.every(({ definitionId }) => definitionId === plan.toDefinitionId)).toBe(true);
      expect(new Set(open.map(({ element }) => element))).toEqual(new Set(['each-person']));
      await engine.cancel({ caseId, reason: 'the test has seen it' });
    });

    it('says what speaks against a plan, and nothing of one that it would carry out', async () => {
      const { engine, plan, begin } = await twoVersions('timers', { remind: 'remember' });
      const nowhere = await engine.migrationFaults({ ...plan, mapping: { remind: 'end' } });
      // An engine may have several reasons.
      expect(new Set(nowhere.map(({ element }) => element))).toEqual(new Set(['remind']));
      expect(nowhere[0]!.message).not.toBe('');
      const good = { ...plan, mapping: { remind: 'remember' }, events: ['remind'] };
      expect(await engine.migrationFaults(good)).toEqual([]);
      const later = new Date(Date.now() + 3_600_000).toISOString();
      // Nothing goes on from where the case stands: no fault of the plan, a refusal for the case.
      const { businessKey, caseId } = await begin({ ...groups, remindAt: later, expireAt: later });
      const lost = { ...plan, mapping: { review: null, remind: null, expire: null } };
      expect(await engine.migrationFaults(lost)).toEqual([]);
      await expect(engine.migrate({ ...lost, instanceIds: [caseId] })).rejects.toMatchObject({
        code: 'refused',
      });
      expect(await engine.isRunning(businessKey)).toBe(true);
    });
  });
}

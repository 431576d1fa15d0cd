import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../engine.js';
import { type ContractRun } from './contract-run.js';
import { startTcpProxy } from './tcp-proxy.js';

export function describeCommands(run: () => ContractRun): void {
  describe('deploy', () => {
    it('deploys the same content once, whatever was deployed in between', async () => {
      const { engine } = run();
      const first = await engine.deploy(await run().bundle('review'));
      const next = await engine.deploy({ ...(await run().bundle('review-next')), name: 'review' });
      const again = await engine.deploy(await run().bundle('review'));

      expect(first.existed).toBe(false);
      expect(first.contentHash).toMatch(/^[0-9a-f]{64}$/);
      expect(next).toMatchObject({
        existed: false,
        definitions: [{ processKey: run().name('review'), version: 2 }],
      });
      expect(again).toMatchObject({
        existed: true,
        deploymentId: first.deploymentId,
        contentHash: first.contentHash,
      });
      // What was deployed later stays the latest: nobody's change is undone by a restart.
      const latest = (await engine.latestDefinitions()).filter((d) => d.processKey === run().name('review'));
      expect(latest).toEqual(next.definitions);
      expect((await engine.definitions(run().name('review'))).map((d) => d.version)).toEqual([1, 2]);
    });

    it('puts earlier content in force again when that is asked for, and only then', async () => {
      const { engine } = run();
      const first = await engine.deploy(await run().bundle('backwards'));
      const processKey = first.definitions[0]!.processKey;
      const changed = await run().bundle('backwards');
      changed.resources.push({ name: 'later.form', content: '{"id":"later"}' });
      await engine.deploy(changed);
      const back = { ...(await run().bundle('backwards')), inForceFor: processKey };
      const again = await engine.deploy(back);
      expect(again).toMatchObject({ existed: false, contentHash: first.contentHash });
      expect(await engine.deploy(back)).toMatchObject({ existed: true, deploymentId: again.deploymentId });
      const latest = (await engine.latestDefinitions()).find((d) => d.processKey === processKey);
      expect(latest).toEqual(again.definitions[0]);
    });

    it('deploys once when two processes do so at the same moment', async () => {
      const bundle = await run().bundle('broken');
      const both = await Promise.all([run().engine.deploy(bundle), run().engine.deploy(bundle)]);
      expect(both.map((d) => d.existed).sort()).toEqual([false, true]);
      expect(both[0].deploymentId).toBe(both[1].deploymentId);
    });

    it('gives back every resource of the deployment that a definition belongs to', async () => {
      const bundle = await run().bundle('acknowledge');
      bundle.resources.push({
        name: 'letter.form',
        content: '{"id":"letter","text":"Surat keterangan – ✓"}',
      });
      const { definitions } = await run().engine.deploy(bundle);
      expect(await run().engine.resources(definitions[0]!.definitionId)).toEqual(bundle.resources);
      expect(await run().engine.definition(definitions[0]!.definitionId)).toEqual(definitions[0]);
    });

    it('refuses what is not a model, and does not know what was never deployed', async () => {
      const wrong = { name: 'wrong', resources: [{ name: 'wrong.bpmn', content: `<wrong ${run().token}` }] };
      await expect(run().engine.deploy(wrong)).rejects.toMatchObject({ code: 'refused' });
      await expect(run().engine.definition('none:1:none')).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  describe('start', () => {
    it('starts once for one business key, however many ask at once', async () => {
      const { definitionId } = await run().deploy('acknowledge');
      const command = { processKey: run().name('acknowledge'), businessKey: randomUUID(), variables: {} };
      const answers = await Promise.all(Array.from({ length: 8 }, () => run().engine.start(command)));
      expect(new Set(answers.map((a) => a.caseId)).size).toBe(1);
      expect(answers.filter((a) => !a.existed)).toHaveLength(1);
      expect(new Set(answers.map((a) => a.definitionId))).toEqual(new Set([definitionId]));
      await run().event(command.businessKey, 'case-started');
      const started = (await run().eventsOf(command.businessKey)).filter((e) => e.kind === 'case-started');
      expect(started).toHaveLength(1);
    });

    it('starts once when the connection is cut after sending', async () => {
      await run().deploy('acknowledge');
      const proxy = await startTcpProxy(run().target.address);
      const cut = run().target.via(proxy);
      try {
        const command = {
          processKey: run().name('acknowledge'),
          businessKey: randomUUID(),
          variables: { n: 1 },
        };
        proxy.mode = 'cut-answer';
        await expect(cut.start(command)).rejects.toMatchObject({
          name: expect.any(String),
          code: 'unavailable',
        });
        proxy.mode = 'pass';
        const { caseId } = await run().event(command.businessKey, 'case-started');
        expect(await cut.start(command)).toMatchObject({ caseId, existed: true });
      } finally {
        await cut.close();
        await proxy.close();
      }
    });

    it('starts an older version when asked to', async () => {
      const { engine } = run();
      const { definitions } = await engine.deploy(await run().bundle('review'));
      const variables = { supervisorGroup: 'a', secondGroup: 'b' };
      const command = { processKey: run().name('review'), businessKey: randomUUID(), variables };
      const old = definitions[0]!.definitionId;
      expect(await engine.start({ ...command, definitionId: old })).toMatchObject({
        definitionId: old,
        existed: false,
      });
    });

    it('tells a fault of the model from a missing one, and leaves nothing behind', async () => {
      await run().deploy('broken');
      const businessKey = randomUUID();
      const broken = { processKey: run().name('broken'), businessKey, variables: { next: 'nowhere' } };
      const error: unknown = await run()
        .engine.start(broken)
        .catch((e: unknown) => e);
      expect(error).toBeInstanceOf(EngineError);
      expect(error).toMatchObject({ code: 'refused' });
      expect(await run().engine.isRunning(businessKey)).toBe(false);
      await expect(run().engine.start({ ...broken, processKey: 'never-deployed' })).rejects.toMatchObject({
        code: 'not-found',
      });
      // The key is free again once the model is right.
      expect(await run().engine.start({ ...broken, variables: { next: 'go' } })).toMatchObject({
        existed: false,
      });
    });

    it('keeps types of variables', async () => {
      await run().deploy('work');
      const variables = { text: 'Ö ✓', whole: 7, long: 3_273_020_000_000, half: 0.5, yes: true, none: null };
      const { businessKey } = await run().start('work', {
        ...variables,
        hidden: 'not asked for',
        next: 'go',
      });
      const subscription = run().work({
        topics: ['work'],
        variables: Object.keys(variables),
        handler: (work) => Promise.resolve({ kind: 'complete', variables: work.variables }),
      });
      await run().event(businessKey, 'case-ended');
      expect((await run().answered(subscription, businessKey)).work.variables).toEqual(variables);
    });
  });

  describe('reach', () => {
    it('says who it is', async () => {
      expect(await run().engine.describe()).toEqual({
        name: expect.any(String),
        version: expect.stringMatching(/^\d/),
      });
    });

    it('is prepared again without harm', async () => {
      await expect(run().engine.prepare()).resolves.toBeUndefined();
    });

    it('calls a dead engine unavailable', async () => {
      const proxy = await startTcpProxy(run().target.address);
      proxy.mode = 'refuse';
      const dead = run().target.via(proxy);
      await expect(dead.describe()).rejects.toMatchObject({ code: 'unavailable' });
      await dead.close();
      await proxy.close();
    });
  });
}

/** A model that an analyst deployed from the browser is still the latest after everything was stopped and started again. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, pathOf, submitExample, untilStatus } from '../src/support/case-pilot.js';
import { deployBirth, latestVersion } from '../src/support/deploy-model.js';
import { eventually } from '../src/support/eventually.js';
import { repositoryRoot, stackProcess, testStack } from '../src/support/stack.js';

vi.setConfig({ testTimeout: 240_000 });

const drawn = readFileSync(join(repositoryRoot, 'processes', 'birth', 'birth.bpmn'), 'utf8');
const REGISTER = '<bpmn:serviceTask id="register" name="Catat kelahiran"';

/** What `npm start` runs before the server: it brings the repository's models to the engine. */
async function deployFromRepository(): Promise<void> {
  const program = join(repositoryRoot, 'server', 'dist', 'cli', 'deploy.js');
  const env = { ...process.env, ...testStack().env };
  await promisify(execFile)(process.execPath, [program], { cwd: repositoryRoot, env, timeout: 120_000 });
}

it('a model deployed from the browser is the latest after a restart of engine, server and workers', async () => {
  expect(drawn).toContain(REGISTER);
  const before = await latestVersion('birth');
  const stamp = new Date().toISOString();
  await deployBirth(drawn.replace(REGISTER, REGISTER.replace('Catat kelahiran', `Catat kelahiran ${stamp}`)));
  const changed = await latestVersion('birth');
  expect(changed.version).toBe(before.version + 1);
  const waiting = await submitExample('birth');
  await untilStatus(waiting.id, 'in_review', 'awaiting_decision');

  for (const name of ['workers', 'server', 'engine'] as const) await stackProcess(name).stop();
  await stackProcess('engine').start();
  try {
    await deployFromRepository();
  } finally {
    for (const name of ['server', 'workers'] as const) await stackProcess(name).start();
  }

  try {
    await eventually('the restarted server answers', async () => (await latestVersion('birth')).version > 0);
    expect(await latestVersion('birth')).toEqual(changed);
    // What waited goes on, and what is new follows the analyst's model.
    const report = await submitExample('birth');
    for (const { id } of [waiting, report]) {
      await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
      await untilStatus(id, 'completed');
      expect(await pathOf(id)).toContain('register');
    }
    const { body } = await (
      await as('operator.dago')
    )
      .get(`/api/v1/reports/${report.id}/history`)
      .expect(200);
    const registered = (body.items as { element: string; name: string }[]).find(
      ({ element }) => element === 'register',
    );
    expect(registered?.name).toBe(`Catat kelahiran ${stamp}`);
  } finally {
    await deployBirth(drawn.replace('<bpmn:collaboration', `<!-- as drawn ${stamp} --><bpmn:collaboration`));
  }
});

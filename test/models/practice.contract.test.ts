/** The practice of officers on the engine: what each kind asks, how a wrong decision comes back, and how it ends when it is left lying. */
import type { EnginePort } from '@lampid/engine/engine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ModelRun } from './case-driver.js';
import { engineUnderTest } from './engine-under-test.js';

let engine: EnginePort;
let model: ModelRun;

beforeAll(async () => {
  engine = await engineUnderTest();
  model = new ModelRun(engine, 'practice');
  await model.begin();
}, 180_000);

afterAll(async () => {
  await model?.end();
  await engine?.close();
});

const practice = (practiceKind: 'report' | 'judge') =>
  model.start({
    ...{ practiceKind, practiceGroup: 'practice' },
    practiceUntil: new Date(Date.now() + 3_600_000).toISOString(),
  });

it('an operator reports, gets the report back, and puts it right', async () => {
  const case_ = await practice('report');
  expect((await case_.task('report')).candidateGroups).toEqual(['practice']);
  await case_.decide('report', 'submit');
  await case_.decide('correct', 'resubmit');
  const way = await case_.ended();
  expect(way).toContain('finished');
  expect(way).not.toContain('review');
});

it('who decides may be wrong first, and finds it', async () => {
  const case_ = await practice('judge');
  await case_.decide('review', 'approve');
  await case_.decide('look_again', 'again');
  await case_.decide('review', 'return');
  const way = await case_.ended();
  expect(way).toEqual(expect.arrayContaining(['look_again', 'judged', 'finished']));
  expect(way).not.toContain('report');
});

it('left lying it ends by itself', async () => {
  const case_ = await practice('judge');
  await case_.task('review');
  await case_.fire('exercise_limit');
  expect(await case_.ended()).toContain('lapsed');
});

/** The closing of a month: who signs it, what happens when nobody does, and when it is reopened meanwhile. */
import type { EnginePort } from '@lampid/engine/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, fault, groups, ModelRun } from './case-driver.js';
import { engineUnderTest } from './engine-under-test.js';

let engine: EnginePort;
let model: ModelRun;

beforeAll(async () => {
  engine = await engineUnderTest();
  model = new ModelRun(engine, 'monthly-closing');
  await model.begin();
}, 180_000);

afterAll(async () => {
  await model?.end();
  await engine?.close();
});

const soon = () => new Date(Date.now() + 3_600_000).toISOString();
const frozen = (level: string) => done({ level, signRemindAt: soon(), signDueAt: soon() });
const closing = (level: string) => model.start({}, (driven) => driven.answer('freeze', frozen(level)));

describe('the closing of a month', () => {
  it.each([
    ['village', groups.operatorGroup],
    ['district', groups.supervisorGroup],
    ['city', groups.cityGroup],
  ])('of a %s is signed by %s and published', async (level, group) => {
    const month = await closing(level);
    expect((await month.task(`${level}_sign`)).candidateGroups).toEqual([group]);
    expect(month.times('publish')).toBe(0);
    await month.decide(`${level}_sign`, 'sign');
    expect(await month.ended()).toContain('published');
    expect(month.times('publish')).toBe(1);
  });

  it('reminds the operator, then tells the supervisor, and still waits for the signature', async () => {
    const month = await closing('village');
    await month.task('village_sign');
    await month.fire('village_remind_due');
    await month.fire('village_due');
    await month.at('village_sign');
    await month.decide('village_sign', 'sign');
    expect(await month.ended()).toContain('published');
    expect([month.times('village_remind'), month.times('village_escalate')]).toEqual([1, 1]);
  });

  it('that is not right is not published', async () => {
    const month = await closing('district');
    await month.decide('district_sign', 'refuse');
    expect(await month.ended()).toContain('district_refused');
    expect(month.times('publish')).toBe(0);
  });

  it('ends when the month is reopened, before the signature or after it', async () => {
    const waiting = await closing('village');
    await waiting.task('village_sign');
    await waiting.send('report-cancelled');
    expect(await waiting.ended()).toContain('cancelled');

    const late = await model.start({}, (driven) =>
      driven.answer('freeze', frozen('village')).answer('publish', fault('REOPENED')),
    );
    await late.decide('village_sign', 'sign');
    expect(await late.ended()).toContain('reopened_before');
  });

  it('that is not possible yet asks nobody', async () => {
    const early = await model.start({}, (driven) => driven.answer('freeze', fault('MONTH_CONFLICT')));
    expect(await early.ended()).toContain('not_closed');
    expect(await early.path()).not.toContain('city_sign');
  });
});

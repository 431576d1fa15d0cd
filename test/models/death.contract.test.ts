/** What the death model does otherwise than the birth model. */
import type { EnginePort } from '@lampid/engine/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, groups, ModelRun } from './case-driver.js';
import { engineUnderTest } from './engine-under-test.js';

let engine: EnginePort;
let model: ModelRun;

beforeAll(async () => {
  engine = await engineUnderTest();
  model = new ModelRun(engine, 'death');
  await model.begin();
}, 180_000);

afterAll(async () => {
  await model?.end();
  await engine?.close();
});

describe('a death', () => {
  it('has one human decision when it is clean', async () => {
    const death = await model.approved();
    await death.send('siak-ack', { ackStatus: 'ACK' });
    expect(await death.ended()).toContain('completed');
    expect(death.times('register')).toBe(1);
  });

  it('that is late or doubtful goes to the verifikator of the city', async () => {
    const doubtful = done({
      hasErrors: false,
      needsSpecialDecision: true,
      verdict: 'approval',
      subjectCount: 1,
    });
    const death = await model.approved({}, (driven) => driven.answer('assess', doubtful));
    expect((await death.task('special')).candidateGroups).toEqual([groups.verifierGroup]);
    await death.decide('special', 'approve');
    await death.send('siak-ack', { ackStatus: 'NACK' });
    await death.decide('fix', 'cancel');
    expect(await death.ended()).toContain('withdrawn');
    expect(death.times('reverse')).toBe(1);
  });

  it('expires when it is not corrected in time', async () => {
    const death = await model.start();
    await death.decide('review', 'return');
    await death.task('fix');
    await death.fire('return_limit');
    expect(await death.ended()).toContain('expired');
  });
});

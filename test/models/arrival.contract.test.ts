/** The arrival model: what it does with the letter (SKPWNI) of the city of origin. */
import type { EnginePort } from '@lampid/engine/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fault, ModelRun } from './case-driver.js';
import { engineUnderTest } from './engine-under-test.js';

let engine: EnginePort;
let model: ModelRun;

beforeAll(async () => {
  engine = await engineUnderTest();
  model = new ModelRun(engine, 'arrival');
  await model.begin();
}, 180_000);

afterAll(async () => {
  await model?.end();
  await engine?.close();
});

describe('an arrival', () => {
  it('reserves, registers, and confirms person by person', async () => {
    const arrival = await model.approved();
    await arrival.send('siak-ack', { ackStatus: 'ACK' });
    expect(await arrival.ended()).toContain('completed');
    const afterReview = arrival.worked.slice(arrival.worked.findIndex((item) => item.element === 'reserve'));
    expect(afterReview.map((item) => item.element)).toEqual([
      'reserve',
      'register',
      'submit',
      'confirm',
      'confirm',
      'issue',
      'notify',
    ]);
    const numbers = arrival.worked.filter((item) => item.element === 'confirm');
    expect(numbers.map((item) => item.variables.loopCounter)).toEqual([0, 1]);
  });

  it('goes back to the operator when the letter is taken', async () => {
    const arrival = await model.approved({}, (driven) => driven.answer('reserve', fault('LETTER_TAKEN')));
    await arrival.decide('fix', 'cancel');
    expect(await arrival.ended()).toContain('withdrawn');
    expect([arrival.times('register'), arrival.times('release')]).toEqual([0, 0]);
  });

  it('gives the letter back when the family has changed', async () => {
    const arrival = await model.approved({}, (driven) =>
      driven.answer('register', fault('REGISTRATION_CONFLICT')),
    );
    await arrival.decide('fix', 'resubmit');
    expect([arrival.times('release'), arrival.times('reverse')]).toEqual([1, 0]);
    await arrival.decide('review', 'approve');
    await arrival.send('siak-ack', { ackStatus: 'ACK' });
    expect(await arrival.ended()).toContain('completed');
    expect([arrival.times('reserve'), arrival.times('release')]).toEqual([2, 1]);
  });

  it('gives the letter back when the report was cancelled in between', async () => {
    const arrival = await model.approved({}, (driven) => driven.answer('register', fault('CANCELLED')));
    expect(await arrival.ended()).toContain('cancelled_before');
    expect([arrival.times('release'), arrival.times('reverse')]).toEqual([1, 0]);
  });

  it('undoes the registration and the reservation when SIAK refuses', async () => {
    const arrival = await model.approved();
    await arrival.send('siak-ack', { ackStatus: 'NACK' });
    await arrival.task('fix');
    const undone = arrival.worked
      .map((item) => item.element)
      .filter((id) => id === 'reverse' || id === 'release');
    expect(undone.sort()).toEqual(['release', 'reverse']);
    await arrival.decide('fix', 'cancel');
    expect(await arrival.ended()).toContain('withdrawn');
  });

  it('gives the letter back when the reporter cancels', async () => {
    const arrival = await model.start();
    await arrival.task('review');
    await arrival.send('report-cancelled');
    expect(await arrival.ended()).toContain('cancelled');
    expect(arrival.times('cancel_release')).toBe(1);
  });
});

/** The two models that work after registration: a correction, and a revocation that no NACK undoes. */
import type { EnginePort } from '@lampid/engine/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, groups, ModelRun } from './case-driver.js';
import { engineUnderTest } from './engine-under-test.js';

let engine: EnginePort;
let correction: ModelRun;
let revocation: ModelRun;

beforeAll(async () => {
  engine = await engineUnderTest();
  correction = new ModelRun(engine, 'correction');
  revocation = new ModelRun(engine, 'revocation');
  await correction.begin();
  await revocation.begin();
}, 180_000);

afterAll(async () => {
  await correction?.end();
  await revocation?.end();
  await engine?.close();
});

const valid = (variables: object) =>
  done({ hasErrors: false, needsSpecialDecision: false, verdict: 'valid', subjectCount: 0, ...variables });
const registered = (needsPerson: boolean) =>
  done({ registrationId: '0198f2a4-7b6c-7d1e-8f00-000000000003', needsPerson });

describe('a correction', () => {
  it('that nobody doubts has one human decision', async () => {
    const driven = await correction.approved();
    await driven.send('siak-ack', { ackStatus: 'ACK' });
    expect(await driven.ended()).toContain('completed');
    expect(driven.times('register')).toBe(1);
    expect(driven.times('issue')).toBe(1);
  });

  it('of who somebody is goes to the head of the office as well, and may be rejected there', async () => {
    const driven = await correction.approved({}, (one) =>
      one.answer('assess', valid({ needsSpecialDecision: true, verdict: 'approval' })),
    );
    expect((await driven.task('special')).candidateGroups).toEqual([groups.headGroup]);
    await driven.decide('special', 'reject');
    expect(await driven.ended()).toContain('special_rejected');
    expect(driven.times('register')).toBe(0);
  });

  it('that SIAK refuses is undone and goes back', async () => {
    const driven = await correction.approved({}, (one) => one.answer('reverse', done({ needsPerson: true })));
    await driven.send('siak-ack', { ackStatus: 'NACK' });
    await driven.decide('resolve_reversal', 'done');
    await driven.decide('fix', 'cancel');
    expect(await driven.ended()).toContain('withdrawn');
    expect(driven.times('reverse')).toBe(1);
  });
});

describe('a revocation', () => {
  it('always has two decisions, the second by the head of the office', async () => {
    const driven = await revocation.approved({}, (one) => one.answer('register', registered(false)));
    expect((await driven.task('special')).candidateGroups).toEqual([groups.headGroup]);
    await driven.decide('special', 'approve');
    await driven.send('siak-ack', { ackStatus: 'ACK' });
    const path = await driven.ended();
    expect(path).toContain('completed');
    expect(path).not.toContain('resolve_reversal');
  });

  it('goes back when either decider sends it back', async () => {
    const driven = await revocation.start();
    await driven.decide('review', 'return');
    await driven.decide('fix', 'resubmit');
    await driven.decide('review', 'approve');
    await driven.decide('special', 'return');
    await driven.decide('fix', 'cancel');
    expect(await driven.ended()).toContain('withdrawn');
    expect(driven.times('validate')).toBe(2);
    expect(driven.times('register')).toBe(0);
  });

  it('that leaves a family in pieces waits for a person', async () => {
    const driven = await revocation.approved({}, (one) => one.answer('register', registered(true)));
    await driven.decide('special', 'approve');
    await driven.send('siak-ack', { ackStatus: 'ACK' });
    expect((await driven.task('resolve_reversal')).candidateGroups).toEqual([groups.verifierGroup]);
    await driven.fire('resolve_late');
    await driven.at('resolve_reversal');
    await driven.decide('resolve_reversal', 'done');
    expect(await driven.ended()).toEqual(expect.arrayContaining(['resolve_reminded', 'completed']));
  });

  it('that SIAK refuses stands, and an admin settles it with them', async () => {
    const driven = await revocation.approved({}, (one) => one.answer('register', registered(false)));
    await driven.decide('special', 'approve');
    await driven.send('siak-ack', { ackStatus: 'NACK' });
    expect((await driven.task('objection')).candidateGroups).toEqual([groups.cityGroup]);
    await driven.decide('objection', 'done');
    expect(await driven.ended()).toContain('completed');
    expect(driven.times('register')).toBe(1);
  });

  it('that cannot be done any more goes back', async () => {
    const driven = await revocation.approved({}, (one) =>
      one.answer('register', {
        kind: 'bpmn-error',
        code: 'REGISTRATION_CONFLICT',
        message: 'x',
        variables: {},
      }),
    );
    await driven.decide('special', 'approve');
    await driven.decide('fix', 'cancel');
    expect(await driven.ended()).toContain('withdrawn');
  });
});

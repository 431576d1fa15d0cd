/** Every path of the birth model, on a real engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, fault, groups, ModelRun } from './case-driver.js';
import type { EnginePort } from '@lampid/engine/engine';
import { engineUnderTest } from './engine-under-test.js';

let engine: EnginePort;
let model: ModelRun;

beforeAll(async () => {
  engine = await engineUnderTest();
  model = new ModelRun(engine, 'birth');
  await model.begin();
}, 180_000);

afterAll(async () => {
  await model?.end();
  await engine?.close();
});

const withErrors = done({ hasErrors: true, needsSpecialDecision: false, verdict: 'error', subjectCount: 0 });
const late = done({ hasErrors: false, needsSpecialDecision: true, verdict: 'late', subjectCount: 1 });

describe('a clean birth', () => {
  it('has one human decision and ends completed', async () => {
    const birth = await model.approved();
    await birth.send('siak-ack', { ackStatus: 'ACK' });
    const path = await birth.ended();
    expect(path).toContain('completed');
    expect(birth.worked.map((item) => item.element)).toEqual([
      'validate',
      'verify',
      'verify',
      'assess',
      'register',
      'submit',
      'issue',
      'notify',
    ]);
  });

  it('asks Dukcapil about each person by number', async () => {
    const birth = await model.start({}, (driven) =>
      driven.answer(
        'validate',
        done({ hasErrors: false, needsSpecialDecision: false, verdict: 'valid', subjectCount: 5 }),
      ),
    );
    await birth.task('review');
    const asked = birth.worked
      .filter((item) => item.element === 'verify')
      .map((item) => item.variables.loopCounter);
    expect(asked.sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('asks nobody when there is nobody to ask about', async () => {
    const birth = await model.start({}, (driven) =>
      driven.answer(
        'validate',
        done({ hasErrors: false, needsSpecialDecision: false, verdict: 'valid', subjectCount: 0 }),
      ),
    );
    await birth.task('review');
    expect(birth.times('verify')).toBe(0);
  });

  it('goes to the groups of its start variables', async () => {
    const birth = await model.start();
    expect((await birth.task('review')).candidateGroups).toEqual([groups.supervisorGroup]);
    await birth.decide('review', 'reject');
    await birth.ended();
  });
});

describe('correction', () => {
  it('starts with findings of the first judgement and may be withdrawn', async () => {
    const birth = await model.start({}, (driven) => driven.answer('validate', withErrors));
    expect((await birth.task('fix')).candidateGroups).toEqual([groups.operatorGroup]);
    await birth.decide('fix', 'cancel');
    expect(await birth.ended()).toContain('withdrawn');
  });

  it('starts with findings of the second judgement, after Dukcapil answered', async () => {
    const birth = await model.start({}, (driven) => driven.answer('assess', withErrors));
    await birth.decide('fix', 'resubmit');
    await birth.task('review');
    expect(birth.times('validate')).toBe(2);
    expect(birth.times('verify')).toBe(4);
  });

  it('follows a return by the supervisor, who then rejects', async () => {
    const birth = await model.start();
    await birth.decide('review', 'return');
    await birth.decide('fix', 'resubmit');
    await birth.decide('review', 'reject');
    const path = await birth.ended();
    expect(path).toContain('rejected');
    expect(birth.times('register')).toBe(0);
  });

  it('expires at the return limit', async () => {
    const birth = await model.start({}, (driven) => driven.answer('validate', withErrors));
    await birth.task('fix');
    await birth.fire('return_limit');
    expect(await birth.ended()).toContain('expired');
  });
});

describe('the special decision', () => {
  it.each([
    ['approve', 'completed'],
    ['reject', 'special_rejected'],
  ])('%s leads to %s', async (outcome, end) => {
    const birth = await model.start({}, (driven) => driven.answer('assess', late));
    await birth.decide('review', 'approve');
    expect((await birth.task('special')).candidateGroups).toEqual([groups.headGroup]);
    await birth.decide('special', outcome);
    if (outcome === 'approve') await birth.send('siak-ack', { ackStatus: 'ACK' });
    expect(await birth.ended()).toContain(end);
  });

  it('return leads to the correction', async () => {
    const birth = await model.start({}, (driven) => driven.answer('assess', late));
    await birth.decide('review', 'approve');
    await birth.decide('special', 'return');
    await birth.decide('fix', 'cancel');
    expect(await birth.ended()).toContain('withdrawn');
  });

  it('reminds and escalates, one timer at a time', async () => {
    const birth = await model.start({}, (driven) => driven.answer('assess', late));
    await birth.decide('review', 'approve');
    await birth.task('special');
    await birth.fire('special_remind_due');
    await birth.at('special_escalate_due');
    await birth.fire('special_escalate_due');
    await birth.decide('special', 'reject');
    expect(await birth.ended()).toContain('special_rejected');
    expect([birth.times('special_remind'), birth.times('special_escalate')]).toEqual([1, 1]);
  });
});

describe('the check in the kelurahan', () => {
  it.each([
    ['confirm', 'review'],
    ['return', 'fix'],
  ])('%s leads to %s', async (outcome, next) => {
    const birth = await model.start({ kelurahanCheck: true });
    await birth.decide('kelurahan_check', outcome);
    await birth.task(next);
  });

  it('never holds a case for longer than its limit', async () => {
    const birth = await model.start({ kelurahanCheck: true });
    await birth.task('kelurahan_check');
    await birth.fire('check_limit');
    await birth.task('review');
  });
});

describe('a supervisor who does not decide', () => {
  it('is reminded, reported, and loses the case to the next level', async () => {
    const birth = await model.start();
    await birth.task('review');
    await birth.fire('remind_due');
    await birth.at('escalate_due');
    await birth.fire('escalate_due');
    await birth.at('reassign_due');
    await birth.fire('reassign_due');
    await birth.at('remind_due');
    expect((await birth.task('review')).candidateGroups).toEqual([groups.verifierGroup]);
    expect([birth.times('remind'), birth.times('escalate'), birth.times('reassign')]).toEqual([1, 1, 1]);
    await birth.decide('review', 'reject');
    expect(await birth.ended()).toContain('rejected');
  });

  it('is reminded by the clock alone, at the date that the last step gave', async () => {
    const soon = new Date(Date.now() + 1_500);
    const assessed = { hasErrors: false, needsSpecialDecision: false, verdict: 'valid', subjectCount: 1 };
    const birth = await model.start({}, (driven) =>
      driven.answer('assess', done({ ...assessed, remindAt: soon.toISOString() })),
    );
    await birth.task('review');
    expect(birth.times('remind')).toBe(0);
    await birth.at('escalate_due');
    expect(birth.times('remind')).toBe(1);
    expect(Date.now()).toBeGreaterThan(soon.getTime());
  });

  it('leaves no timer behind when deciding in time', async () => {
    const birth = await model.approved();
    await birth.at('await_ack');
    const answer = await engine.fireTimer({ businessKey: birth.businessKey, element: 'remind_due' });
    expect(answer).toBe('none');
  });
});

describe('cancellation by the reporter', () => {
  it('ends a case under review', async () => {
    const birth = await model.start();
    await birth.task('review');
    await birth.send('report-cancelled');
    expect(await birth.ended()).toContain('cancelled');
  });

  it('that came before the registration is honoured by it', async () => {
    const birth = await model.approved({}, (driven) => driven.answer('register', fault('CANCELLED')));
    expect(await birth.ended()).toContain('cancelled_before');
  });

  it('still works after a reversal', async () => {
    const birth = await model.approved();
    await birth.send('siak-ack', { ackStatus: 'NACK' });
    await birth.task('fix');
    await birth.send('report-cancelled');
    expect(await birth.ended()).toContain('cancelled');
    expect(birth.times('reverse')).toBe(1);
  });
});

describe('registration', () => {
  it('sends the case back when the family has changed', async () => {
    const birth = await model.approved({}, (driven) =>
      driven.answer('register', fault('REGISTRATION_CONFLICT')),
    );
    await birth.decide('fix', 'resubmit');
    await birth.decide('review', 'approve');
    await birth.send('siak-ack', { ackStatus: 'ACK' });
    expect(await birth.ended()).toContain('completed');
    expect([birth.times('register'), birth.times('reverse')]).toEqual([2, 0]);
  });

  it('is reversed at every refusal by SIAK, and may be tried again', async () => {
    const birth = await model.approved();
    for (let refusal = 1; refusal <= 2; refusal++) {
      await birth.send('siak-ack', { ackStatus: 'NACK' });
      await birth.decide('fix', 'resubmit');
      expect(birth.times('reverse')).toBe(refusal);
      await birth.decide('review', 'approve');
    }
    await birth.send('siak-ack', { ackStatus: 'ACK' });
    expect(await birth.ended()).toContain('completed');
    expect([birth.times('register'), birth.times('reverse')]).toEqual([3, 2]);
  });

  it('calls a person when the family cannot be restored', async () => {
    const birth = await model.approved({}, (driven) => driven.answer('reverse', done({ needsPerson: true })));
    await birth.send('siak-ack', { ackStatus: 'NACK' });
    expect((await birth.task('resolve_reversal')).candidateGroups).toEqual([groups.verifierGroup]);
    await birth.fire('resolve_late');
    await birth.decide('resolve_reversal', 'done');
    await birth.decide('fix', 'cancel');
    expect(await birth.ended()).toContain('withdrawn');
    expect(birth.times('resolve_remind')).toBe(1);
  });
});

describe('synchronisation with SIAK', () => {
  it('waits out an outage and catches up', async () => {
    const down = (attempt: number) =>
      fault('DUKCAPIL_DOWN', {
        syncAttempt: attempt,
        retryAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
    const birth = await model.approved({}, (driven) => driven.answer('submit', down(1), down(2)));
    await birth.fire('retry_due');
    await birth.fire('retry_due');
    await birth.send('siak-ack', { ackStatus: 'ACK' });
    expect(await birth.ended()).toContain('completed');
    expect(birth.worked.filter((item) => item.element === 'submit').at(-1)!.variables.syncAttempt).toBe(2);
  });

  it('goes to the city when the outage lasts', async () => {
    const down = fault('DUKCAPIL_DOWN', { syncAttempt: 8, retryAt: new Date().toISOString() });
    const birth = await model.approved({}, (driven) => driven.answer('submit', down));
    expect((await birth.task('follow_up')).candidateGroups).toEqual([groups.cityGroup]);
    await birth.fire('follow_up_late');
    await birth.decide('follow_up', 'resend');
    await birth.send('siak-ack', { ackStatus: 'ACK' });
    expect(await birth.ended()).toContain('completed');
    expect(birth.times('follow_up_remind')).toBe(1);
  });

  it('sends again three times when no answer comes, then a person accepts by hand', async () => {
    const birth = await model.approved();
    for (let sent = 1; sent <= 4; sent++) {
      await birth.at('await_ack');
      expect(birth.times('submit')).toBe(sent);
      await birth.fire('resend_due');
    }
    await birth.decide('follow_up', 'accept');
    expect(await birth.ended()).toContain('completed');
  });

  it('takes an answer that comes while a person looks after it', async () => {
    const down = fault('DUKCAPIL_DOWN', { syncAttempt: 8, retryAt: new Date().toISOString() });
    const birth = await model.approved({}, (driven) => driven.answer('submit', down));
    await birth.task('follow_up');
    await birth.send('siak-ack', { ackStatus: 'NACK' });
    await birth.decide('fix', 'cancel');
    expect(await birth.ended()).toContain('withdrawn');
    expect(birth.times('reverse')).toBe(1);
  });
});

describe('the signature by hand', () => {
  it('comes before the documents, and is asked for once more when it is late', async () => {
    const birth = await model.approved({ manualSignature: true });
    await birth.send('siak-ack', { ackStatus: 'ACK' });
    expect((await birth.task('sign')).candidateGroups).toEqual([groups.headGroup]);
    expect(birth.times('issue')).toBe(0);
    await birth.fire('sign_late');
    await birth.decide('sign', 'sign');
    expect(await birth.ended()).toContain('completed');
    expect(birth.times('sign_remind')).toBe(1);
  });
});

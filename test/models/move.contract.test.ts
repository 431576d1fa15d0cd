/** The move model: inside the city, and to another city with its letter (SKPWNI). */
import type { EnginePort } from '@lampid/engine/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, groups, ModelRun, type DrivenCase } from './case-driver.js';
import { engineUnderTest } from './engine-under-test.js';

let engine: EnginePort;
let model: ModelRun;

beforeAll(async () => {
  engine = await engineUnderTest();
  model = new ModelRun(engine, 'move');
  await model.begin();
}, 180_000);

afterAll(async () => {
  await model?.end();
  await engine?.close();
});

const later = () => new Date(Date.now() + 30 * 24 * 3_600_000).toISOString();
const closedAs = (how: string) => done({ letterClosed: true, letterClosedAs: how });
const lost = () => done({ letterClosed: false, letterExpiresAt: later() });

/** An approved and acknowledged move to another city, waiting for the arrival. */
async function away(script: (driven: DrivenCase) => void = () => undefined): Promise<DrivenCase> {
  const move = await model.approved({}, (driven) => {
    const outcome = { registrationId: crypto.randomUUID(), moveScope: 'inter', letterExpiresAt: later() };
    driven.answer('register', done(outcome));
    script(driven);
  });
  await move.send('siak-ack', { ackStatus: 'ACK' });
  await move.at('await_arrival');
  return move;
}

describe('a move inside the city', () => {
  it('is over with its documents', async () => {
    const move = await model.approved();
    await move.send('siak-ack', { ackStatus: 'ACK' });
    expect(await move.ended()).toContain('completed_here');
    expect([move.times('issue'), move.times('notify')]).toEqual([1, 1]);
  });
});

describe('a move to another city', () => {
  it('is over when the other city has confirmed the arrival', async () => {
    const move = await away();
    expect(move.times('issue')).toBe(1);
    await move.send('arrival-confirmed');
    expect(await move.ended()).toContain('completed');
    expect(move.times('reverse')).toBe(0);
  });

  it('is reversed when the letter expires unused', async () => {
    const move = await away((driven) => driven.answer('close_expired', closedAs('expired')));
    await move.fire('letter_expired');
    expect(await move.ended()).toContain('letter_lapsed');
    expect(move.times('reverse')).toBe(1);
  });

  it('goes on waiting when the expiry loses to a reservation', async () => {
    const move = await away((driven) => driven.answer('close_expired', lost()));
    await move.fire('letter_expired');
    await move.at('await_arrival');
    await move.send('arrival-confirmed');
    expect(await move.ended()).toContain('completed');
    expect(move.times('reverse')).toBe(0);
  });

  it('is reversed when the supervisor grants a cancellation', async () => {
    const move = await away((driven) => driven.answer('close_cancelled', closedAs('cancelled')));
    await move.send('move-letter-cancelled');
    expect((await move.task('approve_cancel')).candidateGroups).toEqual([groups.supervisorGroup]);
    await move.fire('approve_cancel_late');
    await move.decide('approve_cancel', 'approve');
    expect(await move.ended()).toContain('letter_withdrawn');
    expect([move.times('reverse'), move.times('approve_cancel_remind')]).toEqual([1, 1]);
  });

  it('goes on waiting when a cancellation is refused, or loses to a reservation', async () => {
    const move = await away((driven) => driven.answer('close_cancelled', lost()));
    await move.send('move-letter-cancelled');
    await move.decide('approve_cancel', 'reject');
    await move.at('await_arrival');
    await move.send('move-letter-cancelled');
    await move.decide('approve_cancel', 'approve');
    await move.at('await_arrival');
    await move.send('arrival-confirmed');
    expect(await move.ended()).toContain('completed');
    expect([move.times('close_cancelled'), move.times('reverse')]).toEqual([1, 0]);
  });

  it('calls a person when the family cannot be restored, then expires', async () => {
    const move = await away((driven) =>
      driven.answer('close_expired', closedAs('expired')).answer('reverse', done({ needsPerson: true })),
    );
    await move.fire('letter_expired');
    expect((await move.task('restore_family')).candidateGroups).toEqual([groups.verifierGroup]);
    await move.fire('restore_late');
    await move.decide('restore_family', 'done');
    expect(await move.ended()).toContain('letter_lapsed');
  });

  it('is reversed when SIAK refuses it, before any letter is out', async () => {
    const move = await model.approved();
    await move.send('siak-ack', { ackStatus: 'NACK' });
    await move.decide('fix', 'cancel');
    expect(await move.ended()).toContain('withdrawn');
    expect([move.times('reverse'), move.times('issue')]).toEqual([1, 0]);
  });
});

/** Deadlines, fired in the engine instead of waited for. */
import { connectEngine } from '@lampid/engine/connect-engine';
import type { EnginePort } from '@lampid/engine/engine';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, pathOf, submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { testStack } from '../src/support/stack.js';
import { arrivalElsewhere } from './support/outside.js';
import { appQuery, traceOf } from './support/register.js';
import { booksOf, openSteps } from './support/undone.js';

vi.setConfig({ testTimeout: 180_000 });

const PATIENCE = { timeoutMs: 60_000 };

let engine: EnginePort;
beforeAll(() => {
  engine = connectEngine(testStack().engine);
});
afterAll(() => engine.close());

/** Fires the timer at `element` once the case waits there. */
async function pass(businessKey: string, element: string): Promise<void> {
  await eventually(
    `timer ${element} is there and fires`,
    async () => (await engine.fireTimer({ businessKey, element })) === 'fired',
    PATIENCE,
  );
}

const untilAt = (reportId: string, element: string) =>
  eventually(`${element} is open`, async () => (await openSteps(reportId)).includes(element), PATIENCE);

describe('a decision that nobody takes', () => {
  /** Groups at whose desk a message of this kind lies. */
  const desksTold = async (reportId: string, template: string) => {
    const rows = await appQuery<{ recipient: string }>(
      `select recipient from notification.message
       where report_id = $1 and template = $2 and channel = 'desk' order by recipient`,
      [reportId, template],
    );
    return rows.map(({ recipient }) => recipient);
  };
  const untilTold = (reportId: string, template: string) =>
    eventually(
      `${template} written`,
      async () => {
        const desks = await desksTold(reportId, template);
        return desks.length > 0 && desks;
      },
      PATIENCE,
    );

  it('is reminded of, escalated, and given to the city, who can take it', async () => {
    const { id } = await submitExample('birth');
    const task = await untilTask(id, 'review', 'supervisor.coblong');
    expect(await desksTold(id, 'reminder')).toEqual([]);

    await pass(id, 'remind_due');
    expect(await untilTold(id, 'reminder')).toEqual(['supervisor:32.73.02']);
    expect(await desksTold(id, 'escalation')).toEqual([]);
    await pass(id, 'escalate_due');
    expect(await untilTold(id, 'escalation')).toEqual(['supervisor:32.73.02', 'verifikator:32.73']);

    await pass(id, 'reassign_due');
    const given = await untilTask(id, 'review', 'verif.bandung');
    expect(given.id).not.toBe(task.id);
    const { body } = await (await as('supervisor.coblong')).get(`/api/v1/tasks?reportId=${id}`).expect(200);
    expect(body.items).toEqual([]);
    await decide({ reportId: id, step: 'review', user: 'verif.bandung', outcome: 'approve' });
    await untilStatus(id, 'completed');
  });
});

it('a returned report that nobody corrects expires and leaves the registry untouched', async () => {
  const { id } = await submitExample('birth');
  await decide({
    reportId: id,
    step: 'review',
    user: 'supervisor.coblong',
    outcome: 'return',
    note: 'ejaan',
  });
  await untilStatus(id, 'returned');
  await pass(id, 'return_limit');
  await untilStatus(id, 'expired');
  expect(await traceOf(id)).toEqual({ residents: 0, deeds: 0, postings: 0, registrations: 0 });
  expect(await openSteps(id)).toEqual([]);
});

describe('an SKPWNI', () => {
  interface Mover {
    id: string;
    nik: string;
    status: string;
    /** Number of the active card by membership. */
    card: string | null;
    relation: number | null;
    /** The resident row's own copy of it. */
    cardNumber: string | null;
  }
  const moversOf = (reportId: string) =>
    appQuery<Mover>(
      `select r.id, r.nik, r.status, r.card_number as "cardNumber", c.number as card, m.relation
       from registry.move_letter l
       join registry.move_letter_member lm on lm.letter_id = l.id
       join registry.resident r on r.id = lm.resident_id
       left join registry.membership m on m.resident_id = r.id and m.until is null
       left join registry.family_card c on c.id = m.card_id
       where l.report_id = $1 order by r.nik`,
      [reportId],
    );
  /** Where each of them lived until this report took them away. */
  const homesBefore = (reportId: string) =>
    appQuery<{ id: string; card: string; relation: number }>(
      `select m.resident_id as id, c.number as card, m.relation from registry.membership m
       join registry.family_card c on c.id = m.card_id join registry.resident r on r.id = m.resident_id
       where m.ended_by_report = $1 and m.end_reason <> 'reversed' and r.status = 'moved-out' order by r.nik`,
      [reportId],
    );
  const letterOf = async (reportId: string) => {
    const [letter] = await appQuery<{ number: string; status: string }>(
      'select number, status from registry.move_letter where report_id = $1',
      [reportId],
    );
    return letter!;
  };

  async function movedOut(): Promise<string> {
    const { id } = await submitExample('move');
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await untilAt(id, 'await_arrival');
    return id;
  }

  it('that nobody uses expires: the family lives here again and the departure is taken off the books', async () => {
    const id = await movedOut();
    const gone = await moversOf(id);
    const homes = await homesBefore(id);
    expect(gone.length).toBeGreaterThan(0);
    for (const mover of gone) {
      expect(mover).toMatchObject({ status: 'moved-out', card: null, relation: null, cardNumber: null });
    }
    expect(homes.map((home) => home.id)).toEqual(gone.map((mover) => mover.id));
    const departed = await booksOf(id);
    expect(departed).toMatchObject({ registrations: { standing: 1 }, reversals: 0 });
    expect(departed.postings).toBeGreaterThanOrEqual(gone.length);
    expect(departed.unbalanced).toBe(departed.postings);

    await pass(id, 'letter_expired');
    await untilStatus(id, 'expired');
    expect((await letterOf(id)).status).toBe('expired');
    const back = await moversOf(id);
    expect(back.map((mover) => [mover.id, mover.status])).toEqual(gone.map(({ id: who }) => [who, 'active']));
    expect(back.map(({ id: who, card, relation }) => ({ id: who, card, relation }))).toEqual(homes);
    expect(back.map((mover) => mover.cardNumber)).toEqual(homes.map((home) => home.card));
    expect(await booksOf(id)).toEqual({
      registrations: { reversed: 1 },
      postings: 2 * departed.postings,
      reversals: departed.postings,
      unbalanced: 0,
    });
  });

  it('that another city holds does not expire: the case goes on waiting and completes', async () => {
    const id = await movedOut();
    const gone = await moversOf(id);
    const books = await booksOf(id);
    const arrival = arrivalElsewhere((await letterOf(id)).number);
    await arrival.reserve();

    await pass(id, 'letter_expired');
    await eventually(
      'the case waits again',
      async () => (await pathOf(id)).filter((element) => element === 'await_arrival').length === 2,
      PATIENCE,
    );
    expect(await openSteps(id)).toContain('await_arrival');
    expect((await letterOf(id)).status).toBe('reserved');
    expect(await moversOf(id)).toEqual(gone);
    expect(await booksOf(id)).toEqual(books);

    for (const { nik } of gone) await arrival.confirm(nik);
    await untilStatus(id, 'completed');
    expect((await letterOf(id)).status).toBe('used');
    expect(await moversOf(id)).toEqual(gone);
    expect(await booksOf(id)).toEqual(books);
  });
});

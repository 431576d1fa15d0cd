import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deskMessages,
  leaseMails,
  markMailFailed,
  markMailSent,
  queueMessages,
} from '../notification/messages.js';
import { loadCalendar } from '../reference/calendar.js';
import { setConfiguration } from '../reference/configuration.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { loadAnswers, saveAnswer } from './answers.js';
import { receiveOnce } from './inbound.js';
import {
  acknowledgePosting,
  findPosting,
  markPostingSent,
  openPosting,
  postingsOf,
} from './siak-postings.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 20 });
}, 60_000);
afterAll(() => database.drop());
const manager = () => database.dataSource.manager;

it("keeps Dukcapil's answers per revision, the latest of each subject", async () => {
  const reportId = randomUUID();
  const answer = {
    subject: 1,
    outcome: 'matched',
    nameScore: 98,
    birthDateMatches: true,
    sexMatches: null,
  } as const;
  const unavailable = {
    subject: 0,
    outcome: 'unavailable',
    nameScore: null,
    birthDateMatches: null,
    sexMatches: null,
  } as const;
  await saveAnswer(manager(), { reportId, revision: 1, answer });
  await saveAnswer(manager(), { reportId, revision: 1, answer: unavailable });
  await saveAnswer(manager(), { reportId, revision: 1, answer: { ...unavailable, outcome: 'not-found' } });
  expect(await loadAnswers(manager(), { reportId, revision: 1 })).toEqual([
    { ...unavailable, outcome: 'not-found' },
    answer,
  ]);
  expect(await loadAnswers(manager(), { reportId, revision: 2 })).toEqual([]);
});

describe('SIAK postings', () => {
  it('are opened once, and the first acknowledgement stands', async () => {
    const posting = {
      correlationId: randomUUID(),
      reportId: randomUUID(),
      registrationId: randomUUID(),
      kind: 'LAHIR',
    };
    await openPosting(manager(), posting);
    await openPosting(manager(), posting);
    await markPostingSent(manager(), posting);
    await markPostingSent(manager(), posting);
    const ack = { correlationId: posting.correlationId, code: '00', message: 'OK', documentNumber: 'X' };
    const answers = await Promise.all(
      (['ACK', 'NACK', 'ACK'] as const).map((status) =>
        database.dataSource.transaction((tx) => acknowledgePosting(tx, { ...ack, status })),
      ),
    );
    expect(answers.filter((answer) => answer!.first)).toHaveLength(1);
    const winner = answers.find((answer) => answer!.first)!.posting.ackStatus;
    expect(await findPosting(manager(), posting.correlationId)).toMatchObject({
      ackStatus: winner,
      sentCount: 2,
      kind: 'LAHIR',
    });
    expect(await postingsOf(manager(), posting.reportId)).toHaveLength(1);
    const unknown = await acknowledgePosting(manager(), { ...ack, status: 'ACK', correlationId: 'unknown' });
    expect(unknown).toBeNull();
  });
});

it('receives a message once and gives every duplicate the same answer', async () => {
  const message = { source: 'siak' as const, messageId: randomUUID(), body: { status: 'ACK' } };
  let handled = 0;
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      database.dataSource.transaction((tx) =>
        receiveOnce(tx, message, async () => {
          handled += 1;
          return { answer: { accepted: handled }, reportId: null };
        }),
      ),
    ),
  );
  expect(handled).toBe(1);
  expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
  expect(answers.every((answer) => answer.answer.accepted === 1)).toBe(true);
});

describe('messages', () => {
  it('go to a recipient once per step, by mail until sent or given up, and to desks at once', async () => {
    const [reportId, workId] = [randomUUID(), randomUUID()];
    const message = { reportId, workId, template: 'completed', subject: 'Selesai', body: 'Selesai.' };
    const queue = () =>
      queueMessages(manager(), [
        { ...message, channel: 'mail', recipient: 'a@lampid.test' },
        { ...message, channel: 'mail', recipient: 'b@lampid.test' },
        { ...message, channel: 'desk', recipient: 'operator:32.73.02.1004' },
      ]);
    await queue();
    await queue();
    const lease = () => leaseMails(database.dataSource, { limit: 10, leaseMs: 60_000 });
    const due = await lease();
    expect(due.map((mail) => mail.recipient).sort()).toEqual(['a@lampid.test', 'b@lampid.test']);
    expect(await lease()).toEqual([]);
    await markMailSent(database.dataSource, [due[0]!.id]);
    await markMailFailed(database.dataSource, { id: due[1]!.id, error: 'away', delayMs: 0 });
    const [again] = await lease();
    expect(again).toMatchObject({ id: due[1]!.id, attempts: 2 });
    await markMailFailed(database.dataSource, { id: again!.id, error: 'away', delayMs: null });
    expect(await lease()).toEqual([]);
    const desk = await deskMessages(database.dataSource, {
      recipients: ['operator:32.73.02.1004'],
      limit: 5,
    });
    expect(desk).toMatchObject([{ subject: 'Selesai', state: 'sent' }]);
  });
});

it('knows the working hours and holidays of this office', async () => {
  await manager().query(`insert into reference.holiday values ('2026-12-25', 'Natal')`);
  await manager().query(
    `insert into reference.configuration (key, value) values ('office.closesAt', '"15:30"')`,
  );
  expect(await loadCalendar(database.dataSource)).toEqual({
    holidays: new Set(['2026-12-25']),
    opensAt: 480,
    closesAt: 930,
  });
  await expect(
    setConfiguration(database.dataSource, { key: 'office.opensAt', value: '15:30', by: 'test' }),
  ).rejects.toThrow('the office closes after it opens');
});

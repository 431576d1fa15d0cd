/** What comes in from SIAK and from other cities: signed, once in effect, and never lost. */
import { siakSignature } from '@lampid/db/integration/dukcapil/signature';
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, as } from '../src/support/api.js';
import { decide, submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { testStack } from '../src/support/stack.js';

let db: DataSource;
beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 2, applicationName: 'lampid-test' });
});
afterAll(() => db.destroy());

function send(path: string, body: object | string, secret = testStack().env['SIAK_SECRET']!) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return anonymous()
    .post(`/api/v1/inbound/${path}`)
    .set('content-type', 'application/json')
    .set('X-Siak-Signature', siakSignature(secret, text))
    .send(text);
}

async function movedOut() {
  const { id } = await submitExample('move');
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await eventually('the case waits for the arrival', async () => {
    const { body } = await (await as('operator.dago')).get(`/api/v1/reports/${id}/history`);
    return (body.items as { element: string; end: string | null }[]).some(
      ({ element, end }) => element === 'await_arrival' && end === null,
    );
  });
  const [letter]: { number: string }[] = await db.query(
    'select number from registry.move_letter where report_id = $1',
    [id],
  );
  const members: { nik: string }[] = await db.query(
    `select r.nik from registry.move_letter l join registry.move_letter_member m on m.letter_id = l.id
     join registry.resident r on r.id = m.resident_id where l.report_id = $1 order by r.nik`,
    [id],
  );
  return { id, nomor: letter!.number, niks: members.map(({ nik }) => nik) };
}

describe('a message from outside', () => {
  it('is refused without its signature, and when it cannot be read', async () => {
    const body = { correlationId: randomUUID(), status: 'ACK' };
    expect((await anonymous().post('/api/v1/inbound/siak').send(body)).body).toMatchObject({
      ...{ status: 401, type: '/problems/bad-signature' },
    });
    expect((await send('siak', body, 'another-secret')).status).toBe(401);
    expect((await send('siak', '{"correlationId":')).status).toBe(400);
    expect((await send('siak', { correlationId: 7, status: 'PERHAPS' })).body.errors).toHaveLength(2);
  });
});

describe('an acknowledgement', () => {
  it('of a posting that is not ours is kept and shown, and a repeat gets the same answer', async () => {
    const correlationId = randomUUID();
    const first = await send('siak', { correlationId, status: 'ACK', kode: '00', pesan: 'ok' });
    expect(first.body).toEqual({ correlationId, matched: false });
    const again = await send('siak', { correlationId, status: 'ACK', kode: '00', pesan: 'ok' });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const admin = await as('admin.bandung');
    const { body } = await admin.get('/api/v1/incidents?limit=200').expect(200);
    const incident = (body.items as { id: string; kind: string }[]).find(({ id }) =>
      id.endsWith(correlationId),
    );
    expect(incident).toMatchObject({ kind: 'unmatched-message', reportId: null });
    await (await as('operator.dago')).post(`/api/v1/incidents/${incident!.id}/retry`).expect(403);
    await admin
      .post(`/api/v1/incidents/${incident!.id}/retry`)
      .expect(200, { id: incident!.id, result: 'resolved' });
    await admin.post(`/api/v1/incidents/${incident!.id}/retry`).expect(409);
  });

  it('that comes again and again moves its case once', async () => {
    const { id } = await submitExample('death');
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    const done = await untilStatus(id, 'completed');
    const [posting]: { correlation_id: string }[] = await db.query(
      'select correlation_id from integration.siak_posting where report_id = $1',
      [id],
    );
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        send('siak', { correlationId: posting!.correlation_id, status: 'NACK', kode: 'X' }),
      ),
    );
    expect(answers.map(({ body }) => body)).toEqual(
      Array.from({ length: 3 }, () => ({ correlationId: posting!.correlation_id, matched: true })),
    );
    const rows: { n: number }[] = await db.query(
      `select count(*)::int as n from kernel.outbox where report_id = $1 and payload->>'message' = 'siak-ack'`,
      [id],
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect((await untilStatus(id, 'completed')).documents).toEqual(done.documents);
  });
});

describe('our SKPWNI in another city', () => {
  it('is reserved, confirmed person by person, and completes the move', async () => {
    const { id, nomor, niks } = await movedOut();
    const reservationId = randomUUID();
    expect((await send('skpwni/confirm', { nomor, reservationId, nik: niks[0] })).status).toBe(409);
    const reserved = await send('skpwni/reserve', { nomor, reservationId });
    expect(reserved.body).toEqual({ nomor, status: 'DIRESERVASI', belumDatang: niks.length });
    expect((await send('skpwni/reserve', { nomor, reservationId })).status).toBe(200);
    expect((await send('skpwni/reserve', { nomor, reservationId: randomUUID() })).status).toBe(409);
    for (const [index, nik] of niks.entries()) {
      const { body } = await send('skpwni/confirm', { nomor, reservationId, nik });
      expect(body.belumDatang).toBe(niks.length - index - 1);
    }
    expect((await send('skpwni/confirm', { nomor, reservationId, nik: niks[0] })).body.status).toBe(
      'DIPAKAI',
    );
    await untilStatus(id, 'completed');
  });

  it('given back, can be reserved by another arrival', async () => {
    const { nomor } = await movedOut();
    const reservationId = randomUUID();
    await send('skpwni/reserve', { nomor, reservationId }).expect(200);
    expect((await send('skpwni/release', { nomor, reservationId })).body.status).toBe('TERBIT');
    await send('skpwni/reserve', { nomor, reservationId: randomUUID() }).expect(200);
  });

  it('that nobody knows is not found', async () => {
    const answer = await send('skpwni/reserve', { nomor: 'SKPWNI/3273/01012020/9999', reservationId: 'x' });
    expect(answer.status).toBe(404);
  });

  it('is cancelled on request after the supervisor agrees, unless somebody has reserved it', async () => {
    const { id } = await movedOut();
    const agent = await as('operator.dago');
    await agent.post(`/api/v1/reports/${id}/cancel`).send({ reason: 'tidak jadi pindah' }).expect(200);
    const task = await untilTask(id, 'approve_cancel', 'supervisor.coblong');
    await decide({
      reportId: id,
      step: 'approve_cancel',
      user: 'supervisor.coblong',
      outcome: task.outcomes[0]!,
    });
    await untilStatus(id, 'cancelled');

    const held = await movedOut();
    await send('skpwni/reserve', { nomor: held.nomor, reservationId: randomUUID() }).expect(200);
    await agent.post(`/api/v1/reports/${held.id}/cancel`).send({ reason: 'tidak jadi' }).expect(409);
  });
});

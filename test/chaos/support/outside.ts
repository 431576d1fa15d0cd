/** The world outside as a test turns it: faults of SIAK and Dukcapil, and the city that our people move to. */
import { randomUUID } from 'node:crypto';
import { siakSignature } from '@lampid/db/integration/dukcapil/signature';
import { anonymous } from '../../src/support/api.js';
import { testStack } from '../../src/support/stack.js';

/** Fields of `launcher/src/simulator/faults.ts`. Always followed by `resetFaults` in `afterEach`. */
export const setFaults = (faults: { down?: boolean; nackNext?: number }) => control('faults', faults);

export const resetFaults = () => control('reset', {});

async function control(path: string, body: object): Promise<void> {
  const response = await fetch(`${testStack().simulatorUrl}/sim/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

/** Another city's arrival, holding our letter. Its signed calls must succeed. */
export function arrivalElsewhere(nomor: string) {
  const reservationId = randomUUID();
  const call = async (action: 'reserve' | 'confirm', more: object = {}): Promise<void> => {
    const text = JSON.stringify({ nomor, reservationId, ...more });
    await anonymous()
      .post(`/api/v1/inbound/skpwni/${action}`)
      .set('content-type', 'application/json')
      .set('X-Siak-Signature', siakSignature(testStack().env['SIAK_SECRET']!, text))
      .send(text)
      .expect(200);
  };
  return { reserve: () => call('reserve'), confirm: (nik: string) => call('confirm', { nik }) };
}

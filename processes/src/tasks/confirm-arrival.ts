/** Tells the origin, person by person, that the arrival is registered. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const confirmArrival = defineTask({
  topic: 'confirm-arrival',
  names: { id: 'Konfirmasi kedatangan', en: 'Confirm arrival' },
  description: {
    id: 'Memberi tahu kota asal bahwa orang ke-n (`loopCounter`) pada SKPWNI telah dicatat.',
    en: 'Tells the origin that person n (`loopCounter`) of the SKPWNI has been registered here.',
  },
  input: z.object({ reportId: z.uuid(), loopCounter: z.int().min(0) }),
  output: z.object({}),
  errors: {},
  properties: {},
  retry: { delaysMs: [2_000, 10_000, 60_000, 300_000, 900_000] },
  lockMs: 60_000,
});

/** Compensation of `reserve-letter`: gives the SKPWNI back at its origin. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const releaseLetter = defineTask({
  topic: 'release-letter',
  names: { id: 'Lepas cadangan SKPWNI', en: 'Release move letter' },
  description: {
    id: 'Melepas cadangan SKPWNI di kota asal; tidak melakukan apa pun bila tidak ada cadangan laporan ini.',
    en: 'Gives the reservation of the SKPWNI back at its origin; does nothing when this report holds none.',
  },
  input: z.object({ reportId: z.uuid() }),
  output: z.object({}),
  errors: {},
  properties: {},
  retry: { delaysMs: [2_000, 10_000, 60_000, 300_000, 900_000] },
  lockMs: 60_000,
});

/** Holds the SKPWNI at its origin before the arrival is registered. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const reserveLetter = defineTask({
  topic: 'reserve-letter',
  names: { id: 'Cadangkan SKPWNI', en: 'Reserve move letter' },
  description: {
    id: 'Mencadangkan SKPWNI di kota asal untuk laporan ini; permintaan yang sama dua kali adalah satu.',
    en: 'Reserves the SKPWNI at its origin for this report; asked twice it is one reservation.',
  },
  input: z.object({ reportId: z.uuid() }),
  output: z.object({}),
  errors: {
    LETTER_TAKEN: {
      id: 'Kota asal menolak: SKPWNI sudah dipakai, dicadangkan, kedaluwarsa, atau dibatalkan',
      en: 'The origin refuses: used, reserved by another, expired or cancelled',
    },
  },
  properties: {},
  retry: { delaysMs: [2_000, 10_000, 60_000, 300_000, 900_000] },
  lockMs: 60_000,
});

/** Compensation of `register-event`. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const reverseRegistration = defineTask({
  topic: 'reverse-registration',
  names: { id: 'Balikkan pencatatan', en: 'Reverse registration' },
  description: {
    id: 'Membalikkan mutasi pada bulan berjalan dan membatalkan nomor; keanggotaan KK dipulihkan bila keluarga belum berubah.',
    en: 'Posts reversals into the open month and voids numbers; membership is restored if the family has not changed since.',
  },
  input: z.object({ reportId: z.uuid() }),
  /** True: the family has changed since, a person must put it right. */
  output: z.object({ needsPerson: z.boolean() }),
  errors: {},
  properties: {},
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000, 600_000] },
  lockMs: 60_000,
});

/** Asks Dukcapil about one person of the report; a multi-instance step. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const verifyNik = defineTask({
  topic: 'verify-nik',
  names: { id: 'Verifikasi NIK', en: 'Verify NIK' },
  description: {
    id: 'Menanyakan orang ke-n (`loopCounter`) pada laporan kepada Dukcapil. Dukcapil yang tidak menjawab adalah jawaban juga (U24).',
    en: 'Asks Dukcapil about person n (`loopCounter`) of the report. No answer is an answer too (U24): the case goes on.',
  },
  input: z.object({ reportId: z.uuid(), loopCounter: z.int().min(0) }),
  output: z.object({}),
  errors: {},
  properties: {},
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000] },
  lockMs: 60_000,
});

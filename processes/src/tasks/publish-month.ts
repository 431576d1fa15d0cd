/** Publishes the frozen report of a month that its office has signed. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const publishMonth = defineTask({
  topic: 'publish-month',
  names: { id: 'Terbitkan laporan bulan', en: 'Publish month' },
  description: {
    id: 'Menerbitkan laporan bulan yang telah ditandatangani; rekap wilayah di atasnya dimulai bila semua bagiannya terbit.',
    en: 'Publishes the report that was signed; the area above begins its own when all of its parts are published.',
  },
  input: z.object({ reportId: z.uuid() }),
  output: z.object({}),
  errors: {
    REOPENED: { id: 'Bulan ini dibuka kembali', en: 'The month was reopened' },
  },
  properties: {},
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000, 600_000] },
  lockMs: 30_000,
});

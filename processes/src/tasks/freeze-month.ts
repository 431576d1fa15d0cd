/** Closes the month of an area: computes its report and keeps it as it is. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const freezeMonth = defineTask({
  topic: 'freeze-month',
  names: { id: 'Bekukan bulan', en: 'Freeze month' },
  description: {
    id: 'Menutup bulan suatu wilayah: laporan A-9 dihitung dan dibekukan, mutasi berikutnya masuk bulan yang terbuka.',
    en: 'Closes a month of an area: its report A-9 is computed and frozen, later postings go into the open month.',
  },
  input: z.object({ reportId: z.uuid() }),
  output: z.object({
    level: z.enum(['village', 'district', 'city']),
    /** Instants: when who must sign is reminded, and when the next level is told. */
    signRemindAt: z.iso.datetime(),
    signDueAt: z.iso.datetime(),
  }),
  errors: {
    MONTH_CONFLICT: {
      id: 'Bulan ini belum atau tidak lagi dapat ditutup',
      en: 'The month cannot be closed yet, or not any more',
    },
  },
  properties: {},
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000, 600_000] },
  lockMs: 60_000,
});

/** Applies the event to the registry in one transaction. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const registerEvent = defineTask({
  topic: 'register-event',
  names: { id: 'Catat peristiwa', en: 'Register event' },
  description: {
    id: 'Menerapkan peristiwa pada data penduduk dalam satu transaksi: NIK, KK, akta, dan mutasi.',
    en: 'Applies the event to the registry in one transaction: NIK, family card, deed and postings.',
  },
  input: z.object({ reportId: z.uuid() }),
  /** `catchall`: what the effect of another event type gives to its own model (`effectVariables` of its `event.ts`). */
  output: z
    .object({
      registrationId: z.uuid(),
      /** Move: `intra` inside the city, `inter` with an SKPWNI. */
      moveScope: z.enum(['intra', 'inter']).optional(),
      /** Move: Klasifikasi pindah, 1 inside of the kelurahan to 5 to another province. */
      moveClass: z.int().min(1).max(5).optional(),
      /** Move: when an unused SKPWNI is reversed (ISO instant, grace included). */
      letterExpiresAt: z.iso.datetime().optional(),
      /** Arrival: people to confirm at the origin. */
      arrivalCount: z.int().min(0).optional(),
      /** Revocation: what it took back could not be restored whole. */
      needsPerson: z.boolean().optional(),
    })
    .catchall(z.union([z.string(), z.number(), z.boolean()])),
  errors: {
    REGISTRATION_CONFLICT: {
      id: 'Data keluarga sudah berubah sejak laporan diperiksa',
      en: 'The family is no longer as it was judged',
    },
    CANCELLED: {
      id: 'Laporan dibatalkan sebelum dicatat',
      en: 'The report was cancelled before its registration',
    },
  },
  properties: {},
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000, 600_000] },
  lockMs: 60_000,
});

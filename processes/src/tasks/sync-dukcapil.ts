/** Posts the registered event to SIAK, with the registration as idempotency key. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const syncDukcapil = defineTask({
  topic: 'sync-dukcapil',
  names: { id: 'Kirim ke SIAK', en: 'Submit to SIAK' },
  description: {
    id: 'Mengirim peristiwa ke SIAK dengan kunci idempoten; jawaban akhirnya datang sebagai pesan `siak-ack`.',
    en: 'Submits the event to SIAK with an idempotency key; the final answer comes as message `siak-ack`.',
  },
  input: z.object({ reportId: z.uuid(), syncAttempt: z.int().min(0).nullish() }),
  output: z.object({
    /** Submissions of this synchronisation so far, failed ones included; also set with DUKCAPIL_DOWN. */
    syncAttempt: z.int().min(1),
    correlationId: z.string(),
    /** When to send again if no acknowledgement came (ISO instant). */
    resendAt: z.iso.datetime(),
    /** Only with DUKCAPIL_DOWN: when to try again (ISO instant). */
    retryAt: z.iso.datetime().optional(),
  }),
  errors: {
    DUKCAPIL_DOWN: {
      id: 'SIAK tidak menjawab; variabel `retryAt` dan `syncAttempt` diisi',
      en: 'SIAK does not answer; sets the variables `retryAt` and `syncAttempt`',
    },
  },
  properties: {},
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000] },
  lockMs: 60_000,
});

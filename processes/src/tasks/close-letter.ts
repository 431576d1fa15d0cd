/** Expires or cancels our own SKPWNI; loses to a reservation made meanwhile. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const closeLetter = defineTask({
  topic: 'close-letter',
  names: { id: 'Tutup SKPWNI', en: 'Close move letter' },
  description: {
    id: 'Menutup SKPWNI yang tidak dipakai (kedaluwarsa) atau dibatalkan. Kalah terhadap cadangan kota tujuan.',
    en: 'Closes an SKPWNI as expired or cancelled. Loses to a reservation of the destination.',
  },
  input: z.object({ reportId: z.uuid() }),
  output: z.object({
    /** False: reserved (or used) meanwhile, the case goes on waiting. */
    letterClosed: z.boolean(),
    /** With `letterClosed` true: how the case will end. */
    letterClosedAs: z.enum(['expired', 'cancelled']).optional(),
    /** With `letterClosed` false: when to try again (ISO instant); without it the timer would fire at once, for ever. */
    letterExpiresAt: z.iso.datetime().optional(),
  }),
  errors: {},
  properties: {
    closeAs: {
      id: 'Mengapa surat ditutup',
      en: 'Why the letter is closed',
      values: {
        expired: { id: 'kedaluwarsa', en: 'expired' },
        cancelled: { id: 'dibatalkan', en: 'cancelled' },
      },
    },
  },
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000, 600_000] },
  lockMs: 30_000,
});

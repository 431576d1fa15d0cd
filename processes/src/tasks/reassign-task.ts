/** Hands an overdue decision to the next level: kecamatan -> kota. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const reassignTask = defineTask({
  topic: 'reassign-task',
  names: { id: 'Alihkan tugas', en: 'Reassign task' },
  description: {
    id: 'Mengalihkan keputusan yang lewat batas waktu dari kecamatan ke verifikator kota.',
    en: "Hands a decision that nobody took in time from the kecamatan to the city's verifikator.",
  },
  input: z.object({ reportId: z.uuid(), verifierGroup: z.string() }),
  output: z.object({ supervisorGroup: z.string() }),
  errors: {},
  properties: {},
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000, 600_000] },
  lockMs: 30_000,
});

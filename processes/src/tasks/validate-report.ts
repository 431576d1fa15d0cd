/** Judges the report by the decision tables that the element names. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const validateReport = defineTask({
  topic: 'validate-report',
  names: { id: 'Periksa laporan', en: 'Validate report' },
  description: {
    id: 'Menilai laporan dengan tabel keputusan pada properti `decisions` dan menyimpan temuannya.',
    en: "Judges the report by the tables named in `decisions` (of the case's own deployment) and keeps the findings.",
  },
  input: z.object({ reportId: z.uuid() }),
  output: z.object({
    /** A finding of severity E. */
    hasErrors: z.boolean(),
    /** A finding of severity L or A. */
    needsSpecialDecision: z.boolean(),
    verdict: z.enum(['error', 'approval', 'late', 'warning', 'valid']),
    /** People whose NIK `verify-nik` asks about. */
    subjectCount: z.int().min(0),
  }),
  errors: {},
  properties: {
    decisions: {
      id: 'Daftar id keputusan DMN, dipisah koma',
      en: 'Ids of DMN decisions of this deployment, separated by commas',
    },
  },
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000, 600_000] },
  lockMs: 30_000,
});

/** Renders, signs and stores the documents that the registration ordered. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

export const issueDocuments = defineTask({
  topic: 'issue-documents',
  names: { id: 'Terbitkan dokumen', en: 'Issue documents' },
  description: {
    id: 'Membuat dan menandatangani dokumen hasil pencatatan (akta, KK, SKPWNI, ...).',
    en: 'Makes and signs the documents of the registration (deed, family card, SKPWNI, ...).',
  },
  input: z.object({ reportId: z.uuid() }),
  output: z.object({ documentCount: z.int().min(0).optional() }),
  errors: {},
  properties: {},
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000, 600_000] },
  lockMs: 60_000,
});

/** Writes the messages of one step; the mail loop delivers them. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

/** Messages that a step can send; the workers hold their words. */
export const messageTemplates = {
  completed: { id: 'laporan selesai', en: 'the report is completed' },
  registered: { id: 'laporan tercatat', en: 'the report is registered' },
  answered: { id: 'pemberitahuan menjadi laporan', en: 'the notification became a report' },
  refused: { id: 'pemberitahuan tidak dilanjutkan', en: 'the notification goes no further' },
  returned: { id: 'laporan perlu perbaikan', en: 'the report needs correction' },
  rejected: { id: 'laporan ditolak', en: 'the report is rejected' },
  expired: { id: 'laporan kedaluwarsa', en: 'the report expired' },
  cancelled: { id: 'laporan dibatalkan', en: 'the report is cancelled' },
  reminder: { id: 'pengingat sebelum batas waktu', en: 'a reminder before the time limit' },
  escalation: { id: 'batas waktu lewat', en: 'the time limit has passed' },
} as const;
export type MessageTemplate = keyof typeof messageTemplates;

/** Who can be told. */
export const audiences = {
  operator: { id: 'operator kelurahan', en: 'operator of the kelurahan' },
  supervisor: { id: 'supervisor kecamatan', en: 'supervisor of the kecamatan' },
  verifikator: { id: 'verifikator kota', en: 'verifikator of the city' },
  kadis: { id: 'kepala dinas', en: 'head of the office' },
  admin: { id: 'admin pusat', en: 'admin of the city' },
  reporter: { id: 'pelapor, lewat surel', en: 'who reported, by mail' },
  author: { id: 'petugas yang memasukkan laporan', en: 'the officer who entered the report' },
} as const;
export type Audience = keyof typeof audiences;

export const notify = defineTask({
  topic: 'notify',
  names: { id: 'Beri tahu', en: 'Notify' },
  description: {
    id: 'Menulis pemberitahuan menurut templat kepada penerima pada properti `audience`.',
    en: 'Writes messages from a template to the `audience`. Never names a NIK.',
  },
  input: z.object({
    reportId: z.uuid(),
    operatorGroup: z.string().nullish(),
    supervisorGroup: z.string().nullish(),
    verifierGroup: z.string().nullish(),
    headGroup: z.string().nullish(),
    cityGroup: z.string().nullish(),
  }),
  output: z.object({}),
  errors: {},
  properties: {
    template: { id: 'Templat pesan', en: 'Template of the message', values: messageTemplates },
    audience: { id: 'Penerima pesan', en: 'Who gets it', values: audiences, several: true },
  },
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000] },
  lockMs: 30_000,
});

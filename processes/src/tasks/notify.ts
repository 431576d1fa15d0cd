/** Writes the messages of one step; the mail loop delivers them. */
import { z } from 'zod';
import { defineTask } from '../define-task.js';

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
    template: {
      id: 'Templat pesan, misalnya completed, reminder, escalation',
      en: 'Template of the message, e.g. completed, reminder, escalation',
    },
    audience: {
      id: 'Penerima: operator, supervisor, verifikator, kadis, admin, reporter, author (boleh beberapa, dipisah koma)',
      en: 'Who gets it: operator, supervisor, verifikator, kadis, admin, reporter, author (several with commas)',
    },
  },
  retry: { delaysMs: [1_000, 5_000, 30_000, 120_000] },
  lockMs: 30_000,
});

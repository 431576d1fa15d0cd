import { date, identityNumber, reportBase, text } from '@lampid/processes/report-schema';
import { z } from 'zod';

export const schema = reportBase.extend({
  /** Whom it is about; the NIK only where it is known. */
  subject: z.strictObject({ name: text(), nik: identityNumber.nullish() }),
  happenedOn: date,
  /** Where it happened: a head of RT or RW tells of theirs only. */
  rt: text(3),
  rw: text(3),
  detail: text(1000),
});

export type ReportData = z.infer<typeof schema>;

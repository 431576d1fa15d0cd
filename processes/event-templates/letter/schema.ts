import { identityNumber, person, reportBase, text } from '@lampid/processes/report-schema';
import type { z } from 'zod';

export const schema = reportBase.extend({
  familyCardNumber: identityNumber,
  /** Whom the letter is about. */
  subject: person,
  /** What the letter is needed for. */
  purpose: text(500),
});

export type ReportData = z.infer<typeof schema>;

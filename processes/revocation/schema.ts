/** Core data of a revocation (pembatalan): which registration is taken back, on what ground. */
import { z } from 'zod';
import { date, reportBase, text } from '@lampid/processes/report-schema';

export const revocationSchema = reportBase.extend({
  /** Ticket of the report whose registration is taken back. */
  ticket: text(40),
  /** Court decision (UU 23/2006 art. 72), or the office's own mistake (contrarius actus, Permendagri 108/2019). */
  ground: z.enum(['court', 'office']),
  decisionDate: date,
  explanation: text(1000),
  /** Kelurahan of that report; needed from officers of the city, who have none themselves. */
  areaCode: text(13).nullish(),
});

export type RevocationData = z.infer<typeof revocationSchema>;

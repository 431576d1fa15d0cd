/** What a head of RT/RW tells the kelurahan: few fields, for a telephone. The report itself is the operator's. */
import { z } from 'zod';
import { date, documents, extra, identityNumber, text } from '@lampid/processes/report-schema';

export const notificationSchema = z.strictObject({
  event: z.enum(['birth', 'death', 'move', 'arrival']),
  /** Who was born, died, moves or came. */
  subject: z.strictObject({ name: text(), nik: identityNumber.nullish() }),
  eventDate: date,
  rt: text(3),
  rw: text(3),
  /** Whom the operator may ask. */
  contact: text(200).nullish(),
  detail: text(500).nullish(),
  documents,
  extra: extra.nullish(),
});

export type NotificationData = z.infer<typeof notificationSchema>;

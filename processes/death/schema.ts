/** Core data of a death report: F-2.01, section kematian (Permendagri 109/2019). */
import { z } from 'zod';
import {
  date,
  identityNumber,
  person,
  reportBase,
  sex,
  text,
  timeOfDay,
} from '@lampid/processes/report-schema';

export const deathSchema = reportBase.extend({
  /** KK of the deceased; null when they are in none (M15). */
  familyCardNumber: identityNumber.nullable(),
  deceased: person.extend({
    /** These three only when the deceased is not in the registry. */
    sex: sex.nullish(),
    birthPlace: text(100).nullish(),
    birthDate: date.nullish(),
    fatherName: text().nullish(),
    motherName: text().nullish(),
  }),
  deathDate: date,
  deathTime: timeOfDay.nullish(),
  /** Sebab: 1 sakit biasa/tua, 2 wabah, 3 kecelakaan, 4 kriminalitas, 5 bunuh diri, 6 lainnya. */
  cause: z.literal([1, 2, 3, 4, 5, 6]),
  place: text(),
  /** Yang menerangkan: 1 dokter, 2 tenaga kesehatan, 3 kepolisian, 4 lainnya. */
  certifiedBy: z.literal([1, 2, 3, 4]),
  /** False: missing, or no body was found (M09). Absent means true. */
  bodyFound: z.boolean().nullish(),
  /** When the head of family died: a remaining member, or an adult relative who joins as head. */
  newHeadNik: identityNumber.nullish(),
  /** When only minors remain: KK of the guardian that they join instead. */
  guardianCardNumber: identityNumber.nullish(),
  witnesses: z.array(person).max(2),
});

export type DeathData = z.infer<typeof deathSchema>;

/** Core data of a birth report: F-2.01, section kelahiran (Permendagri 109/2019). */
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

export const birthSchema = reportBase.extend({
  /** KK that the child joins: the mother's, or the father's when the mother is in none of this city. */
  familyCardNumber: identityNumber,
  /** The four models of the birth certificate (Permendagri 108/2019). */
  certificateModel: z.enum(['AYAH_IBU', 'AYAH_IBU_FRASA', 'SEORANG_IBU', 'TANPA_ORANG_TUA']),
  child: z.strictObject({
    name: text(),
    /** 1 laki-laki, 2 perempuan. */
    sex,
    /** Tempat dilahirkan: 1 RS/RB, 2 puskesmas, 3 polindes, 4 rumah, 5 lainnya. */
    placeKind: z.literal([1, 2, 3, 4, 5]),
    /** Tempat kelahiran: kabupaten/kota. */
    birthPlace: text(100),
    birthDate: date,
    /** Hari, e.g. `Senin`; derived from the date when absent or wrong (L17). */
    dayName: text(10).nullish(),
    birthTime: timeOfDay,
    /** 1 tunggal, 2 kembar 2, 3 kembar 3, 4 kembar 4, 5 lainnya. */
    birthType: z.literal([1, 2, 3, 4, 5]),
    /** Kelahiran ke-. */
    birthOrder: z.int().min(1).max(30),
    /** Penolong: 1 dokter, 2 bidan/perawat, 3 dukun, 4 lainnya. */
    helper: z.literal([1, 2, 3, 4]),
    weightGrams: z.number().min(0).max(100_000),
    lengthCm: z.number().min(0).max(1000),
  }),
  /** Null only for a foundling (TANPA_ORANG_TUA). */
  mother: person.nullable(),
  father: person.nullable(),
  witnesses: z.array(person).max(2),
});

export type BirthData = z.infer<typeof birthSchema>;

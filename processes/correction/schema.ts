/** Core data of a correction: F-1.06 (Permendagri 109/2019), with the family's members and merges of NIKs besides. */
import { codeLists, type CodeList } from '@lampid/domain/codes';
import { z } from 'zod';
import {
  address,
  date,
  identityNumber,
  person,
  reportBase,
  sex,
  text,
} from '@lampid/processes/report-schema';

const codeOf = (list: CodeList) => z.literal(codeLists[list].map(({ code }) => code));

export const correctionSchema = reportBase.extend({
  /** What is put right: a resident's data, who is on a family card, or a double or temporary NIK. */
  subject: z.enum(['elements', 'family', 'nik']),
  /** Kesalahan tulis redaksional, dokumen autentik, penetapan pengadilan. */
  ground: z.enum(['clerical', 'document', 'court']),
  /** Of the document that proves it. */
  proofDate: date,
  explanation: text(1000).nullish(),
  /** Kelurahan where the family is recorded; needed from officers of the city, who have none themselves. */
  areaCode: text(13).nullish(),
  /** As recorded now; absent for a family. */
  resident: person.partial().nullish(),
  /** What is right; an absent element stays as recorded. */
  elements: z
    .strictObject({
      name: text().nullish(),
      sex: sex.nullish(),
      birthPlace: text(100).nullish(),
      birthDate: date.nullish(),
      religion: codeOf('agama').nullish(),
      maritalStatus: z.literal([1, 2, 3, 4]).nullish(),
      education: codeOf('pendidikan').nullish(),
      occupation: codeOf('pekerjaan').nullish(),
      bloodType: codeOf('golonganDarah').nullish(),
      citizenship: z.literal([1, 2, 3]).nullish(),
      fatherName: text().nullish(),
      motherName: text().nullish(),
    })
    .nullish(),
  /** The card to put right; absent: a new one at `address`. */
  familyCardNumber: identityNumber.nullish(),
  members: z
    .array(person.partial().extend({ relation: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).nullish() }))
    .max(30)
    .nullish(),
  address: address.partial().nullish(),
  /** The NIK that holds after a merge. */
  realNik: identityNumber.nullish(),
});

export type CorrectionData = z.infer<typeof correctionSchema>;

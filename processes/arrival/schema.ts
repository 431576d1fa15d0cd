/** Core data of an arrival from another city with its SKPWNI: F-1.03 at the destination (Permendagri 109/2019). */
import { z } from 'zod';
import { address, date, identityNumber, person, reportBase, text } from '@lampid/processes/report-schema';

export const arrivalSchema = reportBase.extend({
  /** `SKPWNI/PPKK/DDMMYYYY/NNNN`. */
  letterNumber: text(60),
  /** Where they live now. */
  destination: address,
  /** `join`: numpang KK, needs hostCardNumber; `new`: KK baru, needs headNik. */
  cardStatus: z.enum(['join', 'new']),
  hostCardNumber: identityNumber.nullish(),
  /** Head of the new KK, one of the arrivals. */
  headNik: identityNumber.nullish(),
  arrivals: z
    .array(
      person.extend({
        /** SHDK in the KK they join or open; derived from the letter when absent. */
        relation: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).nullish(),
        /** The old KTP-el was handed in (D15). */
        ktpSurrendered: z.boolean().nullish(),
      }),
    )
    .min(1)
    .max(40),
  arrivalDate: date.nullish(),
  housing: z.enum(['owned', 'family', 'rented', 'boarding']).nullish(),
});

export type ArrivalData = z.infer<typeof arrivalSchema>;

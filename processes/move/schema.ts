/** Core data of a move: F-1.03 (Permendagri 109/2019). The reporter is the pemohon. */
import { z } from 'zod';
import { address, date, identityNumber, person, reportBase, text } from '@lampid/processes/report-schema';

/** SHDK code 1..11. */
export const relationToHead = z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
/** Status KK: 1 numpang KK, 2 membuat KK baru, 3 nomor KK tetap. */
export const cardStatusCode = z.literal([1, 2, 3]);
/** Who owns the house at the destination. */
export const housing = z.enum(['owned', 'family', 'rented', 'boarding']);

export const moveSchema = reportBase.extend({
  /** KK that the movers leave. */
  familyCardNumber: identityNumber,
  destination: address,
  /** Klasifikasi 1..5; derived from the area codes when absent or wrong (P04). */
  moveClass: z.literal([1, 2, 3, 4, 5]).nullish(),
  /** Jenis kepindahan: 1 kep. keluarga, 2 KK + seluruh anggota, 3 KK + sebagian, 4 anggota keluarga. */
  moveType: z.literal([1, 2, 3, 4]),
  /** Alasan: 1 pekerjaan, 2 pendidikan, 3 keamanan, 4 kesehatan, 5 perumahan, 6 keluarga, 7 lainnya. */
  reason: z.literal([1, 2, 3, 4, 5, 6, 7]),
  reasonText: text().nullish(),
  /** Status KK of those who stay; null when all move. */
  statusKkStaying: cardStatusCode.nullish(),
  /** Status KK of those who move. */
  statusKkMoving: cardStatusCode.nullish(),
  /** KK at the destination that the movers join (status 1, inside the city). */
  hostCardNumber: identityNumber.nullish(),
  /** New head of those who stay when the head moves. */
  newHeadNik: identityNumber.nullish(),
  /** Head of the movers' new KK when the head stays. */
  movingHeadNik: identityNumber.nullish(),
  /** `relation`: SHDK in the host's KK or in the movers' new one; derived when absent. */
  movers: z
    .array(person.extend({ relation: relationToHead.nullish() }))
    .min(1)
    .max(40),
  /** Planned date of the move, may lie ahead. */
  plannedDate: date.nullish(),
  housing: housing.nullish(),
  /** `temporary`: one year or less, not settling (P17). Absent means `settle`. */
  stay: z.enum(['settle', 'temporary']).nullish(),
});

export type MoveData = z.infer<typeof moveSchema>;

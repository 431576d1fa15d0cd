/** What a person looks at who restores a family after its registration was taken back (`resolve_reversal` in the models). */
import { peopleTakenBack } from '@lampid/db/registry/restoration';
import { maskNumber } from '@lampid/domain/masking';
import type { Deps } from '../deps.js';
import { z } from '../http/zod.js';
import { seesFullData, type Caller } from '../identity/authorize.js';
import { findReportToShow } from '../reporting/read-report.js';

export const restorationSchema = z
  .object({
    people: z.array(
      z.object({
        residentId: z.uuid(),
        /** Masked for who does not work on cases. */
        nik: z.string(),
        name: z.string(),
        status: z.enum(['active', 'dead', 'moved-out', 'void']),
        formerCardNumber: z.string().nullable(),
        formerRelation: z.int().nullable(),
        cardId: z.uuid().nullable(),
        cardNumber: z.string().nullable(),
        relation: z.int().nullable(),
      }),
    ),
  })
  .openapi('Restoration');

/** @throws Problem 404 */
export async function readRestoration(
  deps: Deps,
  input: { caller: Caller; reportId: string },
): Promise<z.input<typeof restorationSchema>> {
  const { caller, reportId } = input;
  const report = await findReportToShow(deps.db, caller, reportId);
  const people = await peopleTakenBack(deps.db.manager, report.id);
  if (seesFullData(caller)) return { people };
  const masked = (number: string | null) => (number === null ? null : maskNumber(number));
  return {
    people: people.map((person) => ({
      ...person,
      nik: maskNumber(person.nik),
      formerCardNumber: masked(person.formerCardNumber),
      cardNumber: masked(person.cardNumber),
    })),
  };
}

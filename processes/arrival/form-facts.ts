/** What the report of an arrival tells by itself: see `facts.ts` for what letter and register add. */
import { hasMoveLetterForm } from '@lampid/domain/document-numbers';
import type { FormFacts } from '@lampid/domain/rules/form-facts';
import { attached, commonFormFacts, documentFormFacts } from '@lampid/processes/facts/common-facts';
import { personFormFacts, type NamedPerson } from '@lampid/processes/facts/person-facts';
import { arrivalAttachments } from './documents.js';
import type { ArrivalData } from './schema.js';

export const formFacts: FormFacts<ArrivalData> = {
  ...commonFormFacts<ArrivalData>({
    reporter: ({ reporter }) => reporter,
    eventDate: ({ arrivalDate }) => (arrivalDate ? { field: 'arrivalDate', date: arrivalDate } : null),
  }),
  ...personFormFacts(namedInArrival),
  ...documentFormFacts(arrivalAttachments),
  letterFormValid: ({ data }) => hasMoveLetterForm(data.letterNumber),
  cardStatus: ({ data }) => data.cardStatus,
  housing: ({ data }) => data.housing ?? null,
  ownerStatementAttached: attached('pernyataan-pemilik'),
  acceptanceAttached: attached('pernyataan-menerima'),
  careAuthorityAttached: attached('kuasa-pengasuhan'),
  arrivalField: ({ data }) => data.arrivals.map((_, index) => `arrivals.${index}.nik`),
  arrivalKtpSurrendered: ({ data }) => data.arrivals.map(({ ktpSurrendered }) => ktpSurrendered ?? false),
};

/** Everybody named by NIK. */
export function namedInArrival(data: ArrivalData): NamedPerson[] {
  return [
    { field: 'reporter.nik', nik: data.reporter.nik, role: 'reporter' },
    ...data.arrivals.map(({ nik }, index): NamedPerson => ({
      field: `arrivals.${index}.nik`,
      nik,
      role: 'subject',
    })),
  ];
}

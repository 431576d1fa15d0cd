/** What a revocation's report tells by itself: see `facts.ts` for what the register adds. */
import type { FormFacts } from '@lampid/domain/rules/form-facts';
import { attached, commonFormFacts, documentFormFacts } from '@lampid/processes/facts/common-facts';
import { personFormFacts, type NamedPerson } from '@lampid/processes/facts/person-facts';
import { revocationAttachments } from './documents.js';
import type { RevocationData } from './schema.js';

export const formFacts: FormFacts<RevocationData> = {
  ...commonFormFacts<RevocationData>({
    reporter: ({ reporter }) => reporter,
    eventDate: ({ decisionDate }) => ({ field: 'decisionDate', date: decisionDate }),
  }),
  ...personFormFacts(namedInRevocation),
  ...documentFormFacts(revocationAttachments),
  revocationGround: ({ data }) => data.ground,
  courtDecisionAttached: attached('putusan-pengadilan'),
  officeDecisionAttached: attached('keputusan-pejabat'),
};

/** Everybody named by NIK. */
export function namedInRevocation({ reporter }: RevocationData): NamedPerson[] {
  return [{ field: 'reporter.nik', nik: reporter.nik, role: 'reporter' }];
}

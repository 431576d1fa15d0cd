/** Facts of the table `revocation`, with the common ones. */
import type { Facts } from '@lampid/domain/rules/facts';
import type { FactsInput } from '@lampid/processes/define-event';
import { commonFacts, documentFacts, dukcapilFacts, extraFacts } from '@lampid/processes/facts/common-facts';
import { personFacts } from '@lampid/processes/facts/person-facts';
import { revocationAttachments } from './documents.js';
import type { RevocationData } from './schema.js';

export function revocationFacts(input: FactsInput<RevocationData>): Facts {
  const { data, registry, attachments, today } = input;
  const registration = registry.registration ?? null;
  return {
    ...commonFacts({
      input,
      reporter: data.reporter,
      attachments,
      card: null,
      jurisdiction: { field: 'ticket', areaCode: registration?.areaCode ?? null },
      eventDate: { field: 'decisionDate', date: data.decisionDate },
    }),
    ...personFacts({
      people: [{ field: 'reporter.nik', nik: data.reporter.nik, role: 'reporter' }],
      registry,
      knownAreas: input.knownAreas,
      today,
    }),
    ...documentFacts(revocationAttachments, input),
    ...dukcapilFacts([], input.dukcapil),
    ...extraFacts(data.extra),
    registrationStatus: registration?.status ?? null,
    registrationType: registration?.type ?? null,
    registrationCompleted: registration?.completed ?? null,
    registrationLetterInUse: registration?.letterInUse ?? null,
    registrationChangedSince: registration?.changedSince ?? null,
    revocationGround: data.ground,
    courtDecisionAttached: attachments.includes('putusan-pengadilan'),
    officeDecisionAttached: attachments.includes('keputusan-pejabat'),
  };
}

/** Facts of the table `revocation`, with the common ones. */
import type { Facts } from '@lampid/domain/rules/facts';
import { extraFacts, factsOf } from '@lampid/domain/rules/form-facts';
import type { FactsInput } from '@lampid/processes/define-event';
import { commonFacts, documentFacts, dukcapilFacts } from '@lampid/processes/facts/common-facts';
import { personFacts } from '@lampid/processes/facts/person-facts';
import { revocationAttachments } from './documents.js';
import { formFacts, namedInRevocation } from './form-facts.js';
import type { RevocationData } from './schema.js';

export function revocationFacts(input: FactsInput<RevocationData>): Facts {
  const { data, registry, today } = input;
  const registration = registry.registration ?? null;
  return {
    ...factsOf(formFacts, input),
    ...commonFacts({
      input,
      card: null,
      jurisdiction: { field: 'ticket', areaCode: registration?.areaCode ?? null },
    }),
    ...personFacts({
      people: namedInRevocation(data),
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
  };
}

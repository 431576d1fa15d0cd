/** Facts of the table in `rules.dmn`, with those of the common tables. */
import { residentByNik } from '@lampid/domain/registry/family';
import type { Facts } from '@lampid/domain/rules/facts';
import { extraFacts, factsOf } from '@lampid/domain/rules/form-facts';
import type { FactsInput } from '@lampid/processes/define-event';
import { activeCard, commonFacts, documentFacts } from '@lampid/processes/facts/common-facts';
import { personFacts } from '@lampid/processes/facts/person-facts';
import { answers } from './answers.js';
import { formFacts, namedIn } from './form-facts.js';
import type { ReportData } from './schema.js';

export function reportFacts(input: FactsInput<ReportData>): Facts {
  const { data, registry, knownAreas, today } = input;
  const card = activeCard(registry, data.familyCardNumber);
  const subject = residentByNik(registry, data.subject.nik);
  const people = namedIn(data).map((named) => ({
    ...named,
    isMember: named.role === 'subject' && card ? subject?.familyCardNumber === card.number : null,
  }));
  return {
    ...factsOf(formFacts, input),
    ...commonFacts({
      input,
      card: { field: 'familyCardNumber', number: data.familyCardNumber },
      jurisdiction: { field: 'familyCardNumber', areaCode: card?.address.areaCode ?? null },
    }),
    ...personFacts({ people, registry, knownAreas, today }),
    ...documentFacts(answers.attachments, input),
    ...extraFacts(data.extra),
    subjectStatus: subject?.status ?? null,
    nameAgrees: subject ? subject.name.toLowerCase() === data.subject.name.trim().toLowerCase() : null,
  };
}

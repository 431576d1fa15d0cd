/** Facts of the table in `rules.dmn`, with those of the common tables. */
import { residentByNik } from '@lampid/domain/registry/family';
import type { Facts } from '@lampid/domain/rules/facts';
import { extraFacts, factsOf } from '@lampid/domain/rules/form-facts';
import type { FactsInput } from '@lampid/processes/define-event';
import { commonFacts, documentFacts } from '@lampid/processes/facts/common-facts';
import { personFacts } from '@lampid/processes/facts/person-facts';
import { answers } from './answers.js';
import { formFacts, namedIn } from './form-facts.js';
import type { ReportData } from './schema.js';

export function reportFacts(input: FactsInput<ReportData>): Facts {
  const { data, registry, knownAreas, today } = input;
  const mustBeFound = answers.letter !== null || Boolean(data.subject.nik);
  const subject = residentByNik(registry, data.subject.nik);
  return {
    ...factsOf(formFacts, input),
    ...commonFacts({ input, card: null, jurisdiction: { field: 'rt', areaCode: input.operatorArea } }),
    ...personFacts({ people: namedIn(data), registry, knownAreas, today }),
    ...documentFacts(answers.attachments, input),
    ...extraFacts(data.extra),
    subjectFound: mustBeFound ? subject?.status === 'active' : null,
  };
}

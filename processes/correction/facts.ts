/** Facts of the table `correction`, with the common ones. */
import { changedElements } from '@lampid/domain/registry/correct-resident';
import { residentByNik } from '@lampid/domain/registry/family';
import type { Facts } from '@lampid/domain/rules/facts';
import { extraFacts, factsOf } from '@lampid/domain/rules/form-facts';
import type { FactsInput, Subject } from '@lampid/processes/define-event';
import { activeCard, commonFacts, documentFacts, dukcapilFacts } from '@lampid/processes/facts/common-facts';
import { personFacts } from '@lampid/processes/facts/person-facts';
import { correctionAttachments } from './documents.js';
import { correctionFault, givenElements } from './effect.js';
import { formFacts, namedInCorrection } from './form-facts.js';
import type { CorrectionData } from './schema.js';

/** Elements that say who somebody is (UU 23/2006 art. 52, 53, 56): decided by the head of the office as well. */
const IDENTITY = ['name', 'sex', 'birthDate', 'citizenship'] as const;

export function correctionFacts(input: FactsInput<CorrectionData> & { subjects: Subject[] }): Facts {
  const { data, registry, today } = input;
  const resident = data.subject === 'family' ? undefined : residentByNik(registry, data.resident?.nik);
  const fault = correctionFault({ data, registry, today });
  const changed =
    resident && data.subject === 'elements' ? changedElements(resident, givenElements(data)) : {};
  return {
    ...factsOf(formFacts, input),
    ...commonFacts({
      input,
      card:
        data.subject === 'family' && data.familyCardNumber
          ? { field: 'familyCardNumber', number: data.familyCardNumber }
          : null,
      jurisdiction: jurisdiction(input),
      ...(data.subject === 'family' && !data.familyCardNumber && data.address?.areaCode
        ? { destination: { field: 'address.areaCode', areaCode: data.address.areaCode } }
        : {}),
    }),
    ...personFacts({ people: namedInCorrection(data), registry, knownAreas: input.knownAreas, today }),
    ...documentFacts(correctionAttachments, input),
    ...dukcapilFacts(input.subjects, input.dukcapil),
    ...extraFacts(data.extra),
    changeFault: fault?.code ?? null,
    changeField: fault?.field ?? null,
    identityChanged: IDENTITY.some((element) => element in changed),
    nameChanged: 'name' in changed,
  };
}

/** Where the ledger would change: the card, or that of the resident. */
function jurisdiction({ data, registry }: FactsInput<CorrectionData>): {
  field: string;
  areaCode: string | null;
} {
  if (data.subject === 'family') {
    const card = activeCard(registry, data.familyCardNumber);
    return { field: 'familyCardNumber', areaCode: card?.address.areaCode ?? data.address?.areaCode ?? null };
  }
  const resident = residentByNik(registry, data.resident?.nik);
  const place = registry.uncarded.find(({ residentId }) => residentId === resident?.id);
  const card = activeCard(registry, resident?.familyCardNumber);
  return { field: 'resident.nik', areaCode: card?.address.areaCode ?? place?.areaCode ?? null };
}

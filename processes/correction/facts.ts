/** Facts of the table `correction`, with the common ones. */
import { changedElements } from '@lampid/domain/registry/correct-resident';
import { residentByNik } from '@lampid/domain/registry/family';
import type { Facts } from '@lampid/domain/rules/facts';
import type { FactsInput, Subject } from '@lampid/processes/define-event';
import {
  activeCard,
  commonFacts,
  documentFacts,
  dukcapilFacts,
  extraFacts,
} from '@lampid/processes/facts/common-facts';
import { personFacts, type JudgedPerson } from '@lampid/processes/facts/person-facts';
import { correctionAttachments, PROOFS } from './documents.js';
import { correctionFault, givenElements, givenMembers } from './effect.js';
import type { CorrectionData } from './schema.js';

/** Elements that say who somebody is (UU 23/2006 art. 52, 53, 56): decided by the head of the office as well. */
const IDENTITY = ['name', 'sex', 'birthDate', 'citizenship'] as const;

export function correctionFacts(input: FactsInput<CorrectionData> & { subjects: Subject[] }): Facts {
  const { data, registry, attachments, today } = input;
  const resident = data.subject === 'family' ? undefined : residentByNik(registry, data.resident?.nik);
  const fault = correctionFault({ data, registry, today });
  const changed =
    resident && data.subject === 'elements' ? changedElements(resident, givenElements(data)) : {};
  const courtOrderAttached = attachments.includes('penetapan-pengadilan');
  return {
    ...commonFacts({
      input,
      reporter: data.reporter,
      attachments,
      card:
        data.subject === 'family' && data.familyCardNumber
          ? { field: 'familyCardNumber', number: data.familyCardNumber }
          : null,
      jurisdiction: jurisdiction(input),
      ...(data.subject === 'family' && !data.familyCardNumber && data.address?.areaCode
        ? { destination: { field: 'address.areaCode', areaCode: data.address.areaCode } }
        : {}),
      eventDate: { field: 'proofDate', date: data.proofDate },
    }),
    ...personFacts({ people: people(data), registry, knownAreas: input.knownAreas, today }),
    ...documentFacts(correctionAttachments, input),
    ...dukcapilFacts(input.subjects, input.dukcapil),
    ...extraFacts(data.extra),
    correctionSubject: data.subject,
    correctionGround: data.ground,
    changeFault: fault?.code ?? null,
    changeField: fault?.field ?? null,
    proofAttached: PROOFS.some((kind) => attachments.includes(kind)),
    courtOrderAttached,
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

function people(data: CorrectionData): JudgedPerson[] {
  const reporter: JudgedPerson = { field: 'reporter.nik', nik: data.reporter.nik, role: 'reporter' };
  if (data.subject === 'family') {
    const members = givenMembers(data).map(({ nik }, index): JudgedPerson => ({
      field: `members.${index}.nik`,
      nik,
      role: 'other',
    }));
    return [reporter, ...members];
  }
  const real: JudgedPerson[] =
    data.subject === 'nik' ? [{ field: 'realNik', nik: data.realNik ?? '', role: 'other' }] : [];
  return [reporter, { field: 'resident.nik', nik: data.resident?.nik ?? '', role: 'other' }, ...real];
}

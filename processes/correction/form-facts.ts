/** What a correction's report tells by itself: see `facts.ts` for what the register adds. */
import type { FormFacts } from '@lampid/domain/rules/form-facts';
import { attached, commonFormFacts, documentFormFacts } from '@lampid/processes/facts/common-facts';
import { personFormFacts, type NamedPerson } from '@lampid/processes/facts/person-facts';
import { correctionAttachments, PROOFS } from './documents.js';
import { givenMembers } from './effect.js';
import type { CorrectionData } from './schema.js';

export const formFacts: FormFacts<CorrectionData> = {
  ...commonFormFacts<CorrectionData>({
    reporter: ({ reporter }) => reporter,
    eventDate: ({ proofDate }) => ({ field: 'proofDate', date: proofDate }),
  }),
  ...personFormFacts(namedInCorrection),
  ...documentFormFacts(correctionAttachments),
  correctionSubject: ({ data }) => data.subject,
  correctionGround: ({ data }) => data.ground,
  proofAttached: ({ attachments }) => PROOFS.some((kind) => attachments.includes(kind)),
  courtOrderAttached: attached('penetapan-pengadilan'),
};

/** Everybody named by NIK. */
export function namedInCorrection(data: CorrectionData): NamedPerson[] {
  const reporter: NamedPerson = { field: 'reporter.nik', nik: data.reporter.nik, role: 'reporter' };
  if (data.subject === 'family') {
    const members = givenMembers(data).map(({ nik }, index): NamedPerson => ({
      field: `members.${index}.nik`,
      nik,
      role: 'other',
    }));
    return [reporter, ...members];
  }
  const real: NamedPerson[] =
    data.subject === 'nik' ? [{ field: 'realNik', nik: data.realNik ?? '', role: 'other' }] : [];
  return [reporter, { field: 'resident.nik', nik: data.resident?.nik ?? '', role: 'other' }, ...real];
}

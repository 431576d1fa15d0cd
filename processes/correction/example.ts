/** A correction that no rule objects to: the occupation of a demo family's head was recorded wrongly. */
import { addDays } from '@lampid/domain/dates';
import { membersOf } from '@lampid/domain/registry/family';
import type { ExampleInput } from '@lampid/processes/define-event';
import { personOf, reporterOf } from '@lampid/processes/example-people';
import type { CorrectionData } from './schema.js';

/** Wiraswasta, or guru where that is what is recorded. */
const OCCUPATIONS = [88, 65];

export function correctionExample({ registry, documents, today }: ExampleInput): CorrectionData {
  const { resident } = membersOf(registry, registry.familyCards[0]!)[0]!;
  return {
    subject: 'elements',
    ground: 'document',
    proofDate: addDays(today, -3),
    explanation: 'Pekerjaan pada KK tidak sesuai surat keterangan kerja.',
    resident: personOf(resident),
    elements: { occupation: OCCUPATIONS.find((code) => code !== resident.occupation)! },
    reporter: reporterOf(resident, 'self'),
    documents: documents(['f-1-06', 'bukti-data']),
  };
}

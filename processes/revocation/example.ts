/** A revocation of a report that was registered in the kelurahan and that nobody asked to revoke before. */
import { membersOf } from '@lampid/domain/registry/family';
import type { ExampleInput } from '@lampid/processes/define-event';
import { reporterOf } from '@lampid/processes/example-people';
import type { RevocationData } from './schema.js';

export function revocationExample({ neighbours, documents, today, ticket }: ExampleInput): RevocationData {
  const { resident } = membersOf(neighbours, neighbours.familyCards[0]!)[0]!;
  return {
    ticket: ticket ?? '',
    ground: 'court',
    decisionDate: today,
    explanation: 'Putusan pengadilan negeri menyatakan pencatatan ini batal.',
    reporter: reporterOf(resident, 'other'),
    documents: documents(['putusan-pengadilan', 'f-1-07']),
  };
}

/** A death that no rule objects to: somebody of a demo family who is neither its head nor married in it. */
import { addDays } from '@lampid/domain/dates';
import { membersOf } from '@lampid/domain/registry/family';
import { widowedBy } from '@lampid/domain/registry/death';
import type { ExampleInput } from '@lampid/processes/define-event';
import { personOf, reporterOf, witnessesAmong } from '@lampid/processes/example-people';
import type { DeathData } from './schema.js';

export function deathExample({ registry, neighbours, documents, today }: ExampleInput): DeathData {
  const card = registry.familyCards[0]!;
  const family = { card, members: membersOf(registry, card) };
  const head = family.members[0]!;
  const [deceased] = family.members
    .filter((member) => member.relation !== 1 && widowedBy(family, member).length === 0)
    .sort((a, b) => (a.resident.birthDate < b.resident.birthDate ? -1 : 1));
  if (!deceased) throw new Error('the example of a death needs a member who leaves nobody widowed');
  return {
    familyCardNumber: card.number,
    deceased: personOf(deceased.resident),
    deathDate: addDays(today, -2),
    deathTime: '04:15',
    cause: 1,
    place: 'RSUP Dr. Hasan Sadikin, Kota Bandung',
    certifiedBy: 1,
    bodyFound: true,
    reporter: reporterOf(head.resident, 'head'),
    witnesses: witnessesAmong(neighbours, today),
    documents: documents(['f-2-01', 'kk', 'ktp', 'surat-kematian']),
  };
}

/** A move that no rule objects to: a whole demo family to another city. */
import { membersOf } from '@lampid/domain/registry/family';
import type { ExampleInput } from '@lampid/processes/define-event';
import { personOf, reporterOf } from '@lampid/processes/example-people';
import type { MoveData } from './schema.js';

export function moveExample({ registry, documents, foreignArea }: ExampleInput): MoveData {
  const card = registry.familyCards[0]!;
  const members = membersOf(registry, card);
  return {
    familyCardNumber: card.number,
    destination: { areaCode: foreignArea, street: 'Jl. Merdeka 45', rt: '003', rw: '005', postalCode: null },
    moveType: 2,
    reason: 1,
    statusKkMoving: 2,
    movers: members.map(({ resident }) => personOf(resident)),
    housing: 'owned',
    stay: 'settle',
    reporter: reporterOf(members[0]!.resident, 'head'),
    documents: documents(['f-1-03', 'kk']),
  };
}

/** An arrival that no rule objects to: everybody on a letter of another city, into a house and a card of their own. */
import { isAdult } from '@lampid/domain/registry/family';
import type { ExampleInput } from '@lampid/processes/define-event';
import { personOf, reporterOf } from '@lampid/processes/example-people';
import type { ArrivalData } from './schema.js';

export function arrivalExample({ letter, documents, today }: ExampleInput): ArrivalData {
  if (!letter) throw new Error('the example of an arrival needs a letter of another city');
  const adults = letter.members.filter((member) => isAdult(member, today));
  const head = adults.find(({ relation }) => relation === 1) ?? adults[0];
  if (!head) throw new Error('the example of an arrival needs an adult on the letter');
  return {
    letterNumber: letter.number,
    destination: letter.destination,
    cardStatus: 'new',
    headNik: head.nik,
    arrivals: letter.members.map((member) => ({
      ...personOf(member),
      ktpSurrendered: isAdult(member, today),
    })),
    arrivalDate: today,
    housing: 'owned',
    reporter: reporterOf(head, 'self'),
    documents: documents(['skpwni', 'ktp']),
  };
}

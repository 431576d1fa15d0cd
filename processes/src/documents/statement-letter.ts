/** A letter that states something about one resident: who it is, as the register knows it, and what the report says. */
import { personRows, subjectOf, type Row } from '@lampid/domain/documents/person-rows';
import type { IssuedDocument } from '../define-event.js';
import { letterKind, type EventAnswers } from '../new-event/answers.js';
import { residentOf } from './about.js';

/** `said`: what the report adds, in the order of the letter. The type must issue one. */
export function statementLetter<Data>(
  answers: EventAnswers,
  said: (data: Data) => Row[],
): IssuedDocument<Data>[] {
  const { letter, law } = answers;
  if (!letter) return [];
  const { names } = letter;
  const kind = letterKind(answers);
  const content: IssuedDocument<Data>['content'] = (input) => {
    const resident = residentOf(input);
    const card = input.registry.familyCards.find(({ number }) => number === resident.familyCardNumber);
    const address = card?.address;
    return {
      ...{ kind, title: names, number: null, city: input.city },
      issuedOn: input.registered.registeredOn,
      sections: [
        {
          heading: null,
          rows: [
            ...personRows(resident),
            {
              label: { id: 'Alamat', en: 'Address' },
              value: address ? `${address.street}, RT ${address.rt}/RW ${address.rw}` : '-',
            },
          ],
        },
        { heading: { id: 'Keterangan', en: 'Statement' }, rows: said(input.data) },
      ],
      subject: subjectOf(resident),
      legalBasis: law.basis,
    };
  };
  return [{ kind, names, content }];
}

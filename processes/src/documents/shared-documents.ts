/** Documents that several event types issue. */
import { familyCardContent } from '@lampid/domain/documents/family-card';
import { identityCardContent } from '@lampid/domain/documents/identity-card';
import type { IssuedDocument } from '../define-event.js';
import { cardOf, residentOf } from './about.js';

export const familyCardDocument: IssuedDocument<unknown> = {
  kind: 'kk',
  names: { id: 'Kartu Keluarga', en: 'Family card' },
  content: (input) =>
    familyCardContent({
      card: cardOf(input),
      residents: input.registry.residents,
      issuedOn: input.registered.registeredOn,
      city: input.city,
    }),
};

export const identityCardDocument = identityCard('ktp-el', {
  id: 'Pengantar KTP-el',
  en: 'Identity card order',
});
export const childCardDocument = identityCard('kia', {
  id: 'Pengantar KIA',
  en: 'Child identity card order',
});

function identityCard(kind: 'ktp-el' | 'kia', names: IssuedDocument['names']): IssuedDocument<unknown> {
  return {
    kind,
    names,
    content: (input) => {
      const resident = residentOf(input);
      const card = input.registry.familyCards.find(({ number }) => number === resident.familyCardNumber);
      return identityCardContent({
        kind,
        resident,
        address: card?.address ?? null,
        issuedOn: input.registered.registeredOn,
        city: input.city,
      });
    },
  };
}

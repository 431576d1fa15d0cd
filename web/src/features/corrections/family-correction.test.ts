import { expect, it } from 'vitest';
import type { TakenBackPerson } from './api/restoration.js';
import { familyCorrection, placeOf } from './family-correction.js';

const person: TakenBackPerson = {
  residentId: '01a2046c-64ab-752f-8f60-7b3b3b91290b',
  nik: '3273020101809001',
  name: 'BUDI',
  status: 'active',
  formerCardNumber: '3273020101209001',
  formerRelation: 1,
  cardId: null,
  cardNumber: null,
  relation: null,
};
const widow = { ...person, name: 'SITI', formerRelation: 3, cardNumber: '3273022711269001', relation: 1 };

it('says who is back and who is not', () => {
  expect(placeOf(person)).toBe('without-card');
  expect(placeOf(widow)).toBe('elsewhere');
  expect(placeOf({ ...widow, cardNumber: person.formerCardNumber, relation: 3 })).toBe('restored');
  expect(placeOf({ ...widow, formerCardNumber: null })).toBe('restored');
  expect(placeOf({ ...person, status: 'moved-out' })).toBe('gone');
});

it('proposes that those on no card join what is left of the family', () => {
  expect(familyCorrection([person, widow], '32.73.02.1004')).toEqual({
    subject: 'family',
    ground: 'document',
    areaCode: '32.73.02.1004',
    familyCardNumber: '3273022711269001',
    members: [{ name: 'BUDI', nik: '3273020101809001', relation: 1 }],
  });
  expect(familyCorrection([person], '32.73.02.1004')).not.toHaveProperty('familyCardNumber');
});

import type { ReportData } from '../../api/wire.js';
import type { TakenBackPerson } from './api/restoration.js';

/** `restored`: back where they were. `gone`: not in the population, so on no card. */
export type Place = 'restored' | 'elsewhere' | 'without-card' | 'gone';

export function placeOf(person: TakenBackPerson): Place {
  if (person.status !== 'active') return 'gone';
  if (person.cardNumber === null) return 'without-card';
  const same = person.cardNumber === person.formerCardNumber && person.relation === person.formerRelation;
  return same || person.formerCardNumber === null ? 'restored' : 'elsewhere';
}

/** The correction that an officer probably means: those on no card join the card of the family that is left. */
export function familyCorrection(people: readonly TakenBackPerson[], areaCode: string): ReportData {
  const card = people.find((person) => person.status === 'active' && person.cardNumber !== null)?.cardNumber;
  const homeless = people.filter((person) => placeOf(person) === 'without-card');
  return {
    subject: 'family',
    ground: 'document',
    areaCode,
    ...(card ? { familyCardNumber: card } : {}),
    members: homeless.map(({ name, nik, formerRelation }) => ({ name, nik, relation: formerRelation })),
  };
}

import { http } from '../../../api/http.js';
import type { FormAids, FoundFamily, FoundPerson } from '../../forms/form-aids/form-aids.js';

/** Whom a report of this type names, asked by POST: no number stands in an address. */
export const lookUpFor = (type: string): NonNullable<FormAids['people']> => ({
  async person(nik, signal) {
    const answer = await http.post<{ person: FoundPerson | null }>(
      ...(['/api/v1/residents/lookup', { nik, type }, { signal }] as const),
    );
    return answer.person;
  },
  async family(number, signal) {
    const answer = await http.post<{ family: FoundFamily | null }>(
      ...(['/api/v1/family-cards/lookup', { number, type }, { signal }] as const),
    );
    return answer.family;
  },
});

import { useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

export interface FamilyMember {
  nik: string;
  name: string;
  sex: number;
  birthDate: string;
  /** SHDK */
  relation: number;
  self: boolean;
}

/** Of the citizen who is signed in, in full. */
export interface Family {
  number: string;
  address: { areaCode: string; street: string; rt: string; rw: string };
  members: FamilyMember[];
}

export function useFamily() {
  return useQuery({
    queryKey: ['family'],
    queryFn: ({ signal }) => http.get<Family>('/api/v1/family', { signal }),
  });
}

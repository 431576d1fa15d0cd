import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

export interface FamilyCardMember {
  residentId: string;
  nik: string;
  name: string;
  sex: 1 | 2;
  birthPlace: string;
  birthDate: string;
  maritalStatus: number;
  status: 'active' | 'dead' | 'moved-out';
  relation: number;
  since: string;
  until: string | null;
}

export interface FamilyCard {
  id: string;
  number: string;
  status: 'active' | 'closed';
  address: {
    areaCode: string;
    street: string;
    rt: string;
    rw: string;
    postalCode: string | null;
    areaName: string | null;
  };
  openedOn: string;
  closedOn: string | null;
  closedReason: string | null;
  members: FamilyCardMember[];
  formerMembers: FamilyCardMember[];
}

export const familyCardQuery = (id: string) =>
  queryOptions({
    queryKey: ['family-cards', id],
    queryFn: ({ signal }) =>
      http.get<FamilyCard>(`/api/v1/family-cards/${encodeURIComponent(id)}`, { signal }),
  });

export function useFamilyCard(id: string) {
  return useQuery(familyCardQuery(id));
}

import type { Text } from '@lampid/domain/rules/finding';
import { useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

export interface MemberView {
  resident: string;
  name: string;
  /** Masked; null while it is to be allocated. */
  nik: string | null;
  relation: number;
  maritalStatus: number;
}

export interface AddressView {
  areaCode: string;
  areaName: string | null;
  street: string;
  rt: string;
  rw: string;
}

export type MemberChange = 'joins' | 'leaves' | 'relation' | 'data';

export interface FamilyChange {
  number: string | null;
  fate: 'kept' | 'opened' | 'closed';
  addressBefore: AddressView | null;
  addressAfter: AddressView | null;
  before: MemberView[];
  after: MemberView[];
  changes: Record<string, MemberChange>;
}

export interface Consequences {
  fingerprint: string | null;
  conflict: { code: string; message: Text } | null;
  families: FamilyChange[];
  people: {
    resident: string;
    name: string;
    elements: { element: string; before: string | number | null; after: string | number | null }[];
  }[];
  deeds: { kind: string; code: string }[];
  moveLetters: { destination: AddressView; people: number }[];
  postings: {
    kind: string;
    unit: 'person' | 'family';
    areaCode: string;
    areaName: string | null;
    amount: number;
  }[];
  revokes: string | null;
}

/** As the register is when it is asked; the decision says which answer it saw. */
export function useConsequences(reportId: string) {
  return useQuery({
    queryKey: ['reports', 'consequences', reportId],
    queryFn: ({ signal }) =>
      http.get<Consequences>(`/api/v1/reports/${encodeURIComponent(reportId)}/consequences`, { signal }),
  });
}

import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Page } from '../../../api/wire.js';

/** Numbers come masked (`3273********0001`) unless they were revealed. */
export interface FoundResident {
  id: string;
  nik: string;
  name: string;
  sex: 1 | 2;
  birthDate: string;
  status: 'active' | 'dead' | 'moved-out';
  familyCardId: string | null;
  familyCardNumber: string | null;
  areaCode: string | null;
  areaName: string | null;
}

export interface Resident extends FoundResident {
  birthPlace: string;
  religion: number;
  maritalStatus: number;
  education: number;
  occupation: number;
  bloodType: number;
  citizenship: number;
  fatherName: string | null;
  motherName: string | null;
  deathDate: string | null;
  relation: number | null;
  deeds: { number: string; kind: string; registeredOn: string; status: 'valid' | 'void'; reportId: string }[];
}

export interface ResidentSearch {
  name?: string;
  nik?: string;
  familyCardNumber?: string;
}

/** A POST, so that no number stands in an address or a log; `cursor` leads to the next page. */
export function useSearchResidents() {
  return useMutation({
    mutationFn: (search: ResidentSearch & { cursor?: string }) =>
      http.post<Page<FoundResident>>('/api/v1/residents/search', search),
  });
}

export const residentQuery = (id: string) =>
  queryOptions({
    queryKey: ['residents', id],
    queryFn: ({ signal }) => http.get<Resident>(`/api/v1/residents/${encodeURIComponent(id)}`, { signal }),
  });

export function useResident(id: string) {
  return useQuery(residentQuery(id));
}

/** The whole numbers, for a reason that is written into the audit log. */
export function useRevealResident(id: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      http.post<Resident>(`/api/v1/residents/${encodeURIComponent(id)}/reveal`, { reason }),
  });
}

import { useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

export interface Likeness {
  name: string;
  birthDate: string;
  sex: number | null;
  motherName: string | null;
}

export type LikenessReason =
  'name' | 'birth-date' | 'birth-date-swapped' | 'birth-date-near' | 'sex' | 'mother';

export interface DuplicatePair {
  field: string;
  newcomer: Likeness;
  candidate: Likeness & {
    residentId: string | null;
    nik: string | null;
    status: 'active' | 'dead' | 'moved-out' | 'void' | null;
    reportId: string | null;
    ticket: string | null;
    areaName: string | null;
  };
  score: number;
  reasons: LikenessReason[];
}

export function useDuplicates(reportId: string) {
  return useQuery({
    queryKey: ['reports', 'duplicates', reportId],
    queryFn: ({ signal }) =>
      http.get<{ items: DuplicatePair[] }>(`/api/v1/reports/${encodeURIComponent(reportId)}/duplicates`, {
        signal,
      }),
    select: ({ items }) => items,
  });
}

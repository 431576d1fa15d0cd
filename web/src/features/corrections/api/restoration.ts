import { useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

/** Somebody of a registration that was taken back. */
export interface TakenBackPerson {
  residentId: string;
  nik: string;
  name: string;
  status: 'active' | 'dead' | 'moved-out' | 'void';
  formerCardNumber: string | null;
  formerRelation: number | null;
  cardId: string | null;
  cardNumber: string | null;
  relation: number | null;
}

export function useRestoration(reportId: string) {
  return useQuery({
    queryKey: ['reports', 'restoration', reportId],
    queryFn: ({ signal }) =>
      http.get<{ people: TakenBackPerson[] }>(`/api/v1/reports/${encodeURIComponent(reportId)}/restoration`, {
        signal,
      }),
    select: ({ people }) => people,
  });
}

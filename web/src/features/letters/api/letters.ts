import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { IssuedDocument } from '../../../api/wire.js';

const address = (residentId: string) => `/api/v1/residents/${encodeURIComponent(residentId)}/letters`;
const keyOf = (residentId: string) => ['residents', residentId, 'letters'];

export function useLetters(residentId: string) {
  return useQuery({
    queryKey: keyOf(residentId),
    queryFn: ({ signal }) => http.get<{ items: IssuedDocument[] }>(address(residentId), { signal }),
  });
}

export interface LetterOrder {
  kind: 'biodata' | 'surat-keterangan';
  /** Printed on a statement. */
  purpose?: string;
}

/** Issues one; it is written into the audit log. */
export function usePrintLetter(residentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: LetterOrder) =>
      http.post<{ id: string; number: string; href: string }>(address(residentId), order),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(residentId) }),
  });
}

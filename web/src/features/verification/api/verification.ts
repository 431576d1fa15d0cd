import { useQuery } from '@tanstack/react-query';
import type { Text } from '@lampid/domain/rules/finding';
import { http } from '../../../api/http.js';

export interface Verification {
  kind: string;
  names: Text;
  office: string;
  issuedOn: string;
  status: 'valid' | 'void' | 'superseded';
  contentVerified: boolean;
  file: { sha256: string; verified: boolean } | null;
  /** Masked. */
  subject: { name: string; nik: string; birthYear: string } | null;
}

export function useVerification(code: string) {
  return useQuery({
    queryKey: ['verification', code],
    queryFn: ({ signal }) => http.get<Verification>(`/api/v1/verify/${encodeURIComponent(code)}`, { signal }),
    retry: false,
    refetchOnWindowFocus: false,
  });
}

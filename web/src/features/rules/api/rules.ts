import type { ComparedFact, Severity, Text } from '@lampid/domain/rules/finding';
import { useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

export interface Rule {
  type: string;
  version: number;
  table: { id: string; names: Text };
  code: string;
  severity: Severity;
  message: Text;
  legalBasis: string | null;
  effectiveFrom: string | null;
  effectiveUntil: string | null;
  conditions: { fact: string; label: Text; cell: string }[];
  example: ComparedFact[] | null;
  fired: { ever: number; lately: number };
}

export function useRules(type: string) {
  return useQuery({
    queryKey: ['rules', type],
    queryFn: ({ signal }) => http.get<{ items: Rule[] }>('/api/v1/rules', { query: { type }, signal }),
    select: ({ items }) => items,
    staleTime: 60_000,
  });
}

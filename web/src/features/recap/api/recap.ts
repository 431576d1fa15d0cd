import type { A9Cells, A9Totals } from '@lampid/domain/ledger/a9-cells';
import type { Text } from '@lampid/domain/rules/finding';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { ClosedMarkProps } from '../../closings/components/closed-mark.js';

export interface RecapRow {
  id: string;
  /** Row number of the form A-9; null for the rows that only rollups have. */
  number: number | null;
  names: Text;
  cells: A9Cells;
  totals: A9Totals;
}

export interface Recap {
  /** `YYYY-MM`. */
  month: string;
  area: string;
  areaName: string;
  closed: ClosedMarkProps['closed'];
  rows: RecapRow[];
  /** Annex: where those who moved out went. */
  departures: ({ target: string; names: Text } & A9Totals & Pick<A9Cells, 'familyMale' | 'familyFemale'>)[];
  /** Null: cannot be told for this month. */
  checks: { id: string; names: Text; holds: boolean | null }[];
}

export const recapQuery = (question: { month: string; area: string }) =>
  queryOptions({
    queryKey: ['recap', question],
    queryFn: ({ signal }) => http.get<Recap>('/api/v1/recap', { query: question, signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

export function useRecap(question: { month: string; area: string }) {
  return useQuery(recapQuery(question));
}

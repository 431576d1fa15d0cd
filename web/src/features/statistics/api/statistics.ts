import type { Text } from '@lampid/domain/rules/finding';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Page } from '../../../api/wire.js';

export const DIMENSIONS = [
  ...(['event', 'month', 'sex', 'age', 'area', 'lateness', 'duration'] as const),
  ...(['satisfaction', 'satisfactionArea'] as const),
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Months `YYYY-MM`, both included. */
export interface Question {
  from: string;
  to: string;
  area: string;
}

export interface Statistics {
  by: Dimension;
  area: string;
  areaName: string;
  unit: 'people' | 'cases' | 'hours' | 'answers';
  series: { id: string; names: Text }[];
  /** `values` in the order of the series. */
  parts: { key: string; names: Text; values: (number | null)[] }[];
}

export function useStatistics(by: Dimension, question: Question) {
  return useQuery({
    queryKey: ['statistics', by, question],
    queryFn: ({ signal }) =>
      http.get<Statistics>('/api/v1/statistics', { query: { by, ...question }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** What narrows the cases down to those of a bar; a month or area of its own stands in the question. */
export interface BarFilter {
  row?: string;
  sex?: string;
  age?: string;
  type?: string;
  late?: string;
}

export interface RegisteredCase {
  id: string;
  ticket: string;
  type: string;
  areaName: string;
  mayOpen: boolean;
  registeredOn: string;
  late: boolean;
  hours: number | null;
}

export function useBarCases(question: Question & BarFilter) {
  return useInfiniteQuery({
    queryKey: ['statistics', 'cases', question],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<RegisteredCase> & { total: number }>('/api/v1/statistics/cases', {
        query: { ...question, limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

import type { BookTable } from '@lampid/domain/ledger/book-table';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http, withQuery } from '../../../api/http.js';

export type BookId = 'a9' | 'b2' | 'b3' | 'rt' | 'areas';

export interface Book {
  book: BookId;
  title: string;
  tables: BookTable[];
}

export interface BookQuestion {
  month: string;
  area: string;
}

export function useBook(book: BookId, question: BookQuestion) {
  return useQuery({
    queryKey: ['recap', 'book', book, question],
    queryFn: ({ signal }) =>
      http.get<Book>(`/api/v1/recap/books/${book}`, { query: { ...question }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

export function bookFile(book: BookId, format: 'xlsx' | 'pdf', question: BookQuestion): string {
  return withQuery(`/api/v1/recap/books/${book}/${format}`, { ...question });
}

/** A cell of the A-9 that somebody wants the names of. */
export interface CellRef {
  row: string;
  cell: string;
  /** Klasifikasi, for the annex. */
  moveClass?: number;
}

export interface NamedPosting {
  id: string;
  kind: string;
  sign: 1 | -1;
  unit: 'person' | 'family';
  sex: 1 | 2;
  eventDate: string;
  reportDate: string;
  rt: string;
  rw: string;
  reverses: string | null;
  reportId: string | null;
  ticket: string | null;
  mayOpen: boolean;
  residentId: string | null;
  nik: string | null;
  name: string | null;
  cardId: string | null;
  cardNumber: string | null;
}

interface NamesPage {
  items: NamedPosting[];
  next: string | null;
  value: number;
  lines: number;
}

export function useNames(question: BookQuestion & CellRef) {
  return useInfiniteQuery({
    queryKey: ['recap', 'names', question],
    queryFn: ({ pageParam, signal }) =>
      http.get<NamesPage>('/api/v1/recap/names', {
        query: { ...question, limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.js';
import { LoadingLines } from './loading-lines.js';
import { NothingHere } from './nothing-here.js';
import { ProblemAlert } from './problem-alert.js';
import { commonWords } from './words.js';

interface QueryStateProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'refetch'>;
  /** When given and true, `empty` stands in place of the children. */
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Loading, failed, empty or there: the four states of everything that comes from the API. */
export function QueryState<Data>({ query, isEmpty, empty, children }: QueryStateProps<Data>) {
  const words = useWords(commonWords);
  if (query.data === undefined) {
    if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
    return <LoadingLines />;
  }
  const body =
    isEmpty?.(query.data) === true
      ? (empty ?? <NothingHere>{words.nothing}</NothingHere>)
      : children(query.data);
  return (
    <>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {body}
    </>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { useLanguage } from '../../../i18n/language.js';
import type { Resource } from '../../models/api/resource.js';
import type { ProblemItem } from '../../../api/problem.js';

export interface BundleFaults {
  errors: ProblemItem[];
  warnings: ProblemItem[];
}

/** What the lint finds in these files as they stand in the editors (`before`: the version that they change, `newType`: the event type that they make); the last answer stays until the next is there. */
export function useLint(
  files: {
    resources: readonly Resource[];
    before?: string;
    newType?: { id: string; template: string };
  },
  stamp: number,
  enabled: boolean,
) {
  return useQuery({
    enabled,
    queryKey: ['lint', stamp],
    queryFn: ({ signal }) => http.post<BundleFaults>('/api/v1/processes/lint', files, { signal }),
    placeholderData: keepPreviousData,
    ...{ gcTime: 0, retry: false },
  });
}

/** An element template, as far as the studio itself reads it; the editor's library reads the rest. */
export interface StepTemplate {
  id: string;
  name: string;
  description: string;
  appliesTo: string[];
}

/** Element templates made from the contracts of the tasks, in the language of the page. */
export function useElementTemplates() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['element-templates', language],
    queryFn: ({ signal }) =>
      http.get<{ items: StepTemplate[] }>('/api/v1/element-templates', { query: { language }, signal }),
    select: ({ items }) => items,
    staleTime: Infinity,
  });
}

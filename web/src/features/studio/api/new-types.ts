import type { Role } from '@lampid/domain/roles';
import type { Text } from '@lampid/domain/rules/finding';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { ModelDraft, TypeAnswers } from './drafts.js';

/** As `GET /api/v1/event-templates` answers. */
export interface EventTemplate {
  id: string;
  names: Text;
  description: Text;
  reporters: Role[];
  needsLetter: boolean;
}

export interface EventTemplates {
  items: EventTemplate[];
  freeTicketLetters: string[];
}

export interface NewTypeAnswers extends TypeAnswers {
  template: string;
}

export function useEventTemplates() {
  return useQuery({
    queryKey: ['event-templates'],
    queryFn: ({ signal }) => http.get<EventTemplates>('/api/v1/event-templates', { signal }),
    // Nothing may move under the hands of whoever fills it in; the server judges what was taken meanwhile.
    ...{ refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 },
  });
}

export function useMakeNewType() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answers: NewTypeAnswers) => http.post<ModelDraft>('/api/v1/event-templates/drafts', answers),
    onSuccess: () => client.invalidateQueries({ queryKey: ['model-drafts'] }),
  });
}

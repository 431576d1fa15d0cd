import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

export interface NoteTemplate {
  id: string;
  note: string;
}

const PATH = '/api/v1/note-templates';
const KEY = ['note-templates'];

/** They change a few times a year. */
export function useNoteTemplates(enabled = true) {
  return useQuery({
    ...{ queryKey: KEY, enabled, staleTime: 60_000 },
    queryFn: ({ signal }) => http.get<{ items: NoteTemplate[] }>(PATH, { signal }),
    select: ({ items }) => items,
  });
}

export function useAddNoteTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (note: string) => http.post<NoteTemplate>(PATH, { note }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRemoveNoteTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(`${PATH}/${encodeURIComponent(id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

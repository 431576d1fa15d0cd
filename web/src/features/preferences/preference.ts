/** What an officer has set for themselves; kept on the server, so it follows them to every computer. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/http.js';

export type PreferenceKey = 'tasks' | 'notes' | 'tour';

interface Wire {
  value: unknown;
}

const pathOf = (key: PreferenceKey) => `/api/v1/session/preferences/${key}`;

/** `read` makes something usable of whatever is kept, null included: an older version of the page may have written it. */
export function usePreference<Value>(key: PreferenceKey, read: (kept: unknown) => Value) {
  const client = useQueryClient();
  const queryKey = ['preferences', key];
  const kept = useQuery({
    queryKey,
    queryFn: ({ signal }) => http.get<Wire>(pathOf(key), { signal }),
    staleTime: Infinity,
  });
  const write = useMutation({
    mutationFn: (value: Value) => http.put<Wire>(pathOf(key), { value }),
    onMutate: (value) => client.setQueryData(queryKey, { value }),
    onError: () => client.invalidateQueries({ queryKey }),
  });
  return {
    isLoaded: kept.data !== undefined,
    value: read(kept.data?.value ?? null),
    set: write.mutate,
    error: write.error,
  };
}

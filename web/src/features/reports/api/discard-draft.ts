import { useMutation, useQueryClient } from '@tanstack/react-query';
import { discardDraft } from './save-draft.js';

export function useDiscardDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: discardDraft,
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports', 'list'] }),
  });
}

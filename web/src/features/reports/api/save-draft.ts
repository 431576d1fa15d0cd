import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { ReportData, ReportSummary } from '../../../api/wire.js';

interface Draft {
  /** Chosen here, so that a lost answer is repeated without harm. */
  id: string;
  type: string;
  data: ReportData;
}

function saveDraft({ id, type, data }: Draft): Promise<Pick<ReportSummary, 'id'>> {
  return http.put(`/api/v1/reports/${encodeURIComponent(id)}`, { type, data });
}

export function useSaveDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: saveDraft,
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports', 'list'] }),
  });
}

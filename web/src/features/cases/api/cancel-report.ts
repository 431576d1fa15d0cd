import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

export function useCancelReport(reportId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      http.post<unknown>(`/api/v1/reports/${encodeURIComponent(reportId)}/cancel`, { reason }),
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
}

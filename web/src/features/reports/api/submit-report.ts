import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { ReportData, ReportSummary } from '../../../api/wire.js';

interface Submission {
  /** Of the draft that becomes the report, or null. */
  draftId: string | null;
  type: string;
  data: ReportData;
  /** The notification that it is made of, or null. */
  answers: string | null;
  idempotencyKey: string;
}

type Submitted = Pick<ReportSummary, 'id' | 'ticket' | 'type' | 'status'>;

function submitReport({ draftId, type, data, answers, idempotencyKey }: Submission): Promise<Submitted> {
  return http.post<Submitted>(
    '/api/v1/reports',
    { type, data, ...(draftId && { draftId }), ...(answers && { answers }) },
    { headers: { 'idempotency-key': idempotencyKey } },
  );
}

export function useSubmitReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: submitReport,
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
}

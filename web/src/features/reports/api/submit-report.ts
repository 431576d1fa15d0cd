import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { ProblemError } from '../../../api/problem.js';
import type { Report, ReportData, ReportSummary } from '../../../api/wire.js';

export interface Submission {
  /** Of the draft that becomes the report. Made when the form opened, it also names the submission: a reload does not change it. */
  id: string;
  type: string;
  data: ReportData;
  /** The notification that it is made of, or null. */
  answers: string | null;
  /** Username: the server refuses it under the sign-in of anybody else. */
  begunBy: string;
}

export type Submitted = Pick<ReportSummary, 'id' | 'ticket' | 'type' | 'status'>;

/**
 * Sent twice, it is one report: by its key while the server remembers that (a day), and by its id for ever. What was submitted before, by
 * a call whose answer was lost, is answered as if it were now.
 */
export async function submitReport({ id, type, data, answers, begunBy }: Submission): Promise<Submitted> {
  try {
    return await http.post<Submitted>(
      '/api/v1/reports',
      { type, data, begunBy, draftId: id, ...(answers && { answers }) },
      { headers: { 'idempotency-key': id } },
    );
  } catch (error) {
    const before = mayBeSubmitted(error) ? await submittedBefore(id) : null;
    if (before) return before;
    throw error;
  }
}

function mayBeSubmitted(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  return error.status === 404 || error.problem.type === '/problems/idempotency-key-reused';
}

async function submittedBefore(id: string): Promise<Submitted | null> {
  try {
    const report = await http.get<Report>(`/api/v1/reports/${encodeURIComponent(id)}`);
    return report.status === 'draft' ? null : report;
  } catch (error) {
    if (error instanceof ProblemError && (error.status === 404 || error.status === 403)) return null;
    throw error;
  }
}

export function useSubmitReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: submitReport,
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
}

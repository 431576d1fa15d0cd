import { useMutation } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Finding, ReportData } from '../../../api/wire.js';

export interface ReportToCheck {
  type: string;
  data: ReportData;
  /** Of a report that was submitted before: it is no double of itself. */
  reportId?: string;
}

/** Runs the tables of the deployed model over a report without submitting it. */
export function checkReport(report: ReportToCheck, signal?: AbortSignal): Promise<{ findings: Finding[] }> {
  return http.post('/api/v1/reports/check', report, { signal });
}

export function useCheckReport() {
  return useMutation({ mutationFn: (report: ReportToCheck) => checkReport(report) });
}

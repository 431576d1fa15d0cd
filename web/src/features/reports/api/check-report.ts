import { useMutation } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Finding, ReportData } from '../../../api/wire.js';

/** Runs the tables of the deployed model over a report without submitting it. */
function checkReport(report: { type: string; data: ReportData }): Promise<{ findings: Finding[] }> {
  return http.post('/api/v1/reports/check', report);
}

export function useCheckReport() {
  return useMutation({ mutationFn: checkReport });
}

import { http } from '../../../api/http.js';
import type { ReportData } from '../../../api/wire.js';

export interface Draft {
  /** Chosen here, so that a lost answer is repeated without harm. */
  id: string;
  type: string;
  data: ReportData;
  /** Of the draft that was changed; absent: whatever is kept is replaced. */
  version?: number;
  /** Username: the server refuses it under the sign-in of anybody else. */
  begunBy: string;
}

export function saveDraft({ id, ...draft }: Draft): Promise<{ version: number }> {
  return http.put(`/api/v1/reports/${encodeURIComponent(id)}`, draft);
}

export const discardDraft = (id: string) => http.delete(`/api/v1/reports/${encodeURIComponent(id)}`);

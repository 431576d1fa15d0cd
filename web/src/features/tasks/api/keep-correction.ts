import { http } from '../../../api/http.js';
import type { Draft } from '../../reports/api/save-draft.js';

/** Keeps what was mended of a returned report; the id is the task's. */
export function keepCorrection({ id, data, version, begunBy }: Draft): Promise<{ version: number }> {
  return http.put(`/api/v1/tasks/${encodeURIComponent(id)}/draft`, { data, version, begunBy });
}

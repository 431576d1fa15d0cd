import type { StoredFinding } from '@lampid/db/reporting/findings';
import type { z } from '../http/zod.js';
import type { currentFindingSchema } from './report-schemas.js';

/** A finding as the API shows it. */
export function findingView(finding: StoredFinding): z.input<typeof currentFindingSchema> {
  const { code, severity, field, message, legalBasis, compared, step, version } = finding;
  const { acknowledgedBy, acknowledgedAt, acknowledgedReason } = finding;
  return {
    ...{ code, severity, field, message, legalBasis, compared, step, version },
    ...{ acknowledgedBy, acknowledgedReason, acknowledgedAt: acknowledgedAt?.toISOString() ?? null },
  };
}

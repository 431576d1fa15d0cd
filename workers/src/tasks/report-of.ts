import { loadReport, type ReportRow } from '@lampid/db/reporting/report';
import type { EventDefinition } from '@lampid/processes/define-event';
import type { EntityManager } from 'typeorm';
import type { Services } from '../services.js';
import { PermanentFailure } from '../runner/task-handler.js';

/** The report of a case with its event type. */
export async function reportOf(
  tx: EntityManager,
  services: Services,
  reportId: string,
  options: { lock?: 'share' | 'update' } = {},
): Promise<{ report: ReportRow; event: EventDefinition }> {
  const report = await loadReport(tx, reportId, options);
  if (!report) throw new PermanentFailure('the case has no report');
  const event = services.events.get(report.type);
  if (!event) throw new PermanentFailure(`event type ${report.type} is not installed here`);
  return { report, event: event.definition };
}

import type { HistoryStep } from '@lampid/db/reporting/queries-history';
import type { ReportStatus } from '@lampid/domain/report-status';

export interface Milestone {
  status: ReportStatus;
  at: string;
}

/**
 * The states that a case went through, from the property `status` of the steps it entered: what a citizen is told of a model. Where no step is
 * known (a case older than the projections) its submission and its end remain.
 * @param statusOf what the step's own version of the model says; undefined where it says nothing
 */
export function milestonesOf(
  report: { status: ReportStatus; submittedAt: Date | null; endedAt: Date | null },
  steps: readonly Pick<HistoryStep, 'definitionId' | 'element' | 'enteredAt'>[],
  statusOf: (step: { definitionId: string; element: string }) => ReportStatus | undefined,
): Milestone[] {
  const { status, submittedAt, endedAt } = report;
  const passed = [
    ...(submittedAt ? [{ status: 'submitted' as const, at: submittedAt }] : []),
    ...steps.flatMap((step) => {
      const said = statusOf(step);
      return said && step.enteredAt ? [{ status: said, at: step.enteredAt }] : [];
    }),
    ...(endedAt ? [{ status, at: endedAt }] : []),
  ];
  return passed
    .filter((one, index) => one.status !== passed[index - 1]?.status)
    .map((one) => ({ status: one.status, at: one.at.toISOString() }));
}

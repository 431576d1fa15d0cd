/** What a batch of the engine's feed says of cases, as the fold gives it and `applyBatch` takes it. */
import type { ReportStatus } from '@lampid/domain/report-status';

/** Place of an event in the feed. */
export interface FeedOrder {
  tx: string;
  pos: number;
}

export interface ProjectedInstance {
  instanceId: string;
  caseId: string;
  parentId: string | null;
  reportId: string | null;
  definitionId: string;
  processKey: string;
  defined: FeedOrder;
  startedAt: string | null;
  endedAt: string | null;
  how: 'completed' | 'cancelled' | null;
}

export interface ProjectedStep {
  stepId: string;
  caseId: string;
  instanceId: string;
  reportId: string | null;
  definitionId: string;
  element: string;
  /** Empty when the events of this batch do not tell it. */
  elementType: string;
  defined: FeedOrder;
  parentStepId: string | null;
  calledInstanceId: string | null;
  enteredAt: string | null;
  entered: FeedOrder | null;
  leftAt: string | null;
  cancelled: boolean;
  assignee: string | null;
}

export interface ProjectedTask {
  taskId: string;
  stepId: string;
  caseId: string;
  reportId: string | null;
  definitionId: string;
  element: string;
  /** Null when this batch tells only the end. */
  told: { order: FeedOrder; candidateGroups: string[]; dueAt: string | null } | null;
  openedAt: string;
  endedAt: string | null;
}

export interface ProjectedIncident {
  incidentId: string;
  caseId: string;
  reportId: string | null;
  stepId: string | null;
  element: string;
  definitionId: string;
  kind: string;
  message: string;
  openedAt: string;
  resolvedAt: string | null;
}

export interface ProjectedReport {
  reportId: string;
  /** Root instance and its version of the model, when the case started in this batch. */
  caseId: string | null;
  definitionId: string | null;
  status: { value: ReportStatus; order: FeedOrder; at: string } | null;
  /** The case was ended from outside: `cancelled`, unless it had come to an end of its own. */
  abandonedAt: string | null;
}

export interface ProjectionBatch {
  instances: ProjectedInstance[];
  steps: ProjectedStep[];
  tasks: ProjectedTask[];
  incidents: ProjectedIncident[];
  reports: ProjectedReport[];
  /** Root instances that began, or went on in another version. */
  definedCases: string[];
}

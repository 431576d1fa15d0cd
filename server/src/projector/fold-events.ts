/**
 * Folds a batch of feed events into what changes in the projections. Pure, and commutative per activity instance: the feed is at
 * least once, and within one transaction of the engine the ends of a step may come before its beginning.
 */
import type {
  FeedOrder,
  ProjectedIncident,
  ProjectedInstance,
  ProjectedReport,
  ProjectedStep,
  ProjectedTask,
  ProjectionBatch,
} from '@lampid/db/approval/projection-batch';
import type { ReportStatus } from '@lampid/domain/report-status';
import type { FeedEvent } from '@lampid/engine/engine';

/** Status that the model gives a report when it enters this element, or null. */
export type StatusOf = (definitionId: string, element: string) => ReportStatus | null;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Event<Kind extends FeedEvent['kind']> = Extract<FeedEvent, { kind: Kind }>;

export function foldEvents(events: readonly FeedEvent[], statusOf: StatusOf): ProjectionBatch {
  const fold = new Fold(statusOf);
  for (const event of events) fold.add(event);
  return fold.batch();
}

class Fold {
  readonly #instances = new Map<string, ProjectedInstance>();
  readonly #steps = new Map<string, ProjectedStep>();
  readonly #tasks = new Map<string, ProjectedTask>();
  readonly #incidents = new Map<string, ProjectedIncident>();
  readonly #reports = new Map<string, ProjectedReport>();
  readonly #definedCases = new Set<string>();

  constructor(private readonly statusOf: StatusOf) {}

  batch(): ProjectionBatch {
    return {
      instances: [...this.#instances.values()],
      steps: [...this.#steps.values()],
      tasks: [...this.#tasks.values()],
      incidents: [...this.#incidents.values()],
      reports: [...this.#reports.values()],
      definedCases: [...this.#definedCases],
    };
  }

  add(event: FeedEvent): void {
    switch (event.kind) {
      case 'case-started':
        this.#startInstance(event, null);
        return this.#startCase(event);
      case 'instance-started':
        return this.#startInstance(event, event.parentInstanceId);
      case 'case-ended':
        this.#endInstance(event);
        return this.#endCase(event);
      case 'instance-ended':
        return this.#endInstance(event);
      case 'step-entered':
        this.#enterStep(event);
        return this.#setStatus(event);
      case 'step-left':
        return this.#leaveStep(event);
      case 'step-migrated':
        this.#step(event);
        this.#instance(event);
        if (event.instanceId === event.caseId) this.#definedCases.add(event.caseId);
        return;
      case 'task-opened':
      case 'task-changed':
        return this.#tellTask(event);
      case 'task-ended':
        this.#task(event).endedAt = event.at;
        return;
      case 'incident-opened': {
        const incident = this.#incident(event);
        Object.assign(incident, { stepId: event.stepId, kind: event.incidentType, message: event.message });
        incident.openedAt = event.at;
        return;
      }
      case 'incident-resolved':
        this.#incident(event).resolvedAt = event.at;
    }
  }

  #startInstance(event: Event<'case-started' | 'instance-started'>, parentId: string | null): void {
    const instance = this.#instance(event);
    instance.parentId = parentId;
    instance.startedAt = event.at;
  }

  #endInstance(event: Event<'case-ended' | 'instance-ended'>): void {
    const instance = this.#instance(event);
    instance.endedAt = event.at;
    instance.how = event.how;
  }

  #startCase(event: Event<'case-started'>): void {
    const report = this.#report(event);
    if (!report) return;
    report.caseId = event.caseId;
    report.definitionId = event.definitionId;
    this.#definedCases.add(event.caseId);
  }

  #endCase(event: Event<'case-ended'>): void {
    const report = this.#report(event);
    if (report && event.how === 'cancelled') report.abandonedAt = event.at;
  }

  #enterStep(event: Event<'step-entered'>): void {
    const step = this.#step(event);
    step.elementType = event.elementType;
    step.parentStepId = event.parentStepId;
    step.calledInstanceId ??= event.calledInstanceId;
    step.enteredAt = event.at;
    step.entered = orderOf(event);
  }

  #leaveStep(event: Event<'step-left'>): void {
    const step = this.#step(event);
    step.elementType = event.elementType;
    step.leftAt = event.at;
    step.cancelled ||= event.cancelled;
    step.assignee ??= event.assignee;
  }

  #setStatus(event: Event<'step-entered'>): void {
    const value = this.statusOf(event.definitionId, event.element);
    const report = value && this.#report(event);
    if (!value || !report) return;
    const order = orderOf(event);
    if (report.status && !isLater(order, report.status.order)) return;
    report.status = { value, order, at: event.at };
  }

  #tellTask(event: Event<'task-opened' | 'task-changed'>): void {
    const task = this.#task(event);
    if (event.kind === 'task-opened') task.openedAt = event.at;
    const order = orderOf(event);
    if (task.told && !isLater(order, task.told.order)) return;
    task.told = { order, candidateGroups: event.candidateGroups, dueAt: event.dueAt };
    task.element = event.element;
    task.definitionId = event.definitionId;
  }

  #instance(event: FeedEvent): ProjectedInstance {
    const defined = orderOf(event);
    const known = this.#instances.get(event.instanceId);
    if (known) {
      if (isLater(defined, known.defined))
        Object.assign(known, { defined, definitionId: event.definitionId, processKey: event.processKey });
      return known;
    }
    const fresh: ProjectedInstance = {
      ...{ instanceId: event.instanceId, caseId: event.caseId, reportId: reportIdOf(event) },
      ...{ definitionId: event.definitionId, processKey: event.processKey, defined },
      ...{ parentId: null, startedAt: null, endedAt: null, how: null },
    };
    this.#instances.set(event.instanceId, fresh);
    return fresh;
  }

  #step(event: Event<'step-entered' | 'step-left' | 'step-migrated'>): ProjectedStep {
    const defined = orderOf(event);
    const known = this.#steps.get(event.stepId);
    if (known) {
      if (isLater(defined, known.defined))
        Object.assign(known, { defined, definitionId: event.definitionId, element: event.element });
      return known;
    }
    const fresh: ProjectedStep = {
      ...{
        stepId: event.stepId,
        caseId: event.caseId,
        instanceId: event.instanceId,
        reportId: reportIdOf(event),
      },
      ...{ definitionId: event.definitionId, element: event.element, elementType: '', defined },
      ...{ parentStepId: null, calledInstanceId: null, enteredAt: null, entered: null },
      ...{ leftAt: null, cancelled: false, assignee: null },
    };
    this.#steps.set(event.stepId, fresh);
    return fresh;
  }

  #task(event: Event<'task-opened' | 'task-changed' | 'task-ended'>): ProjectedTask {
    const known = this.#tasks.get(event.taskId);
    if (known) return known;
    const fresh: ProjectedTask = {
      ...{ taskId: event.taskId, stepId: event.stepId, caseId: event.caseId, reportId: reportIdOf(event) },
      ...{
        definitionId: event.definitionId,
        element: event.element,
        told: null,
        openedAt: event.at,
        endedAt: null,
      },
    };
    this.#tasks.set(event.taskId, fresh);
    return fresh;
  }

  #incident(event: Event<'incident-opened' | 'incident-resolved'>): ProjectedIncident {
    const known = this.#incidents.get(event.incidentId);
    if (known) return known;
    const fresh: ProjectedIncident = {
      ...{ incidentId: event.incidentId, caseId: event.caseId, reportId: reportIdOf(event), stepId: null },
      ...{ element: event.element, definitionId: event.definitionId, kind: '', message: '' },
      ...{ openedAt: event.at, resolvedAt: null },
    };
    this.#incidents.set(event.incidentId, fresh);
    return fresh;
  }

  /** Null for cases that are none of ours (started by hand in the engine). */
  #report(event: FeedEvent): ProjectedReport | null {
    const reportId = reportIdOf(event);
    if (reportId === null) return null;
    const known = this.#reports.get(reportId);
    if (known) return known;
    const fresh: ProjectedReport = {
      reportId,
      caseId: null,
      definitionId: null,
      status: null,
      abandonedAt: null,
    };
    this.#reports.set(reportId, fresh);
    return fresh;
  }
}

function reportIdOf(event: FeedEvent): string | null {
  return UUID.test(event.businessKey) ? event.businessKey : null;
}

function orderOf(event: FeedEvent): FeedOrder {
  return { tx: event.order.transaction, pos: event.order.position };
}

export function isLater(one: FeedOrder, other: FeedOrder): boolean {
  const difference = BigInt(one.tx) - BigInt(other.tx);
  return difference === 0n ? one.pos > other.pos : difference > 0n;
}

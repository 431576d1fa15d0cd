import type { EngineSnapshot, FeedEvent } from '../engine.js';

/** The engine's snapshot without times, in a comparable order. */
export interface FoldedCase {
  running: boolean;
  steps: { stepId: string; element: string; definitionId: string; ended: boolean; cancelled: boolean }[];
  tasks: { taskId: string; element: string; candidateGroups: string[] }[];
  incidents: { incidentId: string; element: string }[];
}

/** The plainest projection of one case: what a reader of the feed believes after these events. */
export function foldFeed(events: FeedEvent[]): FoldedCase {
  const steps = new Map<string, FoldedCase['steps'][number]>();
  const tasks = new Map<string, FoldedCase['tasks'][number]>();
  const incidents = new Map<string, FoldedCase['incidents'][number]>();
  let running = false;
  for (const event of events) {
    switch (event.kind) {
      case 'case-started':
        running = true;
        break;
      case 'case-ended':
        running = false;
        break;
      case 'step-entered': {
        const { stepId, element, definitionId } = event;
        steps.set(stepId, { stepId, element, definitionId, ended: false, cancelled: false });
        break;
      }
      case 'step-left': {
        const step = steps.get(event.stepId);
        if (!step) throw new Error(`${event.element} was left before it was entered`);
        Object.assign(step, { ended: true, cancelled: event.cancelled });
        break;
      }
      case 'step-migrated': {
        const step = steps.get(event.stepId);
        if (!step) throw new Error(`${event.element} was migrated before it was entered`);
        Object.assign(step, { element: event.element, definitionId: event.definitionId });
        break;
      }
      case 'task-opened':
      case 'task-changed': {
        const { taskId, element, candidateGroups } = event;
        tasks.set(taskId, { taskId, element, candidateGroups });
        break;
      }
      case 'task-ended':
        tasks.delete(event.taskId);
        break;
      case 'incident-opened':
        incidents.set(event.incidentId, { incidentId: event.incidentId, element: event.element });
        break;
      case 'incident-resolved':
        incidents.delete(event.incidentId);
        break;
    }
  }
  return sorted({
    running,
    steps: [...steps.values()],
    tasks: [...tasks.values()],
    incidents: [...incidents.values()],
  });
}

export function toFolded(snapshot: EngineSnapshot): FoldedCase {
  return sorted({
    running: snapshot.running,
    steps: snapshot.steps.map(({ stepId, element, definitionId, endedAt, cancelled }) => ({
      stepId,
      element,
      definitionId,
      ended: endedAt !== null,
      cancelled,
    })),
    tasks: snapshot.tasks,
    incidents: snapshot.incidents,
  });
}

function sorted(folded: FoldedCase): FoldedCase {
  const by =
    <T>(key: (value: T) => string) =>
    (a: T, b: T) =>
      key(a) < key(b) ? -1 : 1;
  return {
    running: folded.running,
    steps: folded.steps.sort(by((step) => step.stepId)),
    tasks: folded.tasks.sort(by((task) => task.taskId)),
    incidents: folded.incidents.sort(by((incident) => incident.incidentId)),
  };
}

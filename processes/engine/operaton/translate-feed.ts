import type { Pool } from 'pg';
import type { FeedEvent } from '../engine.js';
import { BoundedMap, type CaseDirectory, type CaseOf } from './case-directory.js';
import { elementOf, INCIDENT_TYPES } from './engine-terms.js';
import type { Occurrence } from './order-transaction.js';

/** `ActivityInstanceState.CANCELED`. */
const CANCELED = 2;

interface TaskNow {
  id: string;
  instance: string;
  definition: string;
  element: string;
  assignee: string | null;
  due: number | null;
  groups: string[];
}

interface PageKnowledge {
  cases: Map<string, CaseOf>;
  keys: Map<string, string>;
  stepOfTask: Map<string, string>;
  tasksNow: Map<string, TaskNow>;
}

/**
 * Turns ordered rows into the port's events. What a row does not say (root, process key, step of a task, candidate groups after
 * a change) is looked up once per page. An event about something that has since vanished for good is left out: a later
 * event of the feed says so.
 */
export class FeedTranslator {
  private readonly stepOfTask = new BoundedMap<string>(50_000);

  constructor(
    private readonly pool: Pool,
    private readonly directory: CaseDirectory,
  ) {}

  async translate(transactions: Occurrence[][]): Promise<FeedEvent[]> {
    const known = await this.learn(transactions.flat());
    return transactions.flatMap((occurrences) => {
      const opened = new Set(
        occurrences.flatMap((o) => (o.row.kind === 'T' || o.row.kind === 'D' ? [o.row.ref] : [])),
      );
      const touched = new Set<string>();
      return occurrences.flatMap((occurrence, position): FeedEvent[] => {
        const { row, happening } = occurrence;
        if (happening === 'task-touched') {
          // Opening tells the groups itself; several changes of one transaction are one event.
          if (opened.has(row.ref) || touched.has(row.ref)) return [];
          touched.add(row.ref);
        }
        const event = this.event({ occurrence, position, siblings: occurrences, known });
        return event ? [event] : [];
      });
    });
  }

  private async learn(occurrences: Occurrence[]): Promise<PageKnowledge> {
    for (const { row } of occurrences) {
      // A root tells its own key; a called instance needs its root's.
      if (row.kind === 'P' && row.instance_id === row.ref) {
        this.directory.remember(row.instance_id, { caseId: row.ref, businessKey: row.element ?? '' });
      }
      if (row.task_id) this.stepOfTask.set(row.task_id, row.ref);
    }
    const touched = occurrences.filter((o) => o.happening === 'task-touched').map((o) => o.row.ref);
    const tasksNow = await this.currentTasks(touched);
    const instances = new Set<string>();
    const definitions = new Set<string>();
    for (const { row } of occurrences) {
      if (row.instance_id) instances.add(row.instance_id);
      if (row.definition_id) definitions.add(row.definition_id);
    }
    for (const task of tasksNow.values()) {
      instances.add(task.instance);
      definitions.add(task.definition);
    }
    const [cases, keys, stepOfTask] = await Promise.all([
      this.directory.casesOf(instances),
      this.directory.processKeys(definitions),
      this.stepsOfTasks(occurrences, tasksNow),
    ]);
    return { cases, keys, stepOfTask, tasksNow };
  }

  private async currentTasks(ids: string[]): Promise<Map<string, TaskNow>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.pool.query<TaskNow>(
      `select t.id_ as id, t.proc_inst_id_ as instance, t.proc_def_id_ as definition, t.task_def_key_ as element,
              t.assignee_ as assignee, (extract(epoch from t.due_date_) * 1000)::float8 as due,
              array(select l.group_id_ from act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null order by 1)::text[] as groups
       from act_ru_task t where t.id_ = any($1) and t.proc_inst_id_ is not null`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async stepsOfTasks(
    occurrences: Occurrence[],
    tasksNow: Map<string, TaskNow>,
  ): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const missing: { task: string; instance: string }[] = [];
    const want = (task: string, instance: string): void => {
      const step = this.stepOfTask.get(task);
      if (step) found.set(task, step);
      else missing.push({ task, instance });
    };
    for (const { row } of occurrences) if ('TUD'.includes(row.kind)) want(row.ref, row.instance_id!);
    for (const task of tasksNow.values()) want(task.id, task.instance);
    if (missing.length > 0) {
      const { rows } = await this.pool.query<{ task: string; step: string }>(
        `select task_id_ as task, id_ as step from act_hi_actinst where proc_inst_id_ = any($1) and task_id_ = any($2)`,
        [missing.map((m) => m.instance), missing.map((m) => m.task)],
      );
      for (const { task, step } of rows) {
        this.stepOfTask.set(task, step);
        found.set(task, step);
      }
    }
    return found;
  }

  private event(context: {
    occurrence: Occurrence;
    position: number;
    siblings: Occurrence[];
    known: PageKnowledge;
  }): FeedEvent | null {
    const { occurrence, position, known } = context;
    const { row, happening } = occurrence;
    const now = happening === 'task-touched' ? known.tasksNow.get(row.ref) : undefined;
    const instanceId = row.instance_id ?? now?.instance;
    const definitionId = row.definition_id ?? now?.definition;
    const caseOf = instanceId ? known.cases.get(instanceId) : undefined;
    if (!instanceId || !definitionId || !caseOf) return null;
    const base = {
      ...caseOf,
      instanceId,
      definitionId,
      processKey: known.keys.get(definitionId) ?? '',
      at: iso(occurrence.at),
      order: { transaction: row.tx, position },
    };
    const element = elementOf(row.element ?? now?.element ?? '');
    switch (happening) {
      case 'case-began':
        return row.parent
          ? { ...base, kind: 'instance-started', parentInstanceId: row.parent }
          : { ...base, kind: 'case-started' };
      case 'case-over': {
        const how = row.type === 'COMPLETED' ? 'completed' : 'cancelled';
        return row.parent ? { ...base, kind: 'instance-ended', how } : { ...base, kind: 'case-ended', how };
      }
      case 'step-entered':
        return {
          ...base,
          kind: 'step-entered',
          stepId: row.ref,
          parentStepId: row.parent === row.instance_id ? null : row.parent,
          element,
          elementType: row.type ?? '',
          calledInstanceId: row.link,
        };
      case 'step-left':
        return {
          ...base,
          kind: 'step-left',
          stepId: row.ref,
          element,
          elementType: row.type ?? '',
          cancelled: row.state === CANCELED,
          assignee: row.who,
        };
      case 'step-migrated':
        return { ...base, kind: 'step-migrated', stepId: row.ref, element };
      case 'task-opened': {
        const groups = context.siblings
          .filter((o) => o.row.kind === 'L' && o.row.ref === row.ref)
          .map((o) => o.row.element!);
        return {
          ...base,
          kind: 'task-opened',
          taskId: row.ref,
          stepId: known.stepOfTask.get(row.ref) ?? '',
          element,
          candidateGroups: [...new Set(groups)].sort(),
          assignee: row.who,
          dueAt: row.ended_at === null ? null : iso(row.ended_at),
        };
      }
      case 'task-touched':
        if (!now) return null;
        return {
          ...base,
          kind: 'task-changed',
          taskId: now.id,
          stepId: known.stepOfTask.get(now.id) ?? '',
          element: elementOf(now.element),
          candidateGroups: now.groups,
          assignee: now.assignee,
          dueAt: now.due === null ? null : iso(now.due),
        };
      case 'task-ended':
        return {
          ...base,
          kind: 'task-ended',
          taskId: row.ref,
          stepId: known.stepOfTask.get(row.ref) ?? '',
          element,
        };
      case 'incident-opened':
        return {
          ...base,
          kind: 'incident-opened',
          incidentId: row.ref,
          stepId: row.parent,
          element,
          incidentType: INCIDENT_TYPES[row.type ?? ''] ?? row.type ?? '',
          message: row.who ?? '',
        };
      case 'incident-resolved':
        return { ...base, kind: 'incident-resolved', incidentId: row.ref, element };
    }
  }
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

import type { FeedRow } from './feed-row.js';

/** What one row says; a step that was entered and left within one transaction is one row and two happenings. */
export type Happening =
  | 'case-began'
  | 'case-over'
  | 'step-entered'
  | 'step-left'
  | 'step-migrated'
  | 'task-opened'
  | 'task-touched'
  | 'task-ended'
  | 'incident-opened'
  | 'incident-resolved';

export interface Occurrence {
  happening: Happening;
  row: FeedRow;
  /** Epoch ms, UTC. */
  at: number;
}

/**
 * Puts the rows of one engine transaction into the order in which the engine did the things.
 *
 * Rows arrive in flush order (inserts before updates, sorted by id), which says nothing. What counts is the time, and within
 * one millisecond the nesting: a step lies between the entering and the leaving of its scope, a called process within its call
 * activity, and steps of one scope follow their sequence counters. The result depends on the rows alone, so reading the same
 * transaction again gives the same positions.
 */
export function orderTransaction(rows: FeedRow[]): Occurrence[] {
  const tree = new StepTree(rows);
  const keyed = rows.flatMap((row) =>
    occurrencesOf(row, tree).map((occurrence) => ({ occurrence, key: tree.key(occurrence) })),
  );
  keyed.sort(
    (a, b) =>
      a.occurrence.at - b.occurrence.at ||
      compareKeys(a.key, b.key) ||
      compareText(a.occurrence.row.ref, b.occurrence.row.ref) ||
      compareText(a.occurrence.row.element ?? '', b.occurrence.row.element ?? ''),
  );
  return keyed.map(({ occurrence }) => occurrence);
}

function occurrencesOf(row: FeedRow, tree: StepTree): Occurrence[] {
  const one = (happening: Happening, at = row.at): Occurrence[] => [{ happening, row, at }];
  switch (row.kind) {
    case 'P':
      return row.ended_at === null
        ? one('case-began')
        : [...one('case-began'), ...one('case-over', row.ended_at)];
    case 'p':
      return one('case-over', row.ended_at ?? row.at);
    case 'A':
      return row.ended_at === null
        ? one('step-entered')
        : [...one('step-entered'), ...one('step-left', row.ended_at)];
    case 'a':
      return one('step-left', row.ended_at ?? row.at);
    case 'm':
      return one('step-migrated', tree.latest);
    case 'T':
      return one('task-opened');
    case 'U':
    case 'L':
    case 'l':
      return one('task-touched', tree.timeOfTask(row.ref) ?? tree.latest);
    case 'D':
      return one('task-ended', tree.timeOfTask(row.ref) ?? tree.latest);
    case 'I':
      return one('incident-opened');
    case 'i':
      return one('incident-resolved', tree.latest);
  }
}

/** Places beside the sequence counters (>= 0) of a scope's children: before them all, or after them all. */
const PLACE: Record<Happening, number> = {
  'step-entered': -3,
  // Of a called process: after its call activity was entered.
  'case-began': -2,
  'task-opened': -1,
  'task-touched': 1e15,
  'step-migrated': 1e15 + 1,
  'incident-resolved': 1e15 + 2,
  'incident-opened': 1e15 + 3,
  'task-ended': 1e15 + 4,
  'case-over': 1e15 + 5,
  'step-left': 1e15 + 6,
};

class StepTree {
  /** Engine time of the last thing that carries one: rows of deletions know only the database's clock. */
  readonly latest: number;
  private readonly steps = new Map<string, FeedRow>();
  private readonly callers = new Map<string, FeedRow>();
  private readonly taskSteps = new Map<string, FeedRow>();

  constructor(rows: FeedRow[]) {
    let latest = -Infinity;
    for (const row of rows) {
      if (row.kind === 'A' || row.kind === 'a') {
        // A row of leaving knows everything that the row of entering knows, and the end.
        if (row.kind === 'a' || !this.steps.has(row.ref)) this.steps.set(row.ref, row);
        if (row.link) this.callers.set(row.link, row);
        if (row.task_id) this.taskSteps.set(row.task_id, row);
      }
      if ('PpAaTI'.includes(row.kind))
        latest = Math.max(latest, row.kind === 'T' ? row.at : (row.ended_at ?? row.at));
    }
    this.latest = latest === -Infinity ? Math.max(...rows.map((row) => row.at)) : latest;
  }

  timeOfTask(taskId: string): number | null {
    return this.taskSteps.get(taskId)?.ended_at ?? null;
  }

  key({ happening, row }: Occurrence): number[] {
    return [...this.scopeOf(row), PLACE[happening]];
  }

  private scopeOf(row: FeedRow): number[] {
    switch (row.kind) {
      case 'A':
      case 'a':
        return this.path(row);
      case 'P':
      case 'p':
        return this.pathOf(this.callers.get(row.instance_id ?? ''));
      case 'T':
      case 'U':
      case 'D':
      case 'L':
      case 'l':
        return this.pathOf(this.taskSteps.get(row.ref));
      case 'I':
        return this.pathOf(row.parent ? this.steps.get(row.parent) : undefined);
      default:
        return [];
    }
  }

  private pathOf(step: FeedRow | undefined): number[] {
    return step ? this.path(step) : [];
  }

  private path(step: FeedRow): number[] {
    const enclosing =
      step.parent && step.parent !== step.instance_id
        ? this.steps.get(step.parent)
        : this.callers.get(step.instance_id ?? '');
    return [...(enclosing && enclosing !== step ? this.path(enclosing) : []), step.n ?? 0];
  }
}

function compareKeys(a: number[], b: number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return a[i]! - b[i]!;
  }
  return a.length - b.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The queue of an officer as a list: what is shown of it, in which order, and how much there is. */
import type { DataSource } from 'typeorm';
import { row, rows } from '../kernel/rows.js';
import { TASK_COLUMNS, type TaskRow } from './tasks.js';

/** Worst first: the two that want a second decision, then what the decider must acknowledge. */
export type QueueSeverity = 'A' | 'L' | 'W';

export interface QueueRow extends TaskRow {
  /** Worst of the findings that stand, without those that send a report back; null when there is none. */
  severity: QueueSeverity | null;
  /** What was said with the last decision on the case: why it came back, if it did. */
  lastNote: string | null;
  /** What it was sorted by, exactly, for cursors. */
  position: string;
}

export interface QueueFilter {
  groups: string[];
  reportId?: string | undefined;
  type?: string | undefined;
  element?: string | undefined;
  /** A username, or `none`: those that nobody has taken. */
  assignee?: { is: string } | 'none' | undefined;
  /** Past their deadline. */
  late?: boolean | undefined;
  severity?: QueueSeverity | undefined;
  /** LIKE pattern over names and ticket (both in `search_text`), lower case. */
  pattern?: string | undefined;
  /** A NIK or KK number that stands in the report. */
  number?: string | undefined;
}

/** `priority`: what cannot wait first, all else by its deadline. */
export type QueueOrder = 'openedAt' | 'dueAt' | 'priority';

export interface QueueQuery extends QueueFilter {
  order: QueueOrder;
  descending: boolean;
  /** Where the last page ended. */
  after: { position: string; id: string } | null;
  limit: number;
}

interface Key {
  sql: string;
  type: 'timestamptz' | 'boolean';
}

/** Tasks without a deadline come last. */
const DUE: Key = { sql: `coalesce(t.due_at, 'infinity')`, type: 'timestamptz' };
/** What a list is sorted by, as its index is; the id tells apart what stands at the same place. */
const KEYS: Record<QueueOrder, Key[]> = {
  openedAt: [{ sql: 't.opened_at', type: 'timestamptz' }],
  dueAt: [DUE],
  priority: [{ sql: '(t.urged_at is null)', type: 'boolean' }, DUE],
};
/** Between the keys of a position; in neither of them. */
const APART = '|';

const SEVERITY = `(select f.severity from reporting.finding f
  where f.report_id = t.report_id and f.current and f.severity in ('A', 'L', 'W')
  order by array_position(array['A', 'L', 'W'], f.severity) limit 1)`;

const LAST_NOTE = `(select d.note from approval.decision d where d.report_id = t.report_id order by d.id desc limit 1)`;

/** Open tasks of the groups, at most `limit`. */
export async function queuedTasks(dataSource: DataSource, query: QueueQuery): Promise<QueueRow[]> {
  const { conditions, bind, parameters } = conditionsOf(query);
  const keys = KEYS[query.order];
  const position = keys.map(({ sql }) => `${sql}::text`).join(` || '${APART}' || `);
  if (query.after) {
    const { id, position: seen } = query.after;
    const parts = seen.split(APART);
    const bound = keys.map(({ type }, index) => `${bind(parts[index] ?? null)}::${type}`);
    const place = keys.map(({ sql }) => sql).join(', ');
    conditions.push(
      `(${place}, t.task_id) ${query.descending ? '<' : '>'} (${bound.join(', ')}, ${bind(id)})`,
    );
  }
  const direction = query.descending ? 'desc' : 'asc';
  const order = keys.map(({ sql }) => `${sql} ${direction}`).join(', ');
  return rows<QueueRow>(
    dataSource.manager,
    `select ${TASK_COLUMNS}, ${position} as position, ${SEVERITY} as severity, ${LAST_NOTE} as "lastNote"
     from approval.task t join reporting.report r on r.id = t.report_id
     where ${conditions.join(' and ')}
     order by ${order}, t.task_id ${direction} limit ${bind(query.limit)}`,
    parameters,
  );
}

export interface QueueCounts {
  all: number;
  free: number;
  mine: number;
  late: number;
}

/** How much there is to do, for the badges. One scan of the open tasks of the groups. */
export async function countQueue(
  dataSource: DataSource,
  question: { groups: string[]; username: string },
): Promise<QueueCounts> {
  const counts = await row<QueueCounts>(
    dataSource.manager,
    `select count(*)::int as "all", count(*) filter (where assignee is null)::int as free,
       count(*) filter (where assignee = $2)::int as mine, count(*) filter (where due_at < now())::int as late
     from approval.task where state = 'open' and candidate_groups && $1::text[]`,
    [question.groups, question.username],
  );
  return counts!;
}

function conditionsOf(filter: QueueFilter) {
  const parameters: unknown[] = [filter.groups];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [`t.state = 'open'`, `t.candidate_groups && $1::text[]`];
  if (filter.reportId) conditions.push(`t.report_id = ${bind(filter.reportId)}`);
  if (filter.type) conditions.push(`r.type = ${bind(filter.type)}`);
  if (filter.element) conditions.push(`t.element = ${bind(filter.element)}`);
  if (filter.assignee === 'none') conditions.push('t.assignee is null');
  else if (filter.assignee) conditions.push(`t.assignee = ${bind(filter.assignee.is)}`);
  if (filter.late) conditions.push('t.due_at < now()');
  if (filter.severity)
    conditions.push(`exists (select from reporting.finding f where f.report_id = t.report_id and f.current
      and f.severity = ${bind(filter.severity)})`);
  if (filter.pattern) conditions.push(`r.search_text like ${bind(filter.pattern)}`);
  if (filter.number)
    conditions.push(`reporting.numbers_in(r.data) @> jsonb_build_array(${bind(filter.number)}::text)
      and r.ended_at is null and r.submitted_at is not null`);
  return { conditions, bind, parameters };
}

/** What a task list shows, as it stands in the page's address: it can be kept, sent and gone back to. Pure. */

export const SEVERITIES = ['A', 'L', 'W'] as const;
export type QueueSeverity = (typeof SEVERITIES)[number];
export const SORTS = ['priority', 'dueAt', 'openedAt', '-openedAt'] as const;
export type QueueSort = (typeof SORTS)[number];

export interface QueueFilter {
  q?: string;
  type?: string;
  assignee?: 'me' | 'none';
  late?: boolean;
  severity?: QueueSeverity;
  /** What cannot wait comes first, then the one whose time runs out first, unless told otherwise. */
  sort: QueueSort;
}

export function readFilter(search: URLSearchParams): QueueFilter {
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === search.get(name));
  const filter: QueueFilter = { sort: oneOf('sort', SORTS) ?? 'priority' };
  const [q, type] = [search.get('q')?.trim(), search.get('type')];
  const [assignee, severity] = [oneOf('assignee', ['me', 'none']), oneOf('severity', SEVERITIES)];
  if (q) filter.q = q;
  if (type) filter.type = type;
  if (assignee) filter.assignee = assignee;
  if (severity) filter.severity = severity;
  if (search.get('late') === 'true') filter.late = true;
  return filter;
}

/** The shortest address that says the same. */
export function writeFilter(filter: QueueFilter): string {
  const search = new URLSearchParams();
  const { sort, ...rest } = filter;
  for (const name of ['q', 'type', 'assignee', 'severity', 'late'] as const)
    if (rest[name]) search.set(name, String(rest[name]));
  if (sort !== 'priority') search.set('sort', sort);
  return search.toString();
}

/** What stands still until a person looks: the engine's incidents, and our own (`outbox:<id>`, `inbound:<id>`, `decision:<task>`). */
import type { DataSource } from 'typeorm';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

export interface Incident {
  id: string;
  reportId: string | null;
  ticket: string | null;
  type: string | null;
  areaCode: string | null;
  element: string;
  definitionId: string | null;
  kind: string;
  /** The same for the same trouble at other cases: of kind, element and message without its numbers. */
  cause: string;
  /** One impersonal line. */
  message: string;
  openedAt: Date;
  resolvedAt: Date | null;
  /** `openedAt` to the microsecond, for cursors. */
  position: string;
}

const FROM = `from approval.incident i left join reporting.report r on r.id = i.report_id`;
const SELECT = `select i.incident_id as id, i.report_id as "reportId", r.ticket, r.type, r.area_code as "areaCode", i.element,
    i.definition_id as "definitionId", i.kind, i.cause, i.message, i.opened_at as "openedAt", i.resolved_at as "resolvedAt",
    i.opened_at::text as position ${FROM}`;

/** Ours. Opening it again (a repeat, a second failure) opens the same one. */
export async function openIncident(
  tx: Tx,
  incident: { id: string; reportId: string | null; element: string; kind: string; message: string },
): Promise<void> {
  await tx.query(
    `insert into approval.incident (incident_id, report_id, element, kind, message, case_id, definition_id)
     select $1, $2::uuid, $3, $4, $5, r.case_id, r.definition_id
     from (select 1) as one left join reporting.report r on r.id = $2::uuid
     on conflict (incident_id) do update
     set message = excluded.message, resolved_at = null, opened_at = now()`,
    [incident.id, incident.reportId, incident.element, incident.kind, incident.message],
  );
}

export async function resolveIncident(tx: Tx, id: string): Promise<boolean> {
  const resolved = await rows(
    tx,
    `update approval.incident set resolved_at = now() where incident_id = $1 and resolved_at is null
     returning incident_id`,
    [id],
  );
  return resolved.length > 0;
}

/** An element of a version of a model. */
export interface Place {
  definitionId: string;
  element: string;
}

/** Of all areas below `areaCode` (and those of no report, a practice's too, for the city's officers). */
export interface IncidentFilter {
  areaCode: string;
  withoutReport: boolean;
  open: boolean;
  reportId?: string | undefined;
  /** Event type. */
  type?: string | undefined;
  element?: string | undefined;
  kind?: string | undefined;
  cause?: string | undefined;
  /** At one of these only. */
  places?: Place[] | undefined;
  /** These only. */
  ids?: readonly string[] | undefined;
}

function conditionsOf(filter: IncidentFilter): { where: string; parameters: unknown[] } {
  const parameters: unknown[] = [filter.areaCode, filter.withoutReport];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [`(r.area_code = $1 or r.area_code like $1 || '.%' or ($2::boolean and r.id is null))`];
  if (filter.open) conditions.push('i.resolved_at is null');
  if (filter.reportId) conditions.push(`i.report_id = ${bind(filter.reportId)}`);
  if (filter.type) conditions.push(`r.type = ${bind(filter.type)}`);
  if (filter.element) conditions.push(`i.element = ${bind(filter.element)}`);
  if (filter.kind) conditions.push(`i.kind = ${bind(filter.kind)}`);
  if (filter.cause) conditions.push(`i.cause = ${bind(filter.cause)}`);
  if (filter.ids) conditions.push(`i.incident_id = any(${bind(filter.ids)}::text[])`);
  if (filter.places) {
    const [definitions, elements] = [
      bind(filter.places.map(({ definitionId }) => definitionId)),
      bind(filter.places.map(({ element }) => element)),
    ];
    conditions.push(
      `(i.definition_id, i.element) in (select * from unnest(${definitions}::text[], ${elements}::text[]))`,
    );
  }
  return { where: conditions.join(' and '), parameters };
}

/** Newest first. */
export async function listIncidents(
  dataSource: DataSource,
  query: IncidentFilter & { after: { openedAt: string; id: string } | null; limit: number },
): Promise<Incident[]> {
  const { where, parameters } = conditionsOf(query);
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const beyond = query.after
    ? ` and (i.opened_at, i.incident_id) < (${bind(query.after.openedAt)}::timestamptz, ${bind(query.after.id)})`
    : '';
  return rows<Incident>(
    dataSource.manager,
    `${SELECT} where ${where}${beyond}
     order by i.opened_at desc, i.incident_id desc limit ${bind(query.limit)}`,
    parameters,
  );
}

export interface IncidentGroup {
  cause: string;
  kind: string;
  element: string;
  /** A version of a model that has it, or null. */
  definitionId: string | null;
  /** Of the one that opened last. */
  message: string;
  count: number;
  /** Of these, opened at `since` or later. */
  fresh: number;
  types: string[];
  firstAt: Date;
  lastAt: Date;
}

/** The same trouble as one line, the widest first; `limit` at most. */
export async function groupIncidents(
  dataSource: DataSource,
  query: IncidentFilter & { since?: string | null; limit: number },
): Promise<IncidentGroup[]> {
  const { where, parameters } = conditionsOf(query);
  const since = `$${parameters.push(query.since ?? null)}::timestamptz`;
  return rows(
    dataSource.manager,
    `select i.cause, min(i.kind) as kind, min(i.element) as element, max(i.definition_id) as "definitionId",
       (array_agg(i.message order by i.opened_at desc))[1] as message, count(*)::int as count,
       count(*) filter (where i.opened_at >= ${since})::int as fresh,
       coalesce(array_agg(distinct r.type) filter (where r.type is not null), '{}') as types,
       min(i.opened_at) as "firstAt", max(i.opened_at) as "lastAt"
     ${FROM} where ${where} group by i.cause order by count desc, i.cause limit $${parameters.push(query.limit)}`,
    parameters,
  );
}

/** An incident and whose case it stands in. */
export interface IncidentOfCase {
  id: string;
  reportId: string | null;
  ticket: string | null;
  /** `openedAt` to the microsecond, for cursors. */
  position: string;
}

/** Oldest first. `openedBefore` leaves out what opens while they are being retried: what stopped again is not retried for ever. */
export function incidentsInTurn(
  dataSource: DataSource,
  query: IncidentFilter & {
    openedBefore?: string | undefined;
    after: { openedAt: string; id: string } | null;
    limit: number;
  },
): Promise<IncidentOfCase[]> {
  const { where, parameters } = conditionsOf(query);
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const until = query.openedBefore ? ` and i.opened_at < ${bind(query.openedBefore)}::timestamptz` : '';
  const beyond = query.after
    ? ` and (i.opened_at, i.incident_id) > (${bind(query.after.openedAt)}::timestamptz, ${bind(query.after.id)})`
    : '';
  return rows(
    dataSource.manager,
    `select i.incident_id as id, i.report_id as "reportId", r.ticket, i.opened_at::text as position ${FROM}
     where ${where}${until}${beyond} order by i.opened_at, i.incident_id limit ${bind(query.limit)}`,
    parameters,
  );
}

export async function countIncidents(dataSource: DataSource, filter: IncidentFilter): Promise<number> {
  const { where, parameters } = conditionsOf(filter);
  const [counted] = await rows<{ count: number }>(
    dataSource.manager,
    `select count(*)::int as count ${FROM} where ${where}`,
    parameters,
  );
  return counted!.count;
}

/** Where open incidents are, and of which kinds and types: what a list can be narrowed by. */
export async function openIncidentPlaces(
  dataSource: DataSource,
  query: { areaCode: string; withoutReport: boolean },
): Promise<{ definitionId: string | null; element: string; kind: string; type: string | null }[]> {
  const { where, parameters } = conditionsOf({ ...query, open: true });
  return rows(
    dataSource.manager,
    `select distinct i.definition_id as "definitionId", i.element, i.kind, r.type ${FROM} where ${where} limit 2000`,
    parameters,
  );
}

export async function findIncident(tx: Tx, id: string): Promise<Incident | null> {
  return row<Incident>(tx, `${SELECT} where i.incident_id = $1`, [id]);
}

export async function countOpenIncidents(dataSource: DataSource): Promise<{ kind: string; count: number }[]> {
  return rows(
    dataSource.manager,
    'select kind, count(*)::int as count from approval.incident where resolved_at is null group by kind',
  );
}

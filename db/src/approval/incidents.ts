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
  /** One impersonal line. */
  message: string;
  openedAt: Date;
  resolvedAt: Date | null;
  /** `openedAt` to the microsecond, for cursors. */
  position: string;
}

const SELECT = `select i.incident_id as id, i.report_id as "reportId", r.ticket, r.type, r.area_code as "areaCode", i.element,
    i.definition_id as "definitionId", i.kind, i.message, i.opened_at as "openedAt", i.resolved_at as "resolvedAt",
    i.opened_at::text as position
  from approval.incident i left join reporting.report r on r.id = i.report_id`;

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

/** Newest first; of all areas below `areaCode` (and those of no report, a practice's too, for the city's officers). */
export async function listIncidents(
  dataSource: DataSource,
  query: {
    areaCode: string;
    withoutReport: boolean;
    reportId?: string | undefined;
    open: boolean;
    after: { openedAt: string; id: string } | null;
    limit: number;
  },
): Promise<Incident[]> {
  const parameters: unknown[] = [query.areaCode, query.withoutReport];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [
    `(r.area_code = $1 or r.area_code like $1 || '.%' or ($2::boolean and r.id is null))`,
    ...(query.open ? ['i.resolved_at is null'] : []),
    ...(query.reportId ? [`i.report_id = ${bind(query.reportId)}`] : []),
  ];
  if (query.after)
    conditions.push(
      `(i.opened_at, i.incident_id) < (${bind(query.after.openedAt)}::timestamptz, ${bind(query.after.id)})`,
    );
  return rows<Incident>(
    dataSource.manager,
    `${SELECT} where ${conditions.join(' and ')}
     order by i.opened_at desc, i.incident_id desc limit ${bind(query.limit)}`,
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

import type { RegisteredReport } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

/** What the report with this ticket registered last, or null when it never did (or there is no such ticket). */
export async function loadRegisteredReport(tx: Tx, ticket: string): Promise<RegisteredReport | null> {
  return row(
    tx,
    `select p.id as "reportId", p.ticket, p.type, p.area_code as "areaCode", p.status = 'completed' as completed,
       g.status, g.registered_on as "registeredOn",
       (select coalesce(jsonb_agg(d.number order by d.number), '[]') from registry.deed d where d.report_id = p.id) as deeds,
       exists (
         select 1 from registry.move_letter l where l.report_id = p.id and l.status in ('reserved', 'used')) as "letterInUse",
       exists (
         select 1 from jsonb_to_recordset(
           (g.changes->'created') || (g.changes->'updated') || (g.changes->'along')) as was (id uuid, version int)
         join registry.resident r on r.id = was.id and r.version <> was.version)
       or exists (
         select 1 from jsonb_to_recordset((g.changes->'opened') || (g.changes->'cards')) as was (id uuid, version int)
         join registry.family_card c on c.id = was.id and c.version <> was.version) as "changedSince"
     from reporting.report p
     join lateral (
       select * from registry.registration r where r.report_id = p.id order by r.created_at desc, r.id desc limit 1) g on true
     where p.ticket = $1`,
    [ticket],
  );
}

/** Ticket of a completed report of this kelurahan whose registration stands and that no report is about yet, or null. */
export async function revocableTicket(tx: Tx, areaCode: string): Promise<string | null> {
  const found = await row<{ ticket: string }>(
    tx,
    `select p.ticket from reporting.report p
     join registry.registration g on g.report_id = p.id and g.status = 'standing'
     where p.area_code = $1 and p.status = 'completed' and p.type <> 'revocation'
       and not exists (select 1 from reporting.report about where about.type = 'revocation' and about.data->>'ticket' = p.ticket)
     order by p.created_at desc limit 1`,
    [areaCode],
  );
  return found?.ticket ?? null;
}

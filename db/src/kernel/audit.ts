import type { Tx } from '../data-source.js';

export interface AuditEntry {
  /** Username, or `worker:<topic>`, `relay`, `projector`. */
  actor: string;
  /** `report.submitted`, `task.claimed`, `resident.revealed`, ... */
  action: string;
  reportId?: string | null;
  /** Impersonal reference such as `task:<id>`, `resident:<uuid>`. */
  object?: string | null;
  /** No name, no NIK. */
  detail?: Record<string, unknown>;
  traceparent?: string | null;
}

/** Writes who did what in the transaction that did it. */
export async function recordAudit(tx: Tx, entries: AuditEntry | AuditEntry[]): Promise<void> {
  const list = Array.isArray(entries) ? entries : [entries];
  if (list.length === 0) return;
  await tx.query(
    `insert into kernel.audit (actor, action, report_id, object, detail, traceparent)
     select e.actor, e.action, e."reportId", e.object, coalesce(e.detail, '{}'), e.traceparent
     from jsonb_to_recordset($1::jsonb)
       as e (actor text, action text, "reportId" uuid, object text, detail jsonb, traceparent text)`,
    [JSON.stringify(list)],
  );
}

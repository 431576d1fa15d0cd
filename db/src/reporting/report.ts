import { ENDED_STATUSES, type ReportStatus } from '@lampid/domain/report-status';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import { ReportEntity } from './report-entity.js';
import { ReportRevisionEntity } from './report-revision-entity.js';

/** A report as it is stored. */
export type ReportRow = ReportEntity;

const LOCKS = { share: 'pessimistic_read', update: 'pessimistic_write' } as const;

/** Null when there is none. A lock needs a transaction and lasts until its end. */
export async function loadReport(
  tx: Tx,
  id: string,
  options: { lock?: 'share' | 'update' } = {},
): Promise<ReportRow | null> {
  return tx.getRepository(ReportEntity).findOne({
    where: { id },
    ...(options.lock ? { lock: { mode: LOCKS[options.lock] } } : {}),
  });
}

export async function loadReportByTicket(tx: Tx, ticket: string): Promise<ReportRow | null> {
  return tx.getRepository(ReportEntity).findOneBy({ ticket });
}

/** What a new report needs; the rest has defaults. */
export type NewReport = Pick<ReportRow, 'id' | 'type' | 'areaCode' | 'data' | 'createdBy'> &
  Partial<ReportRow>;

export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  await tx.getRepository(ReportEntity).insert(report as object);
}

export type ReportChange = Partial<Omit<ReportRow, 'id' | 'version' | 'type' | 'createdBy' | 'createdAt'>>;

/** False when somebody changed the report since `version` was read: nothing was changed then. */
export async function updateReport(
  tx: Tx,
  change: { id: string; version: number; set: ReportChange },
): Promise<boolean> {
  const done = await tx
    .createQueryBuilder()
    .update(ReportEntity)
    .set({ ...(change.set as object), version: change.version + 1 })
    .where({ id: change.id, version: change.version })
    .execute();
  return done.affected === 1;
}

/** Its attachments stay with whoever uploaded them, for the next report. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.query(`update reporting.attachment set report_id = null where report_id = $1`, [id]);
  await tx.query(`delete from reporting.report where id = $1 and status = 'draft'`, [id]);
}

export async function insertRevision(
  tx: Tx,
  revision: Pick<ReportRevisionEntity, 'reportId' | 'revision' | 'data' | 'madeBy'> &
    Partial<Pick<ReportRevisionEntity, 'formId' | 'definitionId'>>,
): Promise<void> {
  await tx.getRepository(ReportRevisionEntity).insert(revision as object);
}

export async function reportRevisions(tx: Tx, reportId: string): Promise<ReportRevisionEntity[]> {
  return tx.getRepository(ReportRevisionEntity).find({ where: { reportId }, order: { revision: 'ASC' } });
}

/**
 * The projector's word on the status: taken when the step is later in the feed than the one that set the present status.
 * Answers the status before, or null when the step came too late (or the report is unknown).
 */
export async function setStatusInOrder(
  tx: Tx,
  change: { reportId: string; status: ReportStatus; order: { transaction: string; position: number } },
): Promise<ReportStatus | null> {
  const changed = await row<{ before: ReportStatus }>(
    tx,
    `update reporting.report r
     set status = $2, status_order_tx = $3, status_order_pos = $4, version = r.version + 1,
       ended_at = case when $2 = any($5::text[]) then coalesce(r.ended_at, now()) end
     from (select id, status from reporting.report where id = $1 for update) old
     where r.id = old.id and (r.status_order_tx, r.status_order_pos) < ($3::numeric, $4::bigint)
     returning old.status as before`,
    [change.reportId, change.status, change.order.transaction, change.order.position, ENDED_STATUSES],
  );
  return changed?.before ?? null;
}

export interface ReportAttachment {
  kind: string;
  attachmentId: string;
  mediaType: string;
  bytes: number;
  fileName: string;
  sha256: string;
}

/** Attachments that belong to the report, oldest first. */
export async function reportAttachments(tx: Tx, reportId: string): Promise<ReportAttachment[]> {
  return rows(
    tx,
    `select coalesce(kind, '') as kind, id as "attachmentId", media_type as "mediaType", bytes,
       file_name as "fileName", sha256
     from reporting.attachment where report_id = $1 order by uploaded_at, id`,
    [reportId],
  );
}

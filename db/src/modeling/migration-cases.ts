/** The cases of a batch, each with what became of it. */
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import type { CaseReason } from './case-migrations.js';

export const MIGRATION_CASE_STATES = ['waiting', 'moved', 'refused', 'left'] as const;
export type MigrationCaseState = (typeof MIGRATION_CASE_STATES)[number];

/** A step that went on in the other version. */
export interface MovedStep {
  stepId: string;
  from: string;
  to: string;
}

export interface MigrationCase {
  instanceId: string;
  reportId: string;
  ticket: string;
  state: MigrationCaseState;
  reason: CaseReason | null;
  steps: MovedStep[];
  attempts: number;
  changedAt: Date;
}

/** Every case that runs in the source now, in that area. Answers how many. */
export async function enrolRunning(
  tx: Tx,
  batch: { id: string; sourceId: string; areaCode: string },
): Promise<number> {
  const enrolled = await rows(
    tx,
    `insert into modeling.migration_case (migration_id, instance_id, report_id)
     select $1, i.instance_id, i.report_id from approval.case_instance i
     join reporting.report r on r.id = i.report_id
     where i.definition_id = $2 and i.ended_at is null
       and (r.area_code = $3 or r.area_code like $3 || '.%')
     on conflict do nothing returning 1`,
    [batch.id, batch.sourceId, batch.areaCode],
  );
  return enrolled.length;
}

/** The cases that another batch has moved, with where they stood then. Answers how many. */
export async function enrolMoved(tx: Tx, batch: { id: string; undoes: string }): Promise<number> {
  const enrolled = await rows(
    tx,
    `insert into modeling.migration_case (migration_id, instance_id, report_id, steps)
     select $1, c.instance_id, c.report_id,
       (select coalesce(jsonb_agg(jsonb_build_object('stepId', s->>'stepId', 'from', s->>'to', 'to', s->>'from')), '[]')
        from jsonb_array_elements(c.steps) s)
     from modeling.migration_case c where c.migration_id = $2 and c.state = 'moved'
     on conflict do nothing returning 1`,
    [batch.id, batch.undoes],
  );
  return enrolled.length;
}

/** Waiting cases whose turn has come. */
export async function casesToMove(tx: Tx, batch: { id: string; limit: number }): Promise<string[]> {
  const due = await rows<{ instanceId: string }>(
    tx,
    `select instance_id as "instanceId" from modeling.migration_case
     where migration_id = $1 and state = 'waiting' and next_at <= now() order by next_at, instance_id limit $2`,
    [batch.id, batch.limit],
  );
  return due.map(({ instanceId }) => instanceId);
}

export async function anyWaiting(tx: Tx, id: string): Promise<boolean> {
  const waiting = await row(
    tx,
    `select 1 from modeling.migration_case where migration_id = $1 and state = 'waiting' limit 1`,
    [id],
  );
  return waiting !== null;
}

/** Held until the transaction ends; null when it is not waiting (any more), another server has it, or the batch does not run. */
export function takeCase(
  tx: Tx,
  key: { migrationId: string; instanceId: string },
): Promise<Pick<MigrationCase, 'instanceId' | 'reportId' | 'steps' | 'attempts'> | null> {
  return row(
    tx,
    `select c.instance_id as "instanceId", c.report_id as "reportId", c.steps, c.attempts
     from modeling.migration_case c join modeling.migration m on m.id = c.migration_id
     where c.migration_id = $1 and c.instance_id = $2 and c.state = 'waiting' and m.state = 'running'
     for update of c skip locked`,
    [key.migrationId, key.instanceId],
  );
}

/** @param delayMs of a case that waits: when its turn comes again */
export async function settleCase(
  tx: Tx,
  settled: {
    migrationId: string;
    instanceId: string;
    state: MigrationCaseState;
    reason: CaseReason | null;
    steps?: MovedStep[];
    delayMs?: number;
  },
): Promise<void> {
  await tx.query(
    `update modeling.migration_case set state = $3, reason = $4, steps = coalesce($5, steps), attempts = attempts + 1,
       next_at = now() + $6 * interval '1 millisecond', changed_at = now()
     where migration_id = $1 and instance_id = $2 and state = 'waiting'`,
    [
      ...[settled.migrationId, settled.instanceId, settled.state],
      settled.reason ? JSON.stringify(settled.reason) : null,
      settled.steps ? JSON.stringify(settled.steps) : null,
      settled.delayMs ?? 0,
    ],
  );
}

/** Those that something is to be said about come first: refused, left, waiting with a reason; moved ones last. */
export function listMigrationCases(
  tx: Tx,
  query: {
    id: string;
    state: MigrationCaseState | null;
    limit: number;
    after: { rank: number; instanceId: string } | null;
  },
): Promise<(MigrationCase & { rank: number })[]> {
  return rows(
    tx,
    `select * from (
       select c.instance_id as "instanceId", c.report_id as "reportId", r.ticket, c.state, c.reason, c.steps, c.attempts,
         c.changed_at as "changedAt", array_position(array['refused', 'left', 'waiting', 'moved'], c.state) as rank
       from modeling.migration_case c join reporting.report r on r.id = c.report_id
       where c.migration_id = $1 and ($2::text is null or c.state = $2)
     ) listed
     where $4::int is null or (rank, "instanceId") > ($4::int, $5::text)
     order by rank, "instanceId" limit $3`,
    [query.id, query.state, query.limit, query.after?.rank ?? null, query.after?.instanceId ?? null],
  );
}

/** A case went on in another version. */
export interface CaseMove {
  migrationId: string;
  sourceId: string;
  targetId: string;
  steps: MovedStep[];
  /** Who approved it. */
  by: string;
  at: Date;
}

/** Of one report's case, oldest first. */
export function movesOf(tx: Tx, reportId: string): Promise<CaseMove[]> {
  return rows(
    tx,
    `select m.id as "migrationId", m.source_id as "sourceId", m.target_id as "targetId", c.steps,
       m.decided_by as by, c.changed_at as at
     from modeling.migration_case c join modeling.migration m on m.id = c.migration_id
     where c.report_id = $1 and c.state = 'moved' order by c.changed_at`,
    [reportId],
  );
}

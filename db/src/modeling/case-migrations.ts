/** Batches that move running cases to another version; every change of state is one compare-and-set. */
import type { Text } from '@lampid/domain/rules/finding';
import type { Tx } from '../data-source.js';
import { newId } from '../kernel/new-id.js';
import { row, rows } from '../kernel/rows.js';

export const MIGRATION_STATES = ['proposed', 'rejected', 'running', 'paused', 'done', 'cancelled'] as const;
export type MigrationState = (typeof MIGRATION_STATES)[number];

/** Element of the source to element of the target; null: a case that stands there is not moved. */
export type ElementMapping = Record<string, string | null>;

export interface CaseMigration {
  id: string;
  processKey: string;
  sourceId: string;
  targetId: string;
  mapping: ElementMapping;
  undoMapping: ElementMapping;
  areaCode: string;
  reason: string;
  state: MigrationState;
  /** The batch that this one takes back. */
  undoes: string | null;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  endedAt: Date | null;
}

export interface MigrationCounts {
  waiting: number;
  moved: number;
  refused: number;
  left: number;
}

/** Why a case waits, was refused or had left. */
export interface CaseReason {
  code: string;
  message: Text;
}

const RECORD = `m.id, m.process_key as "processKey", m.source_id as "sourceId", m.target_id as "targetId", m.mapping,
  m.undo_mapping as "undoMapping", m.area_code as "areaCode", m.reason, m.state, m.undoes, m.proposed_by as "proposedBy",
  m.proposed_at as "proposedAt", m.decided_by as "decidedBy", m.decided_at as "decidedAt", m.ended_at as "endedAt"`;

const COUNTS = `(select jsonb_build_object('waiting', count(*) filter (where c.state = 'waiting'),
    'moved', count(*) filter (where c.state = 'moved'), 'refused', count(*) filter (where c.state = 'refused'),
    'left', count(*) filter (where c.state = 'left'))
  from modeling.migration_case c where c.migration_id = m.id) as counts`;

/** The new id, or null when that batch is being undone already. */
export async function proposeMigration(
  tx: Tx,
  proposal: Pick<
    CaseMigration,
    'processKey' | 'sourceId' | 'targetId' | 'mapping' | 'undoMapping' | 'areaCode' | 'reason' | 'proposedBy'
  > & { undoes?: string },
): Promise<string | null> {
  const proposed = await row<{ id: string }>(
    tx,
    `insert into modeling.migration
       (id, process_key, source_id, target_id, mapping, undo_mapping, area_code, reason, proposed_by, undoes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    [
      ...[newId(), proposal.processKey, proposal.sourceId, proposal.targetId],
      ...[JSON.stringify(proposal.mapping), JSON.stringify(proposal.undoMapping), proposal.areaCode],
      ...[proposal.reason, proposal.proposedBy, proposal.undoes ?? null],
    ],
  );
  return proposed?.id ?? null;
}

export function findMigration(
  tx: Tx,
  id: string,
): Promise<(CaseMigration & { counts: MigrationCounts }) | null> {
  return row(tx, `select ${RECORD}, ${COUNTS} from modeling.migration m where m.id = $1`, [id]);
}

/** Newest first. */
export function listMigrations(
  tx: Tx,
  page: { under: string; limit: number; after: { proposedAt: string; id: string } | null },
): Promise<(CaseMigration & { counts: MigrationCounts })[]> {
  return rows(
    tx,
    `select ${RECORD}, ${COUNTS} from modeling.migration m
     where (m.area_code = $4 or m.area_code like $4 || '.%')
       and ($2::timestamptz is null or (date_trunc('milliseconds', m.proposed_at), m.id) < ($2::timestamptz, $3::uuid))
     order by date_trunc('milliseconds', m.proposed_at) desc, m.id desc limit $1`,
    [page.limit, page.after?.proposedAt ?? null, page.after?.id ?? null, page.under],
  );
}

/** The batch that takes this one back, when one was proposed and neither rejected nor cancelled. */
export async function undoOf(tx: Tx, id: string): Promise<string | null> {
  const undo = await row<{ id: string }>(
    tx,
    `select id from modeling.migration where undoes = $1 and state not in ('rejected', 'cancelled')`,
    [id],
  );
  return undo?.id ?? null;
}

/** False when the batch was not in one of the states `from`. */
export async function moveMigration(
  tx: Tx,
  move: { id: string; from: readonly MigrationState[]; to: MigrationState; decidedBy?: string },
): Promise<boolean> {
  const moved = await row(
    tx,
    `update modeling.migration set state = $3, decided_by = coalesce($4, decided_by),
       decided_at = case when $4::text is null then decided_at else now() end,
       ended_at = case when $3 in ('rejected', 'done', 'cancelled') then now() end
     where id = $1 and state = any($2) returning id`,
    [move.id, move.from, move.to, move.decidedBy ?? null],
  );
  return moved !== null;
}

/** Approved and neither ended nor held, oldest first. */
export function runningMigrations(tx: Tx, limit: number): Promise<CaseMigration[]> {
  return rows(
    tx,
    `select ${RECORD} from modeling.migration m where m.state = 'running' order by m.decided_at limit $1`,
    [limit],
  );
}

/** Changes to a process that are being worked on: a whole bundle each, file by file (decision 031). */
import type { EventAnswers } from '@lampid/processes/new-event/answers';
import type { TemplateId } from '@lampid/processes/new-event/templates';
import type { DataSource } from 'typeorm';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

export const DRAFT_STATES = ['open', 'proposed', 'deployed', 'withdrawn'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export interface ModelDraft {
  id: string;
  processKey: string;
  title: string;
  /** The version that it changes; null for a process that is not deployed yet. */
  baseDefinitionId: string | null;
  state: DraftState;
  why: string | null;
  /** Everybody who wrote a file of it. */
  editors: string[];
  createdBy: string;
  createdAt: Date;
  proposedBy: string | null;
  proposedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  note: string | null;
  deploymentId: string | null;
  /** Of an event type that is being made, whose folder holds code that no approval deploys (decision 040). */
  madeFrom: MadeFrom | null;
}

export interface MadeFrom {
  template: TemplateId;
  answers: EventAnswers;
}

export interface DraftFile {
  name: string;
  content: string;
  /** 1, 2, ... with every save. */
  revision: number;
  updatedBy: string;
  updatedAt: Date;
}

const COLUMNS = `id, process_key as "processKey", title, base_definition_id as "baseDefinitionId", state, why, editors,
  created_by as "createdBy", created_at as "createdAt", proposed_by as "proposedBy", proposed_at as "proposedAt",
  decided_by as "decidedBy", decided_at as "decidedAt", note, deployment_id as "deploymentId",
  made_from as "madeFrom"`;

const FILE_COLUMNS = `name, content, revision, updated_by as "updatedBy", updated_at as "updatedAt"`;

export type NewDraft = Pick<ModelDraft, 'id' | 'processKey' | 'title' | 'baseDefinitionId' | 'createdBy'> & {
  madeFrom?: MadeFrom;
};

export async function insertDraft(
  tx: Tx,
  draft: NewDraft,
  files: readonly { name: string; content: string }[],
): Promise<void> {
  await tx.query(
    `insert into modeling.draft (id, process_key, title, base_definition_id, created_by, editors, made_from)
     values ($1, $2, $3, $4, $5::text, array[$5::text], $6)`,
    [
      ...[draft.id, draft.processKey, draft.title, draft.baseDefinitionId, draft.createdBy],
      draft.madeFrom ?? null,
    ],
  );
  await tx.query(
    `insert into modeling.draft_file (draft_id, name, content, revision, updated_by)
     select $1, f.name, f.content, 1, $3 from jsonb_to_recordset($2::jsonb) as f (name text, content text)`,
    [draft.id, JSON.stringify(files), draft.createdBy],
  );
}

/** Those at work first, then what was decided lately. */
export function listDrafts(
  dataSource: DataSource,
  question: { processKey?: string | undefined; limit: number },
): Promise<ModelDraft[]> {
  return rows(
    dataSource.manager,
    `select ${COLUMNS} from modeling.draft where $1::text is null or process_key = $1
     order by state in ('open','proposed') desc, coalesce(decided_at, proposed_at, created_at) desc, id desc limit $2`,
    [question.processKey ?? null, question.limit],
  );
}

export function findDraft(tx: Tx, id: string): Promise<ModelDraft | null> {
  return row(tx, `select ${COLUMNS} from modeling.draft where id = $1`, [id]);
}

/** For the caller's transaction alone, until it ends. */
export function lockDraft(tx: Tx, id: string): Promise<ModelDraft | null> {
  return row(tx, `select ${COLUMNS} from modeling.draft where id = $1 for update`, [id]);
}

export function draftFiles(tx: Tx, id: string): Promise<DraftFile[]> {
  return rows(tx, `select ${FILE_COLUMNS} from modeling.draft_file where draft_id = $1 order by name`, [id]);
}

/** Without the contents. */
export function draftRevisions(tx: Tx, id: string): Promise<Omit<DraftFile, 'content'>[]> {
  return rows(
    tx,
    `select name, revision, updated_by as "updatedBy", updated_at as "updatedAt"
     from modeling.draft_file where draft_id = $1 order by name`,
    [id],
  );
}

/**
 * Compare and set: null when the file is not at `revision` any more (0: it must be new). The caller holds the draft's lock.
 */
export async function writeFile(
  tx: Tx,
  write: { draftId: string; name: string; content: string; revision: number; by: string },
): Promise<number | null> {
  const { draftId, name, content, revision, by } = write;
  const written =
    revision === 0
      ? await row<{ revision: number }>(
          tx,
          `insert into modeling.draft_file (draft_id, name, content, revision, updated_by) values ($1, $2, $3, 1, $4)
           on conflict (draft_id, name) do nothing returning revision`,
          [draftId, name, content, by],
        )
      : await row<{ revision: number }>(
          tx,
          `update modeling.draft_file set content = $3, revision = revision + 1, updated_by = $4, updated_at = now()
           where draft_id = $1 and name = $2 and revision = $5 returning revision`,
          [draftId, name, content, by, revision],
        );
  if (written) await addEditor(tx, draftId, by);
  return written?.revision ?? null;
}

/** False when the file is not at that revision any more. The caller holds the draft's lock. */
export async function removeFile(
  tx: Tx,
  removal: { draftId: string; name: string; revision: number; by: string },
): Promise<boolean> {
  const removed = await row(
    tx,
    `delete from modeling.draft_file where draft_id = $1 and name = $2 and revision = $3 returning name`,
    [removal.draftId, removal.name, removal.revision],
  );
  if (removed) await addEditor(tx, removal.draftId, removal.by);
  return removed !== null;
}

async function addEditor(tx: Tx, draftId: string, username: string): Promise<void> {
  await tx.query(
    `update modeling.draft set editors = editors || $2::text where id = $1 and not $2::text = any(editors)`,
    [draftId, username],
  );
}

/** Its title is the name of the type. */
export async function setMadeFrom(
  tx: Tx,
  id: string,
  { title, madeFrom }: { title: string; madeFrom: MadeFrom },
): Promise<void> {
  await tx.query('update modeling.draft set title = $2, made_from = $3 where id = $1', [id, title, madeFrom]);
}

export async function rebaseDraft(tx: Tx, id: string, baseDefinitionId: string): Promise<void> {
  await tx.query('update modeling.draft set base_definition_id = $2 where id = $1', [id, baseDefinitionId]);
}

export async function proposeDraft(tx: Tx, id: string, proposal: { by: string; why: string }): Promise<void> {
  await tx.query(
    `update modeling.draft set state = 'proposed', proposed_by = $2, proposed_at = now(), why = $3,
       decided_by = null, decided_at = null, note = null
     where id = $1`,
    [id, proposal.by, proposal.why],
  );
}

export async function decideDraft(
  tx: Tx,
  id: string,
  decision: { state: DraftState; by: string; note: string | null; deploymentId?: string },
): Promise<void> {
  await tx.query(
    `update modeling.draft set state = $2, decided_by = $3, decided_at = now(), note = $4, deployment_id = $5 where id = $1`,
    [id, decision.state, decision.by, decision.note, decision.deploymentId ?? null],
  );
}

/** Says that the officer is here, and at which file. */
export async function touchPresence(
  tx: Tx,
  presence: { draftId: string; username: string; file: string | null },
): Promise<void> {
  await tx.query(
    `insert into modeling.draft_presence (draft_id, username, file) values ($1, $2, $3)
     on conflict (draft_id, username) do update set file = excluded.file, seen_at = now()`,
    [presence.draftId, presence.username, presence.file],
  );
}

/** Who was here within the last seconds. */
export function presentAt(
  tx: Tx,
  draftId: string,
  withinSeconds: number,
): Promise<{ username: string; name: string; file: string | null }[]> {
  return rows(
    tx,
    `select p.username, coalesce(o.name, p.username) as name, p.file
     from modeling.draft_presence p left join identity.officer o on o.username = p.username
     where p.draft_id = $1 and p.seen_at > now() - make_interval(secs => $2) order by p.username`,
    [draftId, withinSeconds],
  );
}

export interface DeploymentReason {
  deploymentId: string;
  draftId: string;
  why: string;
  proposedBy: string;
  decidedBy: string;
  decidedAt: Date;
}

/** Who deployed versions of a process, and why; the product's own come without. */
export function deploymentReasons(tx: Tx, processKey: string): Promise<DeploymentReason[]> {
  return rows(
    tx,
    `select deployment_id as "deploymentId", id as "draftId", why, proposed_by as "proposedBy",
       decided_by as "decidedBy", decided_at as "decidedAt"
     from modeling.draft where process_key = $1 and state = 'deployed'`,
    [processKey],
  );
}

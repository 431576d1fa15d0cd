/** What people decide about a batch: to propose it, to let it run, to hold it, to end it, to take it back. */
import { recordAudit } from '@lampid/db/kernel/audit';
import {
  findMigration,
  moveMigration,
  proposeMigration,
  type CaseMigration,
  type ElementMapping,
  type MigrationCounts,
  type MigrationState,
} from '@lampid/db/modeling/case-migrations';
import { enrolMoved, enrolRunning } from '@lampid/db/modeling/migration-cases';
import type { Text } from '@lampid/domain/rules/finding';
import type { Deps } from '../../deps.js';
import { invalidInput, notFound, Problem } from '../../http/problem.js';
import { assertAnother, assertCovers, covers, type Caller } from '../../identity/authorize.js';
import { readVersions, remarksOn, undoMappingOf } from './ready-plan.js';

interface Decision {
  caller: Caller;
  id: string;
}

export type FoundMigration = CaseMigration & { counts: MigrationCounts };

/** @throws Problem 404, also for one of another area */
export async function requireMigration(
  deps: Pick<Deps, 'db'>,
  { caller, id }: Decision,
): Promise<FoundMigration> {
  const found = await findMigration(deps.db.manager, id);
  if (!found || !covers(caller, found.areaCode))
    throw notFound({ id: 'Pemindahan kasus tidak ditemukan', en: 'No such migration' });
  return found;
}

/** @throws Problem 404, 422 with every fault of the mapping */
export async function propose(
  deps: Deps,
  input: {
    caller: Caller;
    source: string;
    target: string;
    mapping: ElementMapping;
    area: string;
    reason: string;
  },
): Promise<string> {
  const { caller, mapping, reason } = input;
  assertCovers(caller, input.area);
  const versions = await readVersions(deps, input);
  const faults = (await remarksOn(deps, versions, mapping)).filter(({ kind }) => kind === 'fault');
  if (faults.length > 0)
    throw invalidInput(
      faults.map(({ element, code, message }) => ({ code, field: element, severity: 'E', message })),
    );
  return deps.db.transaction(async (tx) => {
    const id = await proposeMigration(tx, {
      processKey: versions.source.processKey,
      sourceId: versions.source.definitionId,
      targetId: versions.target.definitionId,
      mapping,
      undoMapping: undoMappingOf(versions, mapping),
      areaCode: input.area,
      reason,
      proposedBy: caller.username,
    });
    await audit(tx, { caller, id: id!, action: 'migration.proposed' });
    return id!;
  });
}

/** The way back for the cases that a batch has moved: a batch of its own, with four eyes. @throws Problem 404, 409 */
export async function proposeUndo(
  deps: Deps,
  { caller, id, reason }: Decision & { reason: string },
): Promise<string> {
  const batch = await requireMigration(deps, { caller, id });
  if (batch.counts.moved === 0 || (batch.state !== 'done' && batch.state !== 'cancelled'))
    throw new Problem('state-conflict', NOTHING_TO_UNDO);
  return deps.db.transaction(async (tx) => {
    const undo = await proposeMigration(tx, {
      processKey: batch.processKey,
      ...{ sourceId: batch.targetId, targetId: batch.sourceId },
      ...{ mapping: batch.undoMapping, undoMapping: batch.mapping },
      ...{ areaCode: batch.areaCode, reason, proposedBy: caller.username, undoes: id },
    });
    if (undo === null) throw new Problem('state-conflict', BEING_UNDONE);
    await enrolMoved(tx, { id: undo, undoes: id });
    await audit(tx, { caller, id: undo, action: 'migration.proposed' });
    return undo;
  });
}

/** Another person than the one who proposed it lets it run. @throws Problem 403, 404, 409 */
export async function approve(deps: Pick<Deps, 'db'>, { caller, id }: Decision): Promise<void> {
  const batch = await requireMigration(deps, { caller, id });
  assertAnother(caller, [batch.proposedBy]);
  await deps.db.transaction(async (tx) => {
    const by = { decidedBy: caller.username };
    if (!(await moveMigration(tx, { id, from: ['proposed'], to: 'running', ...by })))
      throw new Problem('state-conflict', NOT_PROPOSED);
    // Cases that begin from now on follow the newest version anyway.
    if (batch.undoes === null) await enrolRunning(tx, batch);
    await audit(tx, { caller, id, action: 'migration.approved' });
  });
}

/** @throws Problem 404, 409 when nobody waits for a decision */
export async function reject(deps: Pick<Deps, 'db'>, { caller, id }: Decision): Promise<void> {
  await requireMigration(deps, { caller, id });
  await deps.db.transaction(async (tx) => {
    const by = { decidedBy: caller.username };
    if (!(await moveMigration(tx, { id, from: ['proposed'], to: 'rejected', ...by })))
      throw new Problem('state-conflict', NOT_PROPOSED);
    await audit(tx, { caller, id, action: 'migration.rejected' });
  });
}

const STEPS = {
  pause: { from: ['running'], to: 'paused', action: 'migration.paused' },
  resume: { from: ['paused'], to: 'running', action: 'migration.resumed' },
  /** What was moved stays moved; what waits is left where it is. */
  cancel: { from: ['running', 'paused'], to: 'cancelled', action: 'migration.cancelled' },
} as const satisfies Record<string, { from: MigrationState[]; to: MigrationState; action: string }>;

/** @throws Problem 404, 409 */
export async function steer(
  deps: Pick<Deps, 'db'>,
  { caller, id, how }: Decision & { how: keyof typeof STEPS },
): Promise<void> {
  await requireMigration(deps, { caller, id });
  const { from, to, action } = STEPS[how];
  await deps.db.transaction(async (tx) => {
    if (!(await moveMigration(tx, { id, from, to }))) throw new Problem('state-conflict', OTHER_STATE);
    await audit(tx, { caller, id, action });
  });
}

function audit(
  tx: Parameters<typeof recordAudit>[0],
  { caller, id, action }: Decision & { action: string },
): Promise<void> {
  return recordAudit(tx, { actor: caller.username, action, object: `migration:${id}` });
}

const NOT_PROPOSED: Text = {
  id: 'Usulan ini sudah diputuskan',
  en: 'This proposal was decided already',
};
const OTHER_STATE: Text = {
  id: 'Pemindahan ini sedang dalam keadaan lain',
  en: 'This migration is in another state by now',
};
const NOTHING_TO_UNDO: Text = {
  id: 'Hanya pemindahan yang sudah berakhir dan memindahkan kasus yang dapat dibalikkan',
  en: 'Only a migration that has ended and moved cases can be undone',
};
const BEING_UNDONE: Text = {
  id: 'Pembalikan untuk pemindahan ini sudah diusulkan',
  en: 'The undoing of this migration was proposed already',
};

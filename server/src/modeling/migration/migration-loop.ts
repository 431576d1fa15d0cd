/** Works on approved batches: one server at a time (an advisory lock), so a killed one is followed by the next. */
import {
  findMigration,
  moveMigration,
  runningMigrations,
  type CaseMigration,
  type CaseReason,
} from '@lampid/db/modeling/case-migrations';
import { anyWaiting, casesToMove, settleCase } from '@lampid/db/modeling/migration-cases';
import { recordAudit } from '@lampid/db/kernel/audit';
import type { Deps } from '../../deps.js';
import { every, type Loop } from '../../kernel/every.js';
import { whileOurs } from '../../kernel/while-ours.js';
import { moveCase } from './move-case.js';
import { readVersions, type VersionPair } from './ready-plan.js';

type LoopDeps = Pick<Deps, 'db' | 'engine' | 'definitions' | 'log'>;

const MIGRATION_LOCK = 3273_0033;
const EVERY_MS = 1_000;
/** Cases of one look at the batch, so that a pause or a cancel is soon seen. */
const PORTION = 30;
/** Moved side by side: the engine has other work to do. */
const AT_ONCE = 3;
const MOST_BATCHES = 20;
const TROUBLE_WAIT_MS = 5_000;

export function startMigrationLoop(deps: LoopDeps, { everyMs = EVERY_MS } = {}): Loop {
  const stopping = new AbortController();
  const loop = every(
    everyMs,
    async () => {
      const batches = await runningMigrations(deps.db.manager, MOST_BATCHES);
      if (batches.length === 0) return;
      await whileOurs(deps.db, MIGRATION_LOCK, async () => {
        for (const batch of batches) await workOn(deps, batch, stopping.signal);
      });
    },
    (error) => deps.log.warn({ reason: (error as Error).message }, 'migration of cases in trouble'),
  );
  return {
    stop() {
      stopping.abort();
      return loop.stop();
    },
  };
}

async function workOn(deps: LoopDeps, batch: CaseMigration, stopping: AbortSignal): Promise<void> {
  const versions = await readVersions(deps, { source: batch.sourceId, target: batch.targetId });
  while (!stopping.aborted) {
    const due = await casesToMove(deps.db.manager, { id: batch.id, limit: PORTION });
    if (due.length === 0) return finishIfDone(deps, batch);
    for (let from = 0; from < due.length && !stopping.aborted; from += AT_ONCE)
      await Promise.all(
        due.slice(from, from + AT_ONCE).map((instanceId) => tryCase(deps, batch, { instanceId, versions })),
      );
    if ((await findMigration(deps.db.manager, batch.id))?.state !== 'running') return;
  }
}

/** One case in trouble (the engine is down, a row is held too long) waits, and holds up no other. */
async function tryCase(
  deps: LoopDeps,
  batch: CaseMigration,
  at: { instanceId: string; versions: VersionPair },
): Promise<void> {
  try {
    await moveCase(deps, batch, at);
  } catch (error) {
    deps.log.warn({ reason: (error as Error).message, migration: batch.id }, 'a case could not be moved');
    await settleCase(deps.db.manager, {
      ...{ migrationId: batch.id, instanceId: at.instanceId, state: 'waiting' },
      ...{ reason: TROUBLE, delayMs: TROUBLE_WAIT_MS },
    });
  }
}

async function finishIfDone(deps: LoopDeps, batch: CaseMigration): Promise<void> {
  if (await anyWaiting(deps.db.manager, batch.id)) return;
  await deps.db.transaction(async (tx) => {
    if (!(await moveMigration(tx, { id: batch.id, from: ['running'], to: 'done' }))) return;
    await recordAudit(tx, { actor: 'migration', action: 'migration.done', object: `migration:${batch.id}` });
  });
}

const TROUBLE: CaseReason = {
  code: 'TROUBLE',
  message: {
    id: 'Mesin proses atau basis data sedang terganggu; dicoba lagi',
    en: 'The engine or the database is in trouble; tried again',
  },
};

/** Moves one case of a running batch, in one transaction with what is written about it. May be repeated: it looks first. */
import type { CaseMigration, CaseReason } from '@lampid/db/modeling/case-migrations';
import { recordAudit } from '@lampid/db/kernel/audit';
import { settleCase, takeCase, type MovedStep } from '@lampid/db/modeling/migration-cases';
import { holdCase, moveTasks, type StandingCase } from '@lampid/db/modeling/running-cases';
import { EngineError } from '@lampid/engine/engine';
import type { Deps } from '../../deps.js';
import { judgeCase, type Judgement } from './judge-case.js';
import { enginePlan, type VersionPair } from './ready-plan.js';

type MoveDeps = Pick<Deps, 'db' | 'engine'>;

/** What passes by itself is waited for about a quarter of an hour in all. */
const LATER_ATTEMPTS = 20;
const REFUSED_ATTEMPTS = 4;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const MOST_OF_A_MESSAGE = 300;

/** @throws EngineError `unavailable`: nothing was written, the case waits as before */
export async function moveCase(
  deps: MoveDeps,
  batch: CaseMigration,
  { instanceId, versions }: { instanceId: string; versions: VersionPair },
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const taken = await takeCase(tx, { migrationId: batch.id, instanceId });
    if (!taken) return;
    const key = { migrationId: batch.id, instanceId };
    const standing = await holdCase(tx, instanceId);
    if (!standing || standing.ended) return settleCase(tx, { ...key, state: 'left', reason: ENDED });
    const moved = async (steps: MovedStep[]) => {
      await settleCase(tx, { ...key, state: 'moved', reason: null, steps });
      await recordAudit(tx, {
        ...{ actor: batch.decidedBy ?? 'migration', action: 'case.migrated', reportId: taken.reportId },
        object: `migration:${batch.id}`,
        detail: { fromVersion: versions.source.version, toVersion: versions.target.version },
      });
    };
    // A server that was killed between the engine's answer and our own commit.
    if (standing.definitionId === batch.targetId) return moved(stepsBehind(standing, batch));
    if (standing.definitionId !== batch.sourceId)
      return settleCase(tx, { ...key, state: 'left', reason: ELSEWHERE });
    const expected = batch.undoes === null ? null : taken.steps;
    const judgement = judge(standing, { batch, versions, expected });
    if (judgement.verdict === 'refuse')
      return settleCase(tx, { ...key, state: 'refused', reason: judgement.reason });
    if (judgement.verdict === 'later')
      return settleCase(tx, {
        ...{ ...key, reason: judgement.reason, delayMs: waitAfter(taken.attempts) },
        state: taken.attempts + 1 >= LATER_ATTEMPTS ? 'refused' : 'waiting',
      });
    try {
      const mapping = { ...batch.mapping, ...wayOf(judgement.steps) };
      await deps.engine.migrate({ ...enginePlan(versions, mapping), instanceIds: [instanceId] });
    } catch (error) {
      if (!(error instanceof EngineError) || error.code === 'unavailable') throw error;
      return settleCase(tx, {
        ...{ ...key, reason: refusedBy(error), delayMs: waitAfter(taken.attempts) },
        // The projection may be behind the engine: what it stumbles over now may be gone when it is asked again.
        state: taken.attempts + 1 >= REFUSED_ATTEMPTS ? 'refused' : 'waiting',
      });
    }
    await moveTasks(tx, { reportId: standing.reportId, targetId: batch.targetId, steps: judgement.steps });
    await moved(judgement.steps);
  });
}

/** @param expected of an undo: where the case stood when it was moved; a case that went on since is not taken back */
function judge(
  standing: StandingCase,
  {
    batch,
    versions,
    expected,
  }: { batch: CaseMigration; versions: VersionPair; expected: MovedStep[] | null },
): Judgement {
  const own = expected && Object.fromEntries(expected.map(({ from, to }) => [from, to]));
  const judgement = judgeCase(standing, {
    source: versions.source.elements,
    target: versions.target.elements,
    mapping: own ? { ...batch.mapping, ...own } : batch.mapping,
  });
  if (!expected || judgement.verdict === 'later') return judgement;
  const ids = (steps: { stepId: string }[]) =>
    steps
      .map(({ stepId }) => stepId)
      .sort()
      .join(' ');
  return ids(expected) === ids(standing.open) ? judgement : { verdict: 'refuse', reason: MOVED_ON };
}

function wayOf(steps: MovedStep[]): Record<string, string> {
  return Object.fromEntries(steps.map(({ from, to }) => [from, to]));
}

function stepsBehind({ open }: StandingCase, { undoMapping }: CaseMigration): MovedStep[] {
  return open.map(({ stepId, element }) => ({ stepId, from: undoMapping[element] ?? element, to: element }));
}

function waitAfter(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
}

function refusedBy(error: EngineError): CaseReason {
  const said = error.message.slice(0, MOST_OF_A_MESSAGE);
  return {
    code: 'ENGINE_REFUSED',
    message: { id: `Mesin proses menolak: ${said}`, en: `The engine refuses: ${said}` },
  };
}

const ENDED: CaseReason = {
  code: 'ENDED',
  message: { id: 'Kasus sudah berakhir sebelum gilirannya', en: 'The case had ended before its turn' },
};
const ELSEWHERE: CaseReason = {
  code: 'ELSEWHERE',
  message: {
    id: 'Kasus sudah berada pada versi lain',
    en: 'The case is in another version by now',
  },
};
const MOVED_ON: CaseReason = {
  code: 'MOVED_ON',
  message: {
    id: 'Kasus sudah berlanjut sejak dipindahkan; tetap pada versi barunya',
    en: 'The case has gone on since it was moved; it stays in its new version',
  },
};

/** Begins the caller's practice: a case of the engine that no report stands behind. */
import { insertPractice, latestPractice, lockPracticesOf } from '@lampid/db/approval/practices';
import { newId } from '@lampid/db/kernel/new-id';
import { enqueue } from '@lampid/db/kernel/outbox';
import type { PracticeStart } from '@lampid/processes/case-variables';
import { PRACTICE_PROCESS, type PracticeKind } from '@lampid/processes/practice-model';
import type { Role } from '@lampid/domain/roles';
import type { Deps } from '../../deps.js';
import type { Caller } from '../../identity/authorize.js';
import { currentTraceparent } from '../../observability/request-scope.js';
import type { CommandPayload } from '../../relay/command.js';

/** Nobody is in it, so no queue and no count has its tasks: only the officer whose practice it is answers them. */
const GROUP = 'practice';
/** Left lying for so long it ends by itself. */
const DAYS = 7;

/** One at a time: while one runs, asking again changes nothing. */
export async function startPractice(deps: Pick<Deps, 'db' | 'now'>, caller: Caller): Promise<void> {
  const { username } = caller;
  await deps.db.transaction(async (tx) => {
    await lockPracticesOf(tx, username);
    const latest = await latestPractice(tx, username);
    if (latest && latest.endedAt === null) return;
    const id = newId();
    const kind = kindFor(caller.role);
    await insertPractice(tx, { id, username, kind });
    const variables: Record<PracticeStart, string> = {
      ...{ practiceKind: kind, practiceGroup: GROUP },
      practiceUntil: new Date(deps.now().getTime() + DAYS * 86_400_000).toISOString(),
    };
    const payload: CommandPayload<'start'> = { processKey: PRACTICE_PROCESS, variables };
    await enqueue(tx, { reportId: id, kind: 'start', payload, traceparent: currentTraceparent() });
  });
}

function kindFor(role: Role): PracticeKind {
  return role === 'operator' ? 'report' : 'judge';
}

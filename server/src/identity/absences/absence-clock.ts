/**
 * Absences begin and end at midnight without anybody doing anything: this loop releases what is claimed then. Several servers may run it:
 * rows are held while they are worked on, and each is worked on once.
 */
import { absencesToRelease, absencesToReturn } from '@lampid/db/identity/absences';
import { todayJakarta } from '@lampid/domain/dates';
import type { Deps } from '../../deps.js';
import { every, type Loop } from '../../kernel/every.js';
import { releaseClaims, returnClaims } from './release-claims.js';

const EVERY_MS = 15_000;
/** In one transaction; the rest comes at the next look. */
const MOST_AT_ONCE = 20;
const ACTOR = 'absence-clock';

export type AbsenceClockDeps = Pick<Deps, 'db' | 'log' | 'now' | 'metrics'>;

export function startAbsenceClock(deps: AbsenceClockDeps, { everyMs = EVERY_MS } = {}): Loop {
  return every(
    everyMs,
    () => lookAfterAbsences(deps),
    (error) => deps.log.warn({ err: error }, 'absences could not be looked after'),
  );
}

/** One look. */
export async function lookAfterAbsences({ db, log, now, metrics }: AbsenceClockDeps): Promise<void> {
  const today = todayJakarta(now());
  await db.transaction(async (tx) => {
    for (const absence of await absencesToRelease(tx, { today, limit: MOST_AT_ONCE })) {
      const tasks = await releaseClaims(tx, { absence, actor: ACTOR });
      metrics.absenceReleases.inc({ when: 'began' }, tasks);
      log.info({ absence: absence.id, tasks }, 'an absence began');
    }
    for (const absence of await absencesToReturn(tx, { today, limit: MOST_AT_ONCE })) {
      const tasks = await returnClaims(tx, { absence, actor: ACTOR, today });
      metrics.absenceReleases.inc({ when: 'ended' }, tasks);
      log.info({ absence: absence.id, tasks }, 'an absence ended');
    }
  });
}

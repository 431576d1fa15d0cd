/** Works on what-ifs one after another: one server at a time (an advisory lock), so a killed one is followed by the next where it was. */
import { countAttempt, endWhatIf, whatIfToWorkOn } from '@lampid/db/modeling/what-ifs';
import type { Text } from '@lampid/domain/rules/finding';
import { workOnWhatIf, type WhatIfDeps } from './work-on-what-if.js';

/** Any number that nothing else of ours locks. */
const WHAT_IF_LOCK = 3273_0034;
const EVERY_MS = 1_000;
/** In a row, without a page getting done. */
const ATTEMPTS = 5;

const GAVE_UP: Text = {
  id: 'Uji coba berulang kali gagal karena gangguan pada server',
  en: 'The what-if failed again and again because the server is in trouble',
};

export function startWhatIfLoop(deps: WhatIfDeps, { everyMs = EVERY_MS } = {}): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  const look = () => {
    running ??= workIfOurs(deps)
      .catch((error: unknown) => deps.log.warn({ err: error }, 'what-if in trouble'))
      .finally(() => (running = null));
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

async function workIfOurs(deps: WhatIfDeps): Promise<void> {
  // Mostly there is nothing to do, and then no connection is taken for a lock.
  if (!(await whatIfToWorkOn(deps.db.manager))) return;
  const runner = deps.db.createQueryRunner();
  await runner.connect();
  try {
    const [lock] = (await runner.query('select pg_try_advisory_lock($1) as ours', [WHAT_IF_LOCK])) as {
      ours: boolean;
    }[];
    if (!lock!.ours) return;
    try {
      const task = await whatIfToWorkOn(deps.db.manager);
      if (!task) return;
      if (task.attempts >= ATTEMPTS) {
        await endWhatIf(deps.db.manager, { id: task.id, state: 'failed', failure: GAVE_UP });
        return;
      }
      await countAttempt(deps.db.manager, task.id);
      await workOnWhatIf(deps, task);
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [WHAT_IF_LOCK]).catch(() => undefined);
    }
  } finally {
    await runner.release();
  }
}

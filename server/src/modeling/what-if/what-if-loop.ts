/** Works on what-ifs one after another: one server at a time (an advisory lock), so a killed one is followed by the next where it was. */
import { countAttempt, endWhatIf, whatIfToWorkOn } from '@lampid/db/modeling/what-ifs';
import type { Text } from '@lampid/domain/rules/finding';
import { every, type Loop } from '../../kernel/every.js';
import { whileOurs } from '../../kernel/while-ours.js';
import { workOnWhatIf, type WhatIfDeps } from './work-on-what-if.js';

const WHAT_IF_LOCK = 3273_0034;
const EVERY_MS = 1_000;
/** In a row, without a page getting done. */
const ATTEMPTS = 5;

const GAVE_UP: Text = {
  id: 'Uji coba berulang kali gagal karena gangguan pada server',
  en: 'The what-if failed again and again because the server is in trouble',
};

export function startWhatIfLoop(deps: WhatIfDeps, { everyMs = EVERY_MS } = {}): Loop {
  return every(
    everyMs,
    async () => {
      // Mostly there is nothing to do, and then no connection is taken for a lock.
      if (await whatIfToWorkOn(deps.db.manager))
        await whileOurs(deps.db, WHAT_IF_LOCK, () => workOnNext(deps));
    },
    (error) => deps.log.warn({ err: error }, 'what-if in trouble'),
  );
}

async function workOnNext(deps: WhatIfDeps): Promise<void> {
  const task = await whatIfToWorkOn(deps.db.manager);
  if (!task) return;
  if (task.attempts >= ATTEMPTS) {
    await endWhatIf(deps.db.manager, { id: task.id, state: 'failed', failure: GAVE_UP });
    return;
  }
  await countAttempt(deps.db.manager, task.id);
  await workOnWhatIf(deps, task);
}

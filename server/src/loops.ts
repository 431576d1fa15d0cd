import type { Deps } from './deps.js';
import type { Loop } from './kernel/every.js';
import { deployUntilDone } from './modeling/deploy-until-done.js';
import { startWhatIfLoop } from './modeling/what-if/what-if-loop.js';
import { startMigrationLoop } from './modeling/migration/migration-loop.js';
import { startAbsenceClock } from './identity/absences/absence-clock.js';
import { startHousekeeping } from './observability/housekeeping.js';
import { startProjector } from './projector/start-projector.js';
import { startImportLoop } from './registry/import/import-loop.js';
import { startRelay } from './relay/start-relay.js';
import { startClosingClock } from './statistics/closing-clock.js';

/** The loops that SERVICES names. The models come first: the relay has nothing to start without them, the projector no feed. */
export function startLoops(deps: Deps): Loop {
  const { SERVICES } = deps.config;
  const aborted = new AbortController();
  const loops: Loop[] = [];
  const starting = (async () => {
    if (SERVICES.includes('modeling')) await deployUntilDone(deps, aborted.signal);
    if (aborted.signal.aborted) return;
    if (SERVICES.includes('relay')) loops.push(await startRelay(deps), startHousekeeping(deps));
    if (SERVICES.includes('registry')) loops.push(startImportLoop(deps));
    if (SERVICES.includes('approval')) loops.push(startAbsenceClock(deps));
    if (SERVICES.includes('statistics')) loops.push(startClosingClock(deps));
    if (SERVICES.includes('modeling')) loops.push(startMigrationLoop(deps));
    if (SERVICES.includes('projector')) loops.push(await startProjector(deps));
    if (SERVICES.includes('modeling')) loops.push(startWhatIfLoop(deps));
  })();
  return {
    async stop() {
      aborted.abort();
      await starting;
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

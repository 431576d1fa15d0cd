import type { Deps } from './deps.js';
import { startHousekeeping } from './observability/housekeeping.js';
import { startProjector } from './projector/start-projector.js';
import { startRelay } from './relay/start-relay.js';

export interface Loop {
  stop(): Promise<void>;
}

/** The loops that SERVICES names. */
export async function startLoops(deps: Deps): Promise<Loop> {
  const { SERVICES } = deps.config;
  const loops: Loop[] = [];
  if (SERVICES.includes('relay')) loops.push(await startRelay(deps), startHousekeeping(deps));
  if (SERVICES.includes('projector')) loops.push(await startProjector(deps));
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

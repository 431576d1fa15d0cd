import type { Deps } from '../deps.js';
import { deployModels, ModelRefused } from './deploy-models.js';

const TRY_AGAIN_MS = 2_000;

/**
 * At the start of a server: tries until the engine is there. A model that does not pass is logged and the rest of the server
 * works on with what is deployed.
 */
export async function deployUntilDone(deps: Deps, signal: AbortSignal): Promise<void> {
  const { log } = deps;
  while (!signal.aborted) {
    try {
      const deployed = await deployModels({ ...deps, events: [...deps.events.values()] });
      deps.definitions.forgetLatest();
      return log.info(deployed, 'models deployed');
    } catch (error) {
      if (error instanceof ModelRefused) return log.error({ err: error }, 'a model does not pass');
      log.warn({ err: error }, 'models not deployed yet');
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }
}

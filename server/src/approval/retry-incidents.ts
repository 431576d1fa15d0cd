/** Many incidents tried again, each as if it were alone: what is over does not hold up the others. */
import type { Deps } from '../deps.js';
import { Problem, refusalOf } from '../http/problem.js';
import { EngineError } from '@lampid/engine/engine';
import type { Caller } from '../identity/authorize.js';
import { retryIncident, type IncidentRetry } from './retry-incident.js';

/** As many as one request retries: some seconds. */
export const MOST_RETRIED = 500;
/** The engine is asked this many times at once. */
const AT_ONCE = 8;

export interface Retried {
  id: string;
  result: IncidentRetry | null;
  refusal: Problem | null;
}

/** In the order asked. An audit line for each that was done. */
export async function retryIncidents(
  deps: Deps,
  { caller, ids }: { caller: Caller; ids: string[] },
): Promise<Retried[]> {
  const retried = new Array<Retried>(ids.length);
  let next = 0;
  const work = async () => {
    for (let index = next++; index < ids.length; index = next++) {
      retried[index] = await retryOne(deps, caller, ids[index]!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return retried;
}

async function retryOne(deps: Deps, caller: Caller, id: string): Promise<Retried> {
  let result: IncidentRetry | null = null;
  const refusal = await refusalOf(async () => {
    try {
      ({ result } = await retryIncident(deps, { caller, id }));
    } catch (error) {
      // What was retried before the engine went away is told as well.
      if (error instanceof EngineError && error.code === 'unavailable')
        throw new Problem('engine-unavailable');
      throw error;
    }
  });
  return { id, result, refusal };
}

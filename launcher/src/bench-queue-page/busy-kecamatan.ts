/** One supervisor's queue of the wanted length: a kecamatan where everybody lives and nothing has been decided yet. */
import { startRegistryStack, type RegistryStack } from '../bench-registry/registry-stack.js';
import type { QueuePageBenchOptions } from './options.js';

export const SUPERVISOR = 'supervisor.coblong';
const KECAMATAN = '32.73.02';

/** Of so many people are the names and families; the queue does not care how many there are. */
const RESIDENTS = 50_000;

/** Of thirty reports one was returned to its operator, of fifty one waits for the head of the office. */
const AT_A_SUPERVISOR = (1 - 1 / 50) * (1 - 1 / 30);

/** The stack as `npm start` runs it; its data are kept from run to run. */
export async function startBusyKecamatan(options: {
  root: string;
  bench: QueuePageBenchOptions;
  signal: AbortSignal;
  say: (text: string) => void;
}): Promise<RegistryStack> {
  const { bench, ...others } = options;
  const reports = Math.ceil(bench.tasks / AT_A_SUPERVISOR);
  return startRegistryStack({
    ...others,
    bench: {
      ...{ folder: 'queue-page', residents: RESIDENTS, reports, underWay: reports, area: KECAMATAN },
      ...{ reset: bench.reset, profile: false },
    },
  });
}

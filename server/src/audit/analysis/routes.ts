import type { Deps } from '../../deps.js';
import { defineRoute, type Route } from '../../http/route.js';
import { questionSchema } from './question.js';
import { breachesSchema, readBreaches } from './read-breaches.js';
import { conformanceSchema, readConformance } from './read-conformance.js';
import { readTimes, timesSchema } from './read-times.js';

const spec = { service: 'audit', access: 'analysis:read', method: 'get', query: questionSchema } as const;

/** Many cases at once: where they wait, which ways they go, and what was late. Nothing here writes. */
export function analysisRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ ...spec, path: '/api/v1/analysis/times', reply: timesSchema },
      summary: 'Median and 90th percentile of waiting and of work by step of each model, and by area',
      handle: async ({ caller, query }) => ({ body: await readTimes(deps, { caller, question: query }) }),
    }),
    defineRoute({
      ...{ ...spec, path: '/api/v1/analysis/conformance', reply: conformanceSchema },
      summary: 'The ways that cases took, and the cases whose way their own model does not allow',
      handle: async ({ caller, query }) => ({
        body: await readConformance(deps, { caller, question: query }),
      }),
    }),
    defineRoute({
      ...{ ...spec, path: '/api/v1/analysis/breaches', reply: breachesSchema },
      summary: 'Tasks that were not done by their due time, by step, area and cause',
      handle: async ({ caller, query }) => ({ body: await readBreaches(deps, { caller, question: query }) }),
    }),
  ];
}

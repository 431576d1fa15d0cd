import type { Deps } from './deps.js';
import type { Route } from './http/route.js';
import { identityRoutes } from './identity/routes.js';
import { reportingRoutes } from './reporting/routes.js';

/** Every route of the API, in the order of the contract. */
export function allRoutes(deps: Deps): Route[] {
  return [...identityRoutes(deps), ...reportingRoutes(deps)];
}

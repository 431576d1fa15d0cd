import { approvalRoutes } from './approval/routes.js';
import { analysisRoutes } from './audit/analysis/routes.js';
import { auditRoutes } from './audit/routes.js';
import type { Deps } from './deps.js';
import type { Route } from './http/route.js';
import type { OfficerCache } from './identity/officer-cache.js';
import { absenceRoutes } from './identity/absences/routes.js';
import { machineKeyRoutes } from './identity/machine-keys/routes.js';
import { nameRoutes } from './identity/names/routes.js';
import { identityRoutes } from './identity/routes.js';
import { userRoutes } from './identity/users/routes.js';
import { integrationRoutes } from './integration/routes.js';
import { draftingRoutes } from './modeling/drafting-routes.js';
import { deskRuleRoutes } from './modeling/desk-rules.js';
import { draftRoutes } from './modeling/drafts/routes.js';
import { newTypeRoutes } from './modeling/new-types/routes.js';
import { migrationRoutes } from './modeling/migration/routes.js';
import { modelingRoutes } from './modeling/routes.js';
import { whatIfRoutes } from './modeling/what-if/routes.js';
import { notificationRoutes } from './notification/routes.js';
import { importRoutes } from './registry/import/routes.js';
import { ownFamilyRoutes } from './registry/own-family.js';
import { lookUpRoutes } from './registry/look-up.js';
import { registryRoutes } from './registry/routes.js';
import { eventTypeRoutes } from './reporting/event-types.js';
import { reportingRoutes } from './reporting/routes.js';
import { trackingRoutes } from './reporting/tracking/routes.js';
import { closingRoutes } from './statistics/closing-routes.js';
import { bookRoutes } from './statistics/books/routes.js';
import { dashboardRoutes } from './statistics/dashboard/routes.js';
import { satisfactionRoutes } from './statistics/satisfaction/routes.js';
import { statisticsRoutes } from './statistics/routes.js';
import { counterRoutes } from './documents/counter/routes.js';
import { documentRoutes } from './documents/routes.js';
import { practiceRoutes } from './approval/practice/routes.js';

/** Every route of the API, in the order of the contract. */
export function allRoutes(deps: Deps, officers: OfficerCache): Route[] {
  return [
    ...identityRoutes(deps),
    ...nameRoutes(deps),
    ...userRoutes(deps, officers),
    ...eventTypeRoutes(deps),
    ...deskRuleRoutes(deps),
    ...reportingRoutes(deps),
    ...trackingRoutes(deps),
    ...approvalRoutes(deps, officers),
    ...registryRoutes(deps),
    ...lookUpRoutes(deps),
    ...ownFamilyRoutes(deps),
    ...importRoutes(deps),
    ...documentRoutes(deps),
    ...counterRoutes(deps),
    ...statisticsRoutes(deps),
    ...bookRoutes(deps),
    ...dashboardRoutes(deps),
    ...satisfactionRoutes(deps),
    ...closingRoutes(deps),
    ...modelingRoutes(deps),
    ...draftRoutes(deps),
    ...newTypeRoutes(deps),
    ...notificationRoutes(deps),
    ...integrationRoutes(deps),
    ...auditRoutes(deps),
    ...draftingRoutes(deps),
    ...analysisRoutes(deps),
    ...practiceRoutes(deps),
    ...whatIfRoutes(deps),
    ...migrationRoutes(deps),
    ...absenceRoutes(deps, officers),
    ...machineKeyRoutes(deps),
  ];
}

/**
 * Rows that nobody needs any more: delivered outbox rows, old idempotency keys, expired artefacts of the issuer, workers gone silent, old
 * what-ifs.
 */
import { forgetViewers } from '@lampid/db/approval/viewers';
import { OidcStore } from '@lampid/db/identity/oidc-store';
import { forgetDelivered } from '@lampid/db/kernel/outbox-relay';
import { forgetWorkers } from '@lampid/db/kernel/workers';
import { forgetOldFacts } from '@lampid/db/modeling/what-if-cases';
import { forgetWhatIfs } from '@lampid/db/modeling/what-ifs';
import { configurationValues } from '@lampid/db/reference/configuration';
import { forgetOldKeys } from '@lampid/db/reporting/queries-idempotency';
import type { Deps } from '../deps.js';
import { every, type Loop } from '../kernel/every.js';

const EVERY_MS = 10 * 60_000;
const KEEP_DELIVERED_DAYS = 7;

export function startHousekeeping({ db, log }: Pick<Deps, 'db' | 'log'>): Loop {
  return every(
    EVERY_MS,
    async () => {
      await forgetDelivered(db, KEEP_DELIVERED_DAYS);
      await forgetOldKeys(db.manager);
      await forgetViewers(db);
      await forgetWorkers(db);
      await new OidcStore(db).forgetExpired();
      const kept = await configurationValues(db);
      await forgetOldFacts(db.manager, kept['whatIf.factsKeptDays']);
      await forgetWhatIfs(db.manager, kept['whatIf.resultsKeptDays']);
    },
    (error) => log.warn({ err: error }, 'housekeeping failed'),
  );
}

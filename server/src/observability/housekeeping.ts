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

type HouseDeps = Pick<Deps, 'db' | 'log' | 'metrics'>;
type Chores = Record<string, () => Promise<unknown>>;

export function startHousekeeping(deps: HouseDeps): Loop {
  const chores = choresOf(deps.db);
  return every(
    EVERY_MS,
    () => keepHouse(deps, chores),
    (error) => deps.log.warn({ err: error }, 'housekeeping failed'),
  );
}

/** One after the other; a chore that fails is told and keeps no other from being done. */
export async function keepHouse(
  { log, metrics }: Pick<HouseDeps, 'log' | 'metrics'>,
  chores: Chores,
): Promise<void> {
  for (const [chore, run] of Object.entries(chores)) {
    try {
      await run();
    } catch (error) {
      metrics.choresFailed.inc({ chore });
      log.warn({ err: error, chore }, 'housekeeping failed');
    }
  }
}

function choresOf(db: Deps['db']): Chores {
  return {
    outbox: () => forgetDelivered(db, KEEP_DELIVERED_DAYS),
    'idempotency-keys': () => forgetOldKeys(db.manager),
    viewers: () => forgetViewers(db),
    workers: () => forgetWorkers(db),
    issuer: () => new OidcStore(db).forgetExpired(),
    facts: async () => forgetOldFacts(db.manager, (await configurationValues(db))['whatIf.factsKeptDays']),
    'what-ifs': async () =>
      forgetWhatIfs(db.manager, (await configurationValues(db))['whatIf.resultsKeptDays']),
  };
}

import { namedAccounts, whoReportedIn } from '@lampid/db/identity/names';
import type { Deps } from '../../deps.js';
import { areasOf, covers, may, outsideRole, type Caller } from '../authorize.js';

export interface SpokenName {
  username: string;
  name: string;
  shared: boolean;
}

/**
 * What people are called who stand in what the caller reads. Officers are known to each other. Who is outside of the office is named only to those
 * who work on cases, and only where their account or a report of theirs lies in an area of the caller's.
 */
export async function readNames(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  usernames: readonly string[],
): Promise<SpokenName[]> {
  const accounts = await namedAccounts(db.manager, usernames);
  const isKnown = (account: (typeof accounts)[number]) =>
    outsideRole(account) === null || (may(caller, 'case:read') && covers(caller, account.areaCode));
  const strangers = may(caller, 'case:read') ? accounts.filter((account) => !isKnown(account)) : [];
  const reporters =
    strangers.length === 0
      ? []
      : await whoReportedIn(db.manager, {
          usernames: strangers.map(({ username }) => username),
          areas: areasOf(caller),
        });
  return accounts
    .filter((account) => isKnown(account) || reporters.includes(account.username))
    .map(({ username, name, shared }) => ({ username, name, shared }));
}

import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';
import type { Officer } from './officers.js';

export interface NamedAccount extends Pick<Officer, 'username' | 'name' | 'role' | 'areaCode'> {
  /** Another account bears the same name: the name alone would not tell them apart. */
  shared: boolean;
}

/** Also of those who are no longer active: their name stands in histories. */
export function namedAccounts(tx: Tx, usernames: readonly string[]): Promise<NamedAccount[]> {
  return rows(
    tx,
    `select o.username, o.name, o.role, o.area_code as "areaCode", s.name is not null as shared
     from identity.officer o
     left join (select name from identity.officer group by name having count(*) > 1) s on s.name = o.name
     where o.username = any($1::text[]) order by o.username`,
    [usernames],
  );
}

/** Accounts whose name holds each of these LIKE patterns (lower case), also of those who are no longer active. */
export async function accountsCalled(tx: Tx, patterns: readonly string[]): Promise<string[]> {
  const found = await rows<{ username: string }>(
    tx,
    'select username from identity.officer where lower(name) like all($1::text[]) order by username',
    [patterns],
  );
  return found.map(({ username }) => username);
}

/** Which of the accounts sent in a report of one of the areas or of what lies inside them. */
export async function whoReportedIn(
  tx: Tx,
  { usernames, areas }: { usernames: readonly string[]; areas: readonly string[] },
): Promise<string[]> {
  const found = await rows<{ username: string }>(
    tx,
    `select u.username from unnest($1::text[]) as u(username)
     where exists (
       select 1 from kernel.audit a join reporting.report r on r.id = a.report_id
       where a.actor = u.username and r.created_by = u.username
         and exists (select 1 from unnest($2::text[]) as c(code)
                     where r.area_code = c.code or starts_with(r.area_code, c.code || '.')))`,
    [usernames, areas],
  );
  return found.map(({ username }) => username);
}

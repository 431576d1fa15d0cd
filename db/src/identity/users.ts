/** Accounts as an admin sees and changes them. Nobody is deleted: their name stands in histories. */
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import type { Officer } from './officers.js';

export interface User extends Omit<Officer, 'residentId'> {
  active: boolean;
  /** Counts changes: a change names the version that it was made from. */
  version: number;
}

const SELECT = `
  select o.username, o.name, o.email, o.role, o.area_code as "areaCode", a.name as "areaName", o.rt, o.rw, o.demo,
    o.active, o.version
  from identity.officer o left join reference.area a on a.code = o.area_code`;

/** In and below an area, by username. */
export function listUsers(
  tx: Tx,
  query: {
    areaCode: string;
    pattern: string | null;
    role: string | null;
    after: string | null;
    limit: number;
  },
): Promise<User[]> {
  return rows(
    tx,
    `${SELECT}
     where (o.area_code = $1 or (o.area_code > $1 || '.' and o.area_code < $1 || '/'))
       and ($2::text is null or lower(o.username || ' ' || o.name) like $2)
       and ($3::text is null or o.role = $3) and ($4::text is null or o.username > $4)
     order by o.username limit $5`,
    [query.areaCode, query.pattern, query.role, query.after, query.limit],
  );
}

export function findUser(tx: Tx, username: string, options: { lock?: boolean } = {}): Promise<User | null> {
  return row(tx, `${SELECT} where o.username = $1 ${options.lock ? 'for update of o' : ''}`, [username]);
}

export type UserFields = Pick<User, 'name' | 'email' | 'role' | 'areaCode' | 'rt' | 'rw'>;

/** False when the name is taken. */
export async function createUser(tx: Tx, user: UserFields & { username: string }): Promise<boolean> {
  const { username, name, email, role, areaCode, rt, rw } = user;
  const made = await row(
    tx,
    `insert into identity.officer (username, name, email, role, area_code, rt, rw) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (username) do nothing returning 1`,
    [username, name, email, role, areaCode, rt, rw],
  );
  return made !== null;
}

/** False when somebody changed the account since `version` was read. */
export async function changeUser(
  tx: Tx,
  user: UserFields & { username: string; version: number; active: boolean },
): Promise<boolean> {
  const { username, version, name, email, role, areaCode, rt, rw, active } = user;
  const changed = await row(
    tx,
    `update identity.officer set name = $3, email = $4, role = $5, area_code = $6, rt = $7, rw = $8, active = $9,
       version = version + 1
     where username = $1 and version = $2 returning 1`,
    [username, version, name, email, role, areaCode, rt, rw, active],
  );
  return changed !== null;
}

/** Signs the user out everywhere; answers how many sessions ended. */
export async function endSessionsOf(tx: Tx, username: string): Promise<number> {
  const ended = await rows(tx, `delete from identity.session where sess->>'username' = $1 returning 1`, [
    username,
  ]);
  return ended.length;
}

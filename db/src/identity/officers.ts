import { ROLES, type Role } from '@lampid/domain/roles';
import type { DataSource } from 'typeorm';
import { row, rows } from '../kernel/rows.js';

export interface Officer {
  username: string;
  name: string;
  email: string | null;
  role: Role;
  /** Kelurahan, kecamatan or city: everything below it is theirs. */
  areaCode: string;
  /** Null when the area is not in the reference list. */
  areaName: string | null;
  /** Of a head of RT (both) or RW (`rw` only); null for all others. */
  rt: string | null;
  rw: string | null;
  /** Who a citizen is in the register. */
  residentId: string | null;
  /** A demo account: signs in with one click where DEMO=1, and nowhere else. */
  demo: boolean;
}

const SELECT = `
  select o.username, o.name, o.email, o.role, o.area_code as "areaCode", a.name as "areaName", o.rt, o.rw,
    o.resident_id as "residentId", o.demo
  from identity.officer o left join reference.area a on a.code = o.area_code
  where o.active`;

/** Null when there is no such officer, or no longer. */
export async function findOfficer(dataSource: DataSource, username: string): Promise<Officer | null> {
  return row<Officer>(dataSource.manager, `${SELECT} and o.username = $1`, [username]);
}

/** In the order of the work: operators first. */
export async function demoOfficers(dataSource: DataSource): Promise<Officer[]> {
  return rows<Officer>(
    dataSource.manager,
    `${SELECT} and o.demo
     order by array_position($1::text[], o.role), o.username`,
    [ROLES],
  );
}

/** Active officers of a role in exactly this area: the people behind a group such as `supervisor:32.73.02`. */
export async function officersOf(
  dataSource: Pick<DataSource, 'manager'>,
  query: { role: string; areaCode: string },
): Promise<Officer[]> {
  return rows<Officer>(
    dataSource.manager,
    `${SELECT} and o.role = $1 and o.area_code = $2 order by o.username`,
    [query.role, query.areaCode],
  );
}

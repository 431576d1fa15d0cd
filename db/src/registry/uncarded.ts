import type { Resident, UncardedResident } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/** Where the ledger counts these people, who are on no card: the one place at which their postings add up to one. */
export async function loadUncarded(tx: Tx, residents: readonly Resident[]): Promise<UncardedResident[]> {
  return rows(
    tx,
    `select resident_id as "residentId", area_code as "areaCode", rt, rw from registry.posting
     where resident_id = any($1::uuid[]) and unit = 'person'
     group by 1, 2, 3, 4 having sum(sign) > 0`,
    [residents.map(({ id }) => id)],
  );
}

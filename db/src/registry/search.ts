/** Finds residents by their number, their card or their name. */
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';
import { below, FOUND, WITH_CARD, type FoundResident, type ResidentSearch } from './found-resident.js';
import { searchByName } from './search-by-name.js';

const UNDER = `r.status <> 'void' and ($2::text[] is null or exists (
  select from unnest($2::text[]) as place where ${below('place')}))`;

/** Unmasked: the caller masks. Void residents are never found. With none of the three questions nobody is. */
export async function searchResidents(tx: Tx, search: ResidentSearch): Promise<FoundResident[]> {
  const { nik, familyCardNumber, name } = search;
  if (nik !== undefined) {
    return searchBy(tx, search, {
      value: nik,
      condition: `r.id in (select id from registry.resident where nik = $1
        union all select resident_id from registry.former_nik where nik = $1
        union all select merged_into from registry.resident where nik = $1 and merged_into is not null)`,
    });
  }
  if (familyCardNumber !== undefined) {
    return searchBy(tx, search, { value: familyCardNumber, condition: 'r.card_number = $1' });
  }
  const text = name?.trim().toLowerCase();
  return text ? searchByName(tx, search, text) : [];
}

async function searchBy(
  tx: Tx,
  search: ResidentSearch,
  by: { value: string; condition: string },
): Promise<FoundResident[]> {
  return rows(
    tx,
    `select ${FOUND} from registry.resident r ${WITH_CARD}
     where ${by.condition} and ${UNDER} order by r.birth_date, r.id limit $3 offset $4`,
    [by.value, search.under, search.limit, search.offset ?? 0],
  );
}

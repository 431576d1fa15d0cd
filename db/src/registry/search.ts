import type { ResidentStatus, Sex } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

export interface FoundResident {
  id: string;
  nik: string;
  name: string;
  sex: Sex;
  birthDate: string;
  status: ResidentStatus;
  familyCardId: string | null;
  familyCardNumber: string | null;
  areaCode: string | null;
}

export interface ResidentSearch {
  /** Exact, 16 digits; one that fell away in a merge finds the person too. */
  nik?: string;
  /** Exact: everybody on that card. */
  familyCardNumber?: string;
  /** Part of the name, or something like it. */
  name?: string;
  /** Only people of this area (kelurahan, kecamatan, city); null = everywhere. */
  under: string | null;
  limit: number;
  offset?: number;
}

/** Unmasked: the caller masks. Void residents are never found. With none of the three questions nobody is. */
export async function searchResidents(tx: Tx, search: ResidentSearch): Promise<FoundResident[]> {
  const { nik, familyCardNumber, name, under } = search;
  const value = nik ?? familyCardNumber ?? name?.trim();
  if (value === undefined || value === '') return [];
  const text = `lower($1::text)`;
  const condition =
    nik !== undefined
      ? `(r.nik = $1 or r.id in (
            select resident_id from registry.former_nik where nik = $1
            union all select merged_into from registry.resident where nik = $1 and merged_into is not null))`
      : familyCardNumber !== undefined
        ? 'r.card_number = $1'
        : `(lower(r.name) like '%' || ${text} || '%' or lower(r.name) % ${text})`;
  const order =
    nik === undefined && familyCardNumber === undefined
      ? `similarity(lower(r.name), ${text}) desc, r.name, r.id`
      : 'r.birth_date, r.id';
  return rows(
    tx,
    `select r.id, r.nik, r.name, r.sex, r.birth_date as "birthDate", r.status, c.id as "familyCardId",
       r.card_number as "familyCardNumber", r.area_code as "areaCode"
     from registry.resident r left join registry.family_card c on c.number = r.card_number
     where ${condition} and r.status <> 'void'
       and ($2::text is null or r.area_code = $2 or r.area_code like $2 || '.%')
     order by ${order} limit $3 offset $4`,
    [value, under, search.limit, search.offset ?? 0],
  );
}

/** A resident as a search lists them. */
import type { ResidentStatus, Sex } from '@lampid/domain/registry/snapshot';

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
  /** Words of the name or their beginnings, in any order, or something like them. */
  name?: string;
  /** Only people of these areas (kelurahan, kecamatan, city), of which none lies in another; null = everywhere. */
  under: readonly string[] | null;
  limit: number;
  offset?: number;
}

/** Of `registry.resident r`, with the card as `c`. */
export const FOUND = `r.id, r.nik, r.name, r.sex, r.birth_date as "birthDate", r.status, c.id as "familyCardId",
  r.card_number as "familyCardNumber", r.area_code as "areaCode"`;
/** Codes below an area lie between `area` and `area/`, for the column sorts by byte. */
export const below = (area: string) => `r.area_code >= ${area} and r.area_code < ${area}::text || '/'`;
export const WITH_CARD = 'left join registry.family_card c on c.number = r.card_number';

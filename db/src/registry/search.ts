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

const COLUMNS = `r.id, r.nik, r.name, r.sex, r.birth_date as "birthDate", r.status, c.id as "familyCardId",
  r.card_number as "familyCardNumber", r.area_code as "areaCode"`;
const WITH_CARD = 'left join registry.family_card c on c.number = r.card_number';
/** Codes below an area lie between `area` and `area/`, for the column sorts by byte. */
const UNDER = `r.status <> 'void' and ($2::text is null or (r.area_code >= $2 and r.area_code < $2 || '/'))`;

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
    `select ${COLUMNS} from registry.resident r ${WITH_CARD}
     where ${by.condition} and ${UNDER} order by r.birth_date, r.id limit $3 offset $4`,
    [by.value, search.under, search.limit, search.offset ?? 0],
  );
}

/** Names that are looked at, the most alike first. More are found only by a name that says more. */
const MOST_NAMES = 2_000;
/** So many people whose names hold the text, and nobody has to look for names that are written otherwise. */
const ENOUGH = 5;
/**
 * Share of trigrams that two spellings of a name have in common: one letter of thirteen leaves 0.65. Names that are less alike cost
 * twice as much to find, and are looked for only where nobody was found.
 */
const ALIKE = 0.6;
const SOMEWHAT_ALIKE = 0.5;

/**
 * Who has a name that holds the text, and after them, where these are few, who has one like it. Two statements: of one that asks for names that
 * hold it "or" are like it PostgreSQL may think that comparing every name is cheaper (110 ms among 50,000).
 */
async function searchByName(tx: Tx, search: ResidentSearch, text: string): Promise<FoundResident[]> {
  const { limit, offset = 0 } = search;
  const pattern = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  // Of names that hold the text the shorter is the more alike; to compare thousands by their trigrams costs more than to find them.
  const holding = (page: { limit: number; offset: number }) =>
    peopleNamed(
      tx,
      { ...search, ...page },
      { names: 'name like $1', likeness: '-length(name)', values: [pattern] },
    );
  const found = await holding({ limit, offset });
  if (found.length === limit) return found;
  // The page that they end on tells how many there are.
  const before =
    found.length > 0 || offset === 0 ? offset : (await holding({ limit: ENOUGH, offset: 0 })).length;
  const many = before + found.length;
  if (many >= ENOUGH) return found;
  const rest = { limit: limit - found.length, offset: Math.max(0, offset - many) };
  const alike = (least: number, page: { limit: number; offset: number }) =>
    peopleNamedLike(tx, { ...search, ...page }, { text, pattern, least });
  const others = await alike(ALIKE, rest);
  if (many > 0 || others.length > 0) return [...found, ...others];
  // The page may lie behind the last of them.
  if (rest.offset > 0 && (await alike(ALIKE, { limit: 1, offset: 0 })).length > 0) return [];
  return alike(SOMEWHAT_ALIKE, rest);
}

async function peopleNamedLike(
  tx: Tx,
  search: ResidentSearch,
  { text, pattern, least }: { text: string; pattern: string; least: number },
): Promise<FoundResident[]> {
  const by = { names: 'name % $1 and not name like $5', likeness: 'similarity(name, $1)' };
  return tx.transaction(async (inner) => {
    await inner.query(`select set_config('pg_trgm.similarity_threshold', $1, true)`, [String(least)]);
    return peopleNamed(inner, search, { ...by, values: [text, pattern] });
  });
}

/**
 * First the names, then who has them: of a name that thousands have, only as many as the page shows are read. A lateral join goes
 * through the names in their order, so that it ends when the page is full.
 */
async function peopleNamed(
  tx: Tx,
  { under, limit, offset = 0 }: ResidentSearch,
  by: { names: string; likeness: string; values: [string, ...string[]] },
): Promise<FoundResident[]> {
  const inArea = under === null ? '$2::text is null' : `r.area_code >= $2 and r.area_code < $2::text || '/'`;
  const [first, ...others] = by.values;
  return rows(
    tx,
    `with alike as materialized (
       select name, ${by.likeness} as likeness from registry.known_name
       where ${by.names} order by likeness desc, name collate "C" limit ${MOST_NAMES}
     ), page as (
       select found.id, alike.* from alike cross join lateral (
         select r.id from registry.resident r
         where lower(r.name) = alike.name and r.status <> 'void' and ${inArea}
         order by r.area_code, r.id limit $3::int + $4::int
       ) as found limit $3 offset $4
     )
     select ${COLUMNS} from page join registry.resident r on r.id = page.id ${WITH_CARD}
     order by page.likeness desc, page.name collate "C", r.area_code, r.id`,
    [first, under, limit, offset, ...others],
  );
}

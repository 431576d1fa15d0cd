/** Kode wilayah (Kemendagri), dotted. The data: npm `idn-area-data`, ODbL. */
import { In, IsNull, type DataSource } from 'typeorm';
import { remembered } from '../kernel/remembered.js';
import { rows } from '../kernel/rows.js';
import { AreaEntity } from './area-entity.js';

const TEN_MINUTES = 600_000;

/** All 91,599 areas with their names: some 15 MB, read once per process and every ten minutes. */
const active = remembered(TEN_MINUTES, async (dataSource) => {
  const found = await rows<{ code: string; name: string }>(
    dataSource.manager,
    'select code, name from reference.area where active',
  );
  return new Map(found.map((area) => [area.code, area.name]));
});

/** Codes of all levels that are in use. A Map (code to name) that serves as the set that facts ask. */
export async function loadActiveAreas(
  dataSource: DataSource,
): Promise<ReadonlySet<string> & { readonly size: number }> {
  return codesOf(await active.get(dataSource));
}

const sets = new WeakMap<ReadonlyMap<string, string>, Set<string>>();
function codesOf(areas: ReadonlyMap<string, string>): Set<string> {
  let codes = sets.get(areas);
  if (!codes) sets.set(areas, (codes = new Set(areas.keys())));
  return codes;
}

/** Names by code of all active areas, or of the given codes (inactive ones included). */
export async function areaNames(
  dataSource: DataSource,
  codes?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = await active.get(dataSource);
  if (!codes) return known;
  const names = new Map<string, string>();
  const others: string[] = [];
  for (const code of new Set(codes)) {
    const name = known.get(code);
    if (name === undefined) others.push(code);
    else names.set(code, name);
  }
  if (others.length > 0) {
    const ended = await dataSource.getRepository(AreaEntity).findBy({ code: In(others) });
    for (const area of ended) names.set(area.code, area.name);
  }
  return names;
}

/** Children of an area (provinces when `parent` is null), by name. */
export async function listAreas(dataSource: DataSource, parent: string | null): Promise<AreaEntity[]> {
  return dataSource.getRepository(AreaEntity).find({
    where: { parent: parent ?? IsNull(), active: true },
    order: { name: 'ASC' },
  });
}

/** Active areas whose name contains or resembles `text`, best first. */
export async function searchAreas(
  dataSource: DataSource,
  search: { text: string; level?: number; under?: string; limit: number },
): Promise<Pick<AreaEntity, 'code' | 'name' | 'level'>[]> {
  return rows(
    dataSource.manager,
    `select code, name, level from reference.area
     where active and (lower(name) like '%' || lower($1::text) || '%'
         or (lower(name) % lower($1::text) and similarity(lower(name), lower($1::text)) >= 0.5))
       and ($2::int is null or level = $2) and ($3::text is null or code like $3 || '.%')
     order by similarity(lower(name), lower($1::text)) desc, code limit $4`,
    [search.text, search.level ?? null, search.under ?? null, search.limit],
  );
}

/** After an administrator changed areas. Other processes see it within ten minutes. */
export function forgetAreas(dataSource: DataSource): void {
  active.forget(dataSource);
}

import pg from 'pg';
import type { PersonInput } from './person.js';

/** People per call: some two megabytes of JSON. */
const CHUNK = 5_000;

const PEOPLE = `
  select r.nik as "nik", r.card_number as "noKk", r.name as "nama", r.sex as "jenisKelamin", r.birth_place as "tempatLahir",
         r.birth_date::text as "tanggalLahir", r.religion as "agama", r.marital_status as "statusKawin",
         coalesce(m.relation, 11) as "shdk", r.education as "pendidikan", r.occupation as "pekerjaan",
         r.blood_type as "golonganDarah", r.mother_name as "namaIbu", r.father_name as "namaAyah",
         coalesce(c.street, '') as "alamat", coalesce(c.rt, '') as "rt", coalesce(c.rw, '') as "rw",
         c.postal_code as "kodePos", coalesce(c.area_code, $2) as "kodeWilayah",
         case r.status when 'dead' then 'MATI' else 'AKTIF' end as "status"
    from registry.resident r
    left join registry.membership m on m.resident_id = r.id and m.until is null
    left join registry.family_card c on c.id = m.card_id
   where r.status <> 'void' and r.nik > $1
   order by r.nik
   limit ${CHUNK}`;

/** The pilot areas' names with everything above them; the country's 83,762 are not needed. */
const AREAS = `
  select a.code, a.name from reference.area a
   where a.code in (select left(c.area_code, n) from registry.family_card c, unnest(array[2, 5, 8, 13]) n)`;

/**
 * Makes the city's residents known to the simulated national database, as they would be in the real one. People whom the
 * simulator already knows stay as it knows them (it learns of deaths and moves by postings), so every start may call this.
 * Both must be up. Returns how many people were new to the simulator.
 */
export async function pushRegistry(input: {
  databaseUrl: string;
  simulatorUrl: string;
  city: string;
}): Promise<number> {
  const client = new pg.Client({
    connectionString: input.databaseUrl,
    application_name: 'lampid-push-registry',
  });
  await client.connect();
  try {
    const areas = await client.query<{ code: string; name: string }>(AREAS);
    const areaNames = Object.fromEntries(areas.rows.map(({ code, name }) => [code, name.toUpperCase()]));
    let changed = 0;
    for (let after = ''; ;) {
      const { rows } = await client.query<PersonInput>(PEOPLE, [after, input.city]);
      const last = rows.at(-1);
      if (!last) return changed;
      changed += await push(input.simulatorUrl, { residents: rows, areaNames, keepExisting: true });
      after = last.nik;
    }
  } finally {
    await client.end();
  }
}

async function push(
  simulatorUrl: string,
  body: { residents: PersonInput[]; areaNames: Record<string, string>; keepExisting: boolean },
): Promise<number> {
  const response = await fetch(`${simulatorUrl}/sim/control/residents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`simulator did not take the residents: status ${response.status}`);
  return ((await response.json()) as { changed: number }).changed;
}

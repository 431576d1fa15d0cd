import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/** People per call: some two megabytes of JSON. */
const CHUNK = 5_000;

const PEOPLE = `
  select r.nik, r.card_number as "noKk", r.name as nama, r.sex as "jenisKelamin", r.birth_place as "tempatLahir",
    r.birth_date as "tanggalLahir", r.religion as agama, r.marital_status as "statusKawin",
    coalesce(m.relation, 11) as shdk, r.education as pendidikan, r.occupation as pekerjaan,
    r.blood_type as "golonganDarah", r.mother_name as "namaIbu", r.father_name as "namaAyah", c.street as alamat,
    c.rt, c.rw, c.postal_code as "kodePos", c.area_code as "kodeWilayah",
    case r.status when 'dead' then 'MATI' else 'AKTIF' end as status
  from registry.resident r
  join registry.membership m on m.resident_id = r.id and m.until is null
  join registry.family_card c on c.id = m.card_id
  where r.status <> 'void' and r.nik > $1 and ($2::text[] is null or c.number = any($2::text[]))
  order by r.nik limit ${CHUNK}`;

/**
 * Tells the simulated national database about members of these family cards (absent: of all), in the shape of its
 * `POST /sim/control/residents`. People whom it already knows stay as it knows them. Answers how many were new there.
 */
export async function exportForDukcapil(
  tx: Tx,
  input: { dukcapilUrl: string; cardNumbers?: string[] },
): Promise<number> {
  let changed = 0;
  for (let after = ''; ;) {
    const people = await rows<{ nik: string }>(tx, PEOPLE, [after, input.cardNumbers ?? null]);
    const last = people.at(-1);
    if (!last) return changed;
    const response = await fetch(`${input.dukcapilUrl.replace(/\/+$/, '')}/sim/control/residents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ residents: people, areaNames: {}, keepExisting: true }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) throw new Error(`simulator did not take the residents: status ${response.status}`);
    changed += ((await response.json()) as { changed: number }).changed;
    after = last.nik;
  }
}

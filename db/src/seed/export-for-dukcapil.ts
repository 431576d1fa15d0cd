import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/** People per call: some two megabytes of JSON. */
const CHUNK = 5_000;

const PEOPLE = `
  select r.nik, r.card_number as "noKk", r.name as nama, r.sex as "jenisKelamin", r.birth_place as "tempatLahir",
         r.birth_date as "tanggalLahir", r.religion as agama, r.marital_status as "statusKawin",
         coalesce(m.relation, 11) as shdk, r.education as pendidikan, r.occupation as pekerjaan,
         r.blood_type as "golonganDarah", r.mother_name as "namaIbu", r.father_name as "namaAyah",
         coalesce(c.street, '') as alamat, coalesce(c.rt, '') as rt, coalesce(c.rw, '') as rw,
         c.postal_code as "kodePos", coalesce(c.area_code, letter.area, r.area_code, format('%s.%s.%s', substr(r.nik, 1, 2),
           substr(r.nik, 3, 2), substr(r.nik, 5, 2))) as "kodeWilayah",
         case r.status when 'dead' then 'MATI' else 'AKTIF' end as status
    from registry.resident r
    left join registry.membership m on m.resident_id = r.id and m.until is null
    left join registry.family_card c on c.id = m.card_id
    -- Who has moved out lives where their letter led.
    left join lateral (
      select l.destination->>'areaCode' as area from registry.move_letter_member lm
      join registry.move_letter l on l.id = lm.letter_id
      where lm.resident_id = r.id and r.status = 'moved-out' and l.status <> 'void' order by l.issued_on desc limit 1
    ) letter on true
   where r.status <> 'void' and r.nik > $1 and ($2::text[] is null or c.number = any($2::text[]))
   order by r.nik
   limit ${CHUNK}`;

/** The names of the areas where somebody lives, with everything above them; the country's 83,762 are not needed. */
const AREAS = `
  select a.code, upper(a.name) as name from reference.area a
   where a.code in (select left(c.area_code, n) from registry.family_card c, unnest(array[2, 5, 8, 13]) n
                    where $1::text[] is null or c.number = any($1::text[]))`;

/**
 * Tells the simulated national database about members of these family cards (absent: of everybody in the registry, with or
 * without a card), in the shape of its `POST /sim/control/residents`. People whom it already knows stay as it knows them: it
 * learns of deaths and moves by postings, so every start may call this. Answers how many were new there.
 */
export async function exportForDukcapil(
  tx: Tx,
  input: { dukcapilUrl: string; cardNumbers?: string[] },
): Promise<number> {
  const cardNumbers = input.cardNumbers ?? null;
  const areas = await rows<{ code: string; name: string }>(tx, AREAS, [cardNumbers]);
  const areaNames = Object.fromEntries(areas.map(({ code, name }) => [code, name]));
  let changed = 0;
  for (let after = ''; ;) {
    const people = await rows<{ nik: string }>(tx, PEOPLE, [after, cardNumbers]);
    const last = people.at(-1);
    if (!last) return changed;
    const response = await fetch(`${input.dukcapilUrl.replace(/\/+$/, '')}/sim/control/residents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ residents: people, areaNames, keepExisting: true }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) throw new Error(`simulator did not take the residents: status ${response.status}`);
    changed += ((await response.json()) as { changed: number }).changed;
    after = last.nik;
  }
}

import { EffectConflict } from '@lampid/domain/registry/change';
import type { Tx } from '../data-source.js';
import { prepared } from '../kernel/prepared.js';
import { rows } from '../kernel/rows.js';

export type NumberKind = 'nik' | 'kk' | 'deed' | 'letter' | 'statement';

export interface NumberRequest {
  kind: NumberKind;
  /** Everything before the serial (without the separator of deeds and letters). */
  prefix: string;
}

/** NIK and KK have room for four digits and no more; deeds and letters grow longer on a very busy day. */
const LAST_SERIAL = 9999;

/** First serial of a kind in this installation, as a row of one column. */
const startOf = (
  kind: string,
) => `lateral (select coalesce((select (c.value #>> '{}')::int from reference.configuration c
    where c.key = ${kind} || '.serialStart'), 1) as serial)`;

const ALLOCATE = prepared(
  'registry.allocate',
  `
with wanted as materialized (
  select w.kind, w.prefix, w.count, start.serial as start
  from jsonb_to_recordset($1::jsonb) as w (kind text, prefix text, count int), ${startOf('w.kind')} as start
), counted as (
  insert into registry.serial as s (kind, prefix, last)
  select kind, prefix, start + count - 1 from wanted order by kind, prefix
  -- What would be excluded is start + count - 1.
  on conflict (kind, prefix) do update set last = (
    select greatest(s.last, start.serial - 1) + excluded.last - start.serial + 1 from ${startOf('excluded.kind')} as start)
  returning kind, prefix, last
), numbered as (
  select c.kind, c.prefix, serial, c.prefix || lpad(serial::text, 4, '0') as number
  from counted c join wanted w using (kind, prefix), generate_series(c.last - w.count + 1, c.last) as serial
)
-- "limit 1" keeps these two a look-up per number: as a join they would read the whole register.
select kind, prefix, serial from numbered n
where case n.kind
    when 'nik' then (select 1 from registry.resident r where r.nik = n.number limit 1)
    when 'kk' then (select 1 from registry.family_card f where f.number = n.number limit 1)
  end is null
order by serial`,
);

/**
 * One serial for each request, in the order of the requests. Counters only go up (a voided number is never given again) and
 * are held until the transaction ends, in one order for everybody. Serials whose NIK or KK came from elsewhere (an arrival
 * who was born here) are passed over.
 */
export async function allocateNumbers(tx: Tx, requests: NumberRequest[]): Promise<string[]> {
  const serials = new Map<string, number[]>();
  const wanted = countBy(requests);
  let missing = wanted;
  while (missing.length > 0) {
    const found = await rows<{ kind: NumberKind; prefix: string; serial: number }>(tx, ALLOCATE, [
      JSON.stringify(missing),
    ]);
    for (const { kind, prefix, serial } of found) {
      if ((kind === 'nik' || kind === 'kk') && serial > LAST_SERIAL) throw exhausted(kind);
      const key = `${kind} ${prefix}`;
      const known = serials.get(key);
      if (known) known.push(serial);
      else serials.set(key, [serial]);
    }
    missing = wanted.flatMap((request) => {
      const count = request.count - (serials.get(`${request.kind} ${request.prefix}`)?.length ?? 0);
      return count > 0 ? [{ ...request, count }] : [];
    });
  }
  return requests.map(({ kind, prefix }) => {
    const serial = serials.get(`${kind} ${prefix}`)!.shift()!;
    const separator = kind === 'deed' ? '-' : kind === 'letter' || kind === 'statement' ? '/' : '';
    return `${prefix}${separator}${String(serial).padStart(4, '0')}`;
  });
}

function countBy(requests: NumberRequest[]): (NumberRequest & { count: number })[] {
  const counts = new Map<string, NumberRequest & { count: number }>();
  for (const { kind, prefix } of requests) {
    const known = counts.get(`${kind} ${prefix}`);
    if (known) known.count += 1;
    else counts.set(`${kind} ${prefix}`, { kind, prefix, count: 1 });
  }
  return [...counts.values()];
}

function exhausted(kind: 'nik' | 'kk'): EffectConflict {
  return kind === 'nik'
    ? new EffectConflict('NIK_SERIAL_EXHAUSTED', {
        id: 'Nomor urut NIK untuk kecamatan, tanggal lahir dan jenis kelamin ini sudah habis',
        en: 'No NIK serial is left for this kecamatan, birth date and sex',
      })
    : new EffectConflict('KK_SERIAL_EXHAUSTED', {
        id: 'Nomor urut KK untuk kecamatan dan tanggal ini sudah habis',
        en: 'No family card serial is left for this kecamatan and date',
      });
}

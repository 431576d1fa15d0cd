/**
 * The ledger says in which RT everybody is counted (decision 020). Moves between the RT of a kelurahan were not posted before: who is counted
 * in another RT of the same kelurahan than they should is put right by adjustments of the open month, which net to nothing in the kelurahan.
 */
export const placesInTheLedger = /* sql */ `
with counted as (
  select 'person' as unit, r.id as who, c.area_code, c.rt, c.rw, r.sex, r.citizenship, 1 as count
  from registry.resident r join registry.family_card c on c.number = r.card_number where r.status = 'active'
  union all
  -- Families are counted by their head's sex alone, and one card may take over the line of another.
  select 'family', null, c.area_code, c.rt, c.rw, r.sex, 1, 1
  from registry.family_card c join registry.membership m on m.card_id = c.id and m.until is null and m.relation = 1
  join registry.resident r on r.id = m.resident_id where c.status = 'active'
  union all
  select unit, resident_id, area_code, rt, rw, sex, case unit when 'person' then citizenship else 1 end, -sign from registry.posting
), missing as (
  select unit, who, area_code, rt, rw, sex, citizenship, sum(count)::int as count from counted
  group by unit, who, area_code, rt, rw, sex, citizenship having sum(count) <> 0
), misplaced as (
  -- What the kelurahan as a whole counts otherwise is no matter of its RT.
  select * from (select *, sum(count) over (partition by unit, who, area_code, sex, citizenship) as net from missing) as all_of
  where net = 0
), day as (
  select area_code, today, statistics.posting_date(area_code, today) as report_date
  from (select distinct area_code, (now() at time zone 'Asia/Jakarta')::date as today from misplaced) as area
)
insert into registry.posting (kind, sign, unit, area_code, rt, rw, sex, citizenship, resident_id, event_date, report_date)
select 'adjustment', sign(m.count), m.unit, m.area_code, m.rt, m.rw, m.sex, m.citizenship, m.who, day.today, day.report_date
from misplaced m join day using (area_code), generate_series(1, abs(m.count)) order by m.area_code, m.unit, m.who, m.count;
`;

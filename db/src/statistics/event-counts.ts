/** Postings and registrations of a period, added up for statistics. Nobody is named. */
import type { EventDimension, EventLine } from '@lampid/domain/ledger/statistics';
import type { RowLines } from '@lampid/domain/ledger/a9';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

/** Codes below an area lie between `area.` and `area/`, for the columns sort by byte. `$1` is the area. */
const within = (column: string) => `(${column} = $1 or (${column} > $1 || '.' and ${column} < $1 || '/'))`;

export interface Period {
  area: string;
  /** First day, `YYYY-MM-DD`. */
  from: string;
  /** First day after it. */
  until: string;
}

const PARTS: Record<EventDimension, string> = {
  event: `''`,
  month: `to_char(p.report_date, 'YYYY-MM')`,
  sex: `p.sex::text`,
  age: `extract(year from age(p.event_date, r.birth_date))::int::text`,
  area: `array_to_string((string_to_array(p.area_code, '.'))[1:$4::int], '.')`,
};

/** People in postings of births, deaths, arrivals and departures by report date, as the A-9 counts them. */
export function eventLines(tx: Tx, { by, ...period }: Period & { by: EventDimension }): Promise<EventLine[]> {
  return rows(
    tx,
    `select ${PARTS[by]} as part, p.kind, p.move_class as "moveClass", p.sex, sum(p.sign)::int as amount
     from registry.posting p ${by === 'age' ? 'left join registry.resident r on r.id = p.resident_id' : ''}
     where ${within('p.area_code')} and p.report_date >= $2::date and p.report_date < $3::date and p.unit = 'person'
       and p.kind in ('birth', 'death', 'arrival', 'departure')
     group by 1, 2, 3, 4`,
    [period.area, period.from, period.until, ...(by === 'area' ? [period.area.split('.').length + 1] : [])],
  );
}

/** Legally late: a finding of severity L stands, or the deed was numbered LT. */
const LATE = `(exists (select 1 from reporting.finding f where f.report_id = g.report_id and f.current and f.severity = 'L')
  or exists (select 1 from registry.deed d where d.report_id = g.report_id and d.number like '____-LT-%'))`;

/** From the first submission to registration: what the law makes wait afterwards is no processing. Hours. */
const HOURS = `(extract(epoch from g.created_at - r.submitted_at) / 3600)::float8`;

const REGISTERED = `registry.registration g join reporting.report r on r.id = g.report_id
  where g.status = 'standing' and g.registered_on >= $2::date and g.registered_on < $3::date`;

export interface TypeSummary {
  type: string;
  onTime: number;
  late: number;
  /** Hours; null where the submission is not known. */
  median: number | null;
  p90: number | null;
}

/** Registered reports of the area's kelurahan by type. */
export function registeredByType(tx: Tx, period: Period): Promise<TypeSummary[]> {
  return rows(
    tx,
    `select type, count(*) filter (where not late)::int as "onTime", count(*) filter (where late)::int as late,
       percentile_cont(0.5) within group (order by hours) as median,
       percentile_cont(0.9) within group (order by hours) as p90
     from (select r.type, ${LATE} as late, ${HOURS} as hours from ${REGISTERED} and ${within('r.area_code')}) as case_of
     group by type order by type`,
    [period.area, period.from, period.until],
  );
}

export interface CaseFilter extends Period {
  /** Cases that posted such people; null: whatever they posted, where they were reported. */
  posted: { lines: RowLines; sex: 1 | 2 | null; age: { from: number; to: number | null } | null } | null;
  type: string | null;
  late: boolean | null;
  after: { registeredOn: string; id: string } | null;
  limit: number;
}

export interface RegisteredCase {
  id: string;
  ticket: string;
  type: string;
  areaCode: string;
  registeredOn: string;
  late: boolean;
  hours: number | null;
}

const CASE_PARAMETERS = (filter: CaseFilter) => {
  const { posted } = filter;
  return [
    ...[filter.area, filter.from, filter.until, filter.type, filter.late],
    ...[posted !== null, posted?.lines.kinds ?? [], posted?.lines.moves?.upTo ?? null, posted?.sex ?? null],
    ...[posted?.age?.from ?? null, posted?.age?.to ?? null],
  ];
};

const CASES = `${REGISTERED} and ($4::text is null or r.type = $4) and ($5::boolean is null or ${LATE} = $5)
  and case when not $6::boolean then ${within('r.area_code')} else exists (
    select 1 from registry.posting p left join registry.resident who on who.id = p.resident_id
    where p.report_id = g.report_id and p.unit = 'person' and p.kind = any($7::text[]) and ${within('p.area_code')}
      and p.report_date >= $2::date and p.report_date < $3::date
      and ($8::int is null or p.move_class is null or p.move_class > $8)
      and ($9::int is null or p.sex = $9)
      and ($10::int is null or extract(year from age(p.event_date, who.birth_date)) >= $10)
      and ($11::int is null or extract(year from age(p.event_date, who.birth_date)) < $11)) end`;

/** Newest registration first. */
export function registeredCases(tx: Tx, filter: CaseFilter): Promise<RegisteredCase[]> {
  return rows(
    tx,
    `select r.id, r.ticket, r.type, r.area_code as "areaCode", g.registered_on as "registeredOn", ${LATE} as late,
       ${HOURS} as hours
     from ${CASES} and ($12::date is null or (g.registered_on, r.id) < ($12::date, $13::uuid))
     order by g.registered_on desc, r.id desc limit $14`,
    [...CASE_PARAMETERS(filter), filter.after?.registeredOn ?? null, filter.after?.id ?? null, filter.limit],
  );
}

export async function countCases(tx: Tx, filter: CaseFilter): Promise<number> {
  const counted = await row<{ count: number }>(
    tx,
    `select count(*)::int as count from ${CASES}`,
    CASE_PARAMETERS(filter),
  );
  return counted!.count;
}

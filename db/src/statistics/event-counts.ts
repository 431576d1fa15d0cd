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

/** Beside the ledger its sums by kelurahan and month (decision 018); periods are of whole months. */
const PARTS: Record<Exclude<EventDimension, 'age'>, string> = {
  event: `''`,
  month: `to_char(p.month, 'YYYY-MM')`,
  sex: `p.sex::text`,
  area: `array_to_string((string_to_array(p.area_code, '.'))[1:$4::int], '.')`,
};

const OF_PEOPLE = `p.unit = 'person' and p.kind in ('birth', 'death', 'arrival', 'departure')`;

/** People in postings of births, deaths, arrivals and departures by report date, as the A-9 counts them. */
export function eventLines(tx: Tx, { by, ...period }: Period & { by: EventDimension }): Promise<EventLine[]> {
  const { area, from, until } = period;
  if (by === 'age') return eventLinesByAge(tx, period);
  return rows(
    tx,
    `select ${PARTS[by]} as part, p.kind, nullif(p.move_class, 0) as "moveClass", p.sex, sum(p.amount)::int as amount
     from registry.posting_sum p
     where ${within('p.area_code')} and p.month >= $2::date and p.month < $3::date and ${OF_PEOPLE} group by 1, 2, 3, 4`,
    [area, from, until, ...(by === 'area' ? [area.split('.').length + 1] : [])],
  );
}

/** Ages are too many for sums: line by line, each with the age that is kept beside it. */
function eventLinesByAge(tx: Tx, { area, from, until }: Period): Promise<EventLine[]> {
  return rows(
    tx,
    `select years::text as part, kind, move_class as "moveClass", sex, sum(sign)::int as amount
     from registry.posting_age
     where ${within('area_code')} and report_date >= $2::date and report_date < $3::date group by years, kind, move_class, sex`,
    [area, from, until],
  );
}

/** Legally late: a finding of severity L stands, or the deed was numbered LT. Both are few, and asked for once. */
const LATE = `g.report_id in (select f.report_id from reporting.finding f where f.current and f.severity = 'L'
  union select d.report_id from registry.deed d where d.number like '____-LT-%')`;

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

const AGE_OF_LINE =
  'counted.area_code = p.area_code and counted.report_date = p.report_date and counted.posting_id = p.id';

/** Conditions and their parameters; of what was posted only where that is asked for, starting from the lines. */
function casesWhere(filter: CaseFilter): { sql: string; parameters: unknown[] } {
  const { posted, type, late } = filter;
  const parameters: unknown[] = [filter.area, filter.from, filter.until];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions: string[] = [];
  if (type !== null) conditions.push(`r.type = ${bind(type)}`);
  if (late !== null) conditions.push(late ? LATE : `not ${LATE}`);
  if (!posted) conditions.push(within('r.area_code'));
  else {
    const lines = [
      `p.unit = 'person' and p.kind = any(${bind(posted.lines.kinds ?? [])}::text[])`,
      `${within('p.area_code')} and p.report_date >= $2::date and p.report_date < $3::date`,
    ];
    const upTo = posted.lines.moves?.upTo;
    if (upTo !== undefined) lines.push(`(p.move_class is null or p.move_class > ${bind(upTo)})`);
    if (posted.sex !== null) lines.push(`p.sex = ${bind(posted.sex)}`);
    const { age } = posted;
    if (age) {
      lines.push(`counted.years >= ${bind(age.from)}`);
      if (age.to !== null) lines.push(`counted.years < ${bind(age.to)}`);
    }
    conditions.push(
      `g.report_id in (select p.report_id from registry.posting p
         ${age ? `join registry.posting_age counted on ${AGE_OF_LINE}` : ''} where ${lines.join(' and ')})`,
    );
  }
  return { sql: [REGISTERED, ...conditions].join(' and '), parameters };
}

/** Newest registration first. */
export function registeredCases(tx: Tx, filter: CaseFilter): Promise<RegisteredCase[]> {
  const { sql, parameters } = casesWhere(filter);
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const beyond = filter.after
    ? ` and (g.registered_on, r.id) < (${bind(filter.after.registeredOn)}::date, ${bind(filter.after.id)}::uuid)`
    : '';
  return rows(
    tx,
    `select r.id, r.ticket, r.type, r.area_code as "areaCode", g.registered_on as "registeredOn", ${LATE} as late,
       ${HOURS} as hours
     from ${sql}${beyond} order by g.registered_on desc, r.id desc limit ${bind(filter.limit)}`,
    parameters,
  );
}

export async function countCases(tx: Tx, filter: CaseFilter): Promise<number> {
  const { sql, parameters } = casesWhere(filter);
  const counted = await row<{ count: number }>(tx, `select count(*)::int as count from ${sql}`, parameters);
  return counted!.count;
}

/** What the books of a month are folded from: ledger lines by part of an area, and the people behind them. */
import type { LedgerLine, RowLines } from '@lampid/domain/ledger/a9';
import type { PersonPosting } from '@lampid/domain/ledger/b2';
import type { PartOfLedger } from '@lampid/domain/ledger/b3';
import type { DataSource } from 'typeorm';
import { row, rows } from '../kernel/rows.js';

const within = (column: string, at: string) =>
  `(${column} = ${at} or (${column} > ${at} || '.' and ${column} < ${at} || '/'))`;

export interface MonthQuestion {
  area: string;
  /** First day, `YYYY-MM-01`. */
  month: string;
  /** First day of the next month. */
  next: string;
}

type Grouped = LedgerLine & { part: string; within: boolean };

const SUMS = `kind, unit, sex, citizenship, move_class as "moveClass", sum(sign)::int as amount,
  report_date >= $2::date as within`;
const GROUP = `kind, unit, sex, citizenship, move_class, report_date >= $2::date`;

/** Per RT of a kelurahan, by RW and RT. */
export async function ledgerByRt(dataSource: DataSource, question: MonthQuestion): Promise<PartOfLedger[]> {
  const lines = await rows<Grouped>(
    dataSource.manager,
    `select rw || '/' || rt as part, ${SUMS} from registry.posting
     where ${within('area_code', '$1')} and report_date < $3::date group by rw, rt, ${GROUP}`,
    [question.area, question.month, question.next],
  );
  return parts(lines).map(({ part, ...ledger }) => {
    const [rw, rt] = part.split('/');
    return { rw: rw!, rt: rt!, ...ledger };
  });
}

/** Per area one level below, by code: of the sums by kelurahan and month (decision 018). */
export async function ledgerByChild(
  dataSource: DataSource,
  question: MonthQuestion,
): Promise<{ area: string; opening: LedgerLine[]; movements: LedgerLine[] }[]> {
  const lines = await rows<Grouped>(
    dataSource.manager,
    `select array_to_string((string_to_array(area_code, '.'))[1:$4::int], '.') as part, kind, unit, sex, citizenship,
       nullif(move_class, 0) as "moveClass", sum(amount)::int as amount, month >= $2::date as within
     from registry.posting_sum where ${within('area_code', '$1')} and month < $3::date group by 1, 2, 3, 4, 5, 6, 8`,
    [question.area, question.month, question.next, question.area.split('.').length + 1],
  );
  return parts(lines).map(({ part, ...ledger }) => ({ area: part, ...ledger }));
}

/** What happened in the month by its own date, whenever it was reported; the opening balances are nobody's event. */
export async function ledgerByEventDate(
  dataSource: DataSource,
  question: MonthQuestion,
): Promise<LedgerLine[]> {
  return rows(
    dataSource.manager,
    `select kind, unit, sex, citizenship, move_class as "moveClass", sum(sign)::int as amount from registry.posting
     where ${within('area_code', '$1')} and event_date >= $2::date and event_date < $3::date and kind <> 'opening'
     group by kind, unit, sex, citizenship, move_class`,
    [question.area, question.month, question.next],
  );
}

function parts(lines: readonly Grouped[]) {
  const byPart = new Map<string, { opening: LedgerLine[]; movements: LedgerLine[] }>();
  for (const { part, within: isMovement, ...line } of lines) {
    const ledger = byPart.get(part) ?? { opening: [], movements: [] };
    (isMovement ? ledger.movements : ledger.opening).push(line);
    byPart.set(part, ledger);
  }
  return [...byPart].sort(([a], [b]) => (a < b ? -1 : 1)).map(([part, ledger]) => ({ part, ...ledger }));
}

/**
 * The other side of a move: the paired line of the same report inside the city, else the letter (ours to another city, or another
 * city's to us).
 */
const OTHER_PLACE = `case when p.kind in ('arrival', 'departure') then coalesce(
    (select other_area.name from registry.posting other join reference.area other_area on other_area.code = other.area_code
     where other.report_id = p.report_id and other.resident_id = p.resident_id and other.id <> p.id and other.reverses is null
       and other.kind = case p.kind when 'arrival' then 'departure' else 'arrival' end limit 1),
    (select concat_ws(', ', a.name, (select city.name from reference.area city where city.code = substr(a.code, 1, 5)))
     from registry.move_letter l join reference.area a on a.code = l.destination->>'areaCode'
     where p.kind = 'departure' and l.report_id = coalesce(reversed.report_id, p.report_id) limit 1),
    (select concat_ws(', ', a.name, (select city.name from reference.area city where city.code = substr(a.code, 1, 5)))
     from integration.letter_cache c join reference.area a on a.code = c.letter->'originAddress'->>'areaCode'
     where p.kind = 'arrival' and c.report_id = coalesce(reversed.report_id, p.report_id) order by c.revision desc limit 1)) end`;

/**
 * Everybody's lines of the month, in the order in which they were posted. At most `limit`. A move between the RT of a kelurahan is no
 * mutation of its people.
 */
export async function personPostings(
  dataSource: DataSource,
  question: MonthQuestion & { limit: number },
): Promise<PersonPosting[]> {
  return rows(
    dataSource.manager,
    `select p.id, p.kind, p.sign, p.sex, p.citizenship, r.name, r.birth_place as "birthPlace", r.birth_date as "birthDate",
       p.event_date as "eventDate", p.report_date as "reportDate", ${OTHER_PLACE} as "otherPlace",
       case when p.kind = 'death' then (
         select d.details->>'place' from registry.deed d
         where d.resident_id = p.resident_id and d.kind = 'death' order by d.registered_on desc limit 1) end as "deathPlace",
       report.ticket, p.reverses is not null as reverses
     from registry.posting p
     join registry.resident r on r.id = p.resident_id
     left join registry.posting reversed on reversed.id = p.reverses
     left join reporting.report report on report.id = p.report_id
     where ${within('p.area_code', '$1')} and p.report_date >= $2::date and p.report_date < $3::date and p.unit = 'person'
       and p.move_class is distinct from 1
     order by p.report_date, p.id limit $4`,
    [question.area, question.month, question.next, question.limit],
  );
}

export interface NamesQuestion {
  area: string;
  /** Null: from the beginning of the ledger. */
  from: string | null;
  /** First day that no longer belongs to it. */
  until: string;
  /** Set: what lies before this day, and the balances taken over by `until`. */
  openingBefore: string | null;
  /** Null: all lines (opening, closing). */
  lines: RowLines | null;
  units: LedgerLine['unit'][];
  sexes: number[];
  /** True: foreigners only, false: without them, null: all. */
  foreign: boolean | null;
  /** Exact klasifikasi of departures (perincian pindah). */
  moveClass: number | null;
  rt: string | null;
  rw: string | null;
  after: string | null;
  limit: number;
}

/** One ledger line behind a cell. */
export interface NamedPosting {
  /** bigint as text. */
  id: string;
  kind: string;
  sign: 1 | -1;
  unit: LedgerLine['unit'];
  sex: 1 | 2;
  citizenship: number;
  areaCode: string;
  rt: string;
  rw: string;
  eventDate: string;
  reportDate: string;
  moveClass: number | null;
  reverses: string | null;
  reportId: string | null;
  ticket: string | null;
  /** Kelurahan of the report. */
  reportedIn: string | null;
  residentId: string | null;
  nik: string | null;
  name: string | null;
  cardId: string | null;
  cardNumber: string | null;
}

/** The lines that a cell is the sum of, oldest first. The name is of who was counted; of a family its card stands there. */
export async function namesBehind(dataSource: DataSource, question: NamesQuestion): Promise<NamedPosting[]> {
  const { sql, parameters } = conditions(question);
  const after = parameters.length + 1;
  return rows(
    dataSource.manager,
    // The lines of a period are gathered first (`offset 0`): in the order of the ledger it would be read from its beginning to find them.
    `select p.id, p.kind, p.sign, p.unit, p.sex, p.citizenship, p.area_code as "areaCode", p.rt, p.rw,
       p.event_date as "eventDate", p.report_date as "reportDate", p.move_class as "moveClass", p.reverses,
       report.id as "reportId", report.ticket, report.area_code as "reportedIn", r.id as "residentId", r.nik, r.name, c.id as "cardId", c.number as "cardNumber"
     from (select * from registry.posting p where ${sql} and ($${after}::bigint is null or p.id > $${after}::bigint)
       ${question.from === null ? '' : 'offset 0'}) as p
     left join registry.resident r on r.id = p.resident_id
     left join registry.family_card c on c.id = p.card_id
     left join reporting.report report on report.id = p.report_id
     order by p.id limit $${after + 1}`,
    [...parameters, question.after, question.limit],
  );
}

/** Sum of their signs, and how many lines there are. */
export async function countBehind(
  dataSource: DataSource,
  question: NamesQuestion,
): Promise<{ sum: number; lines: number }> {
  const { sql, parameters } = conditions(question);
  const counted = await row<{ sum: number; lines: number }>(
    dataSource.manager,
    `select coalesce(sum(p.sign), 0)::int as sum, count(*)::int as lines from registry.posting p where ${sql}`,
    parameters,
  );
  return counted!;
}

function conditions(question: NamesQuestion): { sql: string; parameters: unknown[] } {
  const { area, from, until, openingBefore, lines, units, sexes, foreign, moveClass, rt, rw } = question;
  const parameters: unknown[] = [area, until, units, sexes];
  const sql = [
    within('p.area_code', '$1'),
    'p.report_date < $2::date',
    'p.unit = any($3::text[])',
    'p.sex = any($4::int[])',
  ];
  const add = (make: (at: string) => string, value: unknown) => {
    parameters.push(value);
    sql.push(make(`$${parameters.length}`));
  };
  if (openingBefore !== null)
    add((at) => `(p.report_date < ${at}::date or p.kind = 'opening')`, openingBefore);
  if (from !== null) add((at) => `p.report_date >= ${at}::date`, from);
  if (foreign !== null) add((at) => `(p.citizenship = 2) = ${at}::boolean`, foreign);
  if (moveClass !== null) add((at) => `p.move_class = ${at}::int`, moveClass);
  if (rt !== null) add((at) => `p.rt = ${at}`, rt);
  if (rw !== null) add((at) => `p.rw = ${at}`, rw);
  if (lines?.kinds) add((at) => `p.kind = any(${at}::text[])`, lines.kinds);
  if (lines && lines.except.length > 0) add((at) => `not p.kind = any(${at}::text[])`, lines.except);
  if (lines?.moves) {
    const inside = (at: string) => `coalesce(p.move_class <= ${at}::int, false)`;
    const { only, upTo } = lines.moves;
    add((at) => (only ? inside(at) : `not ${inside(at)}`), upTo);
  }
  return { sql: sql.join(' and '), parameters };
}

/**
 * A city in SQL. Amounts and distributions are those of a real one (ages, family sizes, how often a name occurs, months, cases under
 * way); its books are not: no deed or resident follows from a report. Everything is drawn from the number of its row, so that two runs
 * make the same city.
 */
import { FEMALE_FIRST, FEMALE_LAST, MALE_FIRST, MALE_LAST, STREETS } from '@lampid/db/seed/names';

/** Kinds of ids, and the beginning of their text. */
const FAMILY = '01900000-0001';
const PERSON = '01900000-0002';
const REPORT = '01900000-0003';

/** Ids in the order of their making, as UUIDv7 are. */
const id = (kind: string, n: string) => `('${kind}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const made = (kind: string, column = 'id') =>
  `${column} between ${id(kind, '0')} and ${id(kind, '(1::bigint << 47)')}`;
const numberOf = (column: string) => `('x' || right(${column}::text, 12))::bit(48)::bigint`;

/** One of `amount` numbers from 0. `salt` keeps the draws of a row apart. */
const even = (n: string, salt: number, amount: string | number) =>
  `((hashint8extended((${n})::bigint, ${salt}) & 1073741823) % ${amount})::int`;

/** By the square: the first fifth of a list stands for nearly half of all, as it is with names. */
const drawn = (list: readonly string[], n: string, salt: number) =>
  `(array['${list.join("','")}'])[1 + floor(power((hashint8extended((${n})::bigint, ${salt}) & 1048575) / 1048576.0, 2) * ${list.length})::int]`;

const middle = (first: readonly string[], last: readonly string[]) => [...first, ...last].reverse();

/** Seven of ten have three names. */
const nameOf = (first: readonly string[], last: readonly string[], n: string) =>
  `${drawn(first, n, 11)} || case when ${even(n, 12, 10)} < 7 then ' ' || ${drawn(middle(first, last), n, 13)} else '' end
     || ' ' || ${drawn(last, n, 14)}`;
const maleName = (n: string) => nameOf(MALE_FIRST, MALE_LAST, n);
const femaleName = (n: string) => nameOf(FEMALE_FIRST, FEMALE_LAST, n);

const SIZES = '(array[1, 2, 3, 3, 4, 4, 4, 5, 2, 4])';
/** Ten families have 32 people. */
export const PEOPLE_PER_FAMILY = 3.2;

/** $1 families, $2 code of their area. */
export const FAMILIES = `
with village as (
  select code, row_number() over (order by code) - 1 as n, count(*) over () as amount
  from reference.area where level = 4 and active and code like $2::text || '.%'
), family as (
  select f.n, v.code, date '2021-01-01' + ${even('f.n', 1, 1000)} as opened_on
  from (select n, ${even('n', 2, '(select max(amount) from village)')} as at
        from generate_series(0, $1::bigint - 1) as n) as f
  join village v on v.n = f.at
), numbered as (
  select *, left(replace(code, '.', ''), 6) || to_char(opened_on, 'DDMMYY') as prefix from family
)
insert into registry.family_card (id, number, area_code, street, rt, rw, postal_code, opened_on)
select ${id(FAMILY, 'n')}, prefix || (9100 + row_number() over (partition by prefix order by n))::text, code,
  ${drawn(STREETS, 'n', 3)} || ' NO. ' || (1 + ${even('n', 4, 150)}), lpad((1 + ${even('n', 5, 8)})::text, 3, '0'),
  lpad((1 + ${even('n', 6, 14)})::text, 3, '0'), '40135', opened_on
from numbered order by n`;

/** The head, the spouse, children; a NIK of each that is free. */
export const PEOPLE = `
with family as (
  select c.id as card_id, c.number, c.area_code, c.opened_on, c.n, ${SIZES}[c.n % 10 + 1] as members,
    current_date - 25 * 365 - ${even('c.n', 20, 45 * 365)} as head_born
  from (select *, ${numberOf('id')} as n from registry.family_card where ${made(FAMILY)}) as c
), member as (
  select f.*, k, f.n * 8 + k as m,
    case k when 1 then 1 when 2 then 2 else 1 + ${even('f.n * 8 + k', 21, 2)} end as sex,
    case k when 1 then f.head_born
      when 2 then f.head_born + ${even('f.n', 22, 3000)} - 1000
      else least(f.head_born + 24 * 365 + (k - 3) * 900 + ${even('f.n * 8 + k', 23, 1500)},
        current_date - 1 - ${even('f.n * 8 + k', 24, 6000)}) end as born
  from family f cross join lateral generate_series(1, f.members) as k
), numbered as (
  select *, left(replace(area_code, '.', ''), 6)
      || lpad((extract(day from born) + case sex when 2 then 40 else 0 end)::text, 2, '0') || to_char(born, 'MMYY') as prefix
  from member
), named as (
  select *, ${id(PERSON, 'm')} as id, case sex when 1 then ${maleName('m')} else ${femaleName('m')} end as name,
    prefix || (9100 + row_number() over (partition by prefix order by m))::text as nik
  from numbered
), residents as (
  insert into registry.resident
    (id, nik, name, sex, birth_place, birth_date, religion, marital_status, education, occupation, blood_type, citizenship,
     father_name, mother_name, birth_order, card_number, area_code, heads_card)
  select id, nik, name, sex, 'BANDUNG', born, 1, case when k < 3 and members > 1 then 2 else 1 end, 5, 1 + m % 80, 13,
    case when m % 400 = 0 then 2 else 1 end, ${maleName('n')}, ${femaleName('n')}, greatest(1, k - 2), number, area_code, k = 1
  from named order by m
)
insert into registry.membership (card_id, resident_id, relation, position, since)
select card_id, id, case k when 1 then 1 when 2 then 3 else 4 end, k, greatest(opened_on, born) from named order by m`;

/**
 * $1 reports, $2 families, $3 how many are under way: the youngest. Their data are those of the seeded demonstration's.
 */
export const REPORTS = `
with template as (
  select type, data, row_number() over (partition by type order by id) - 1 as n, count(*) over (partition by type) as amount
  from reporting.report where status = 'completed' and not ${made(REPORT)}
), kind as (
  select n, (array['birth', 'birth', 'birth', 'move', 'move', 'arrival', 'arrival', 'death', 'death', 'birth'])[n % 10 + 1] as type,
    now() - ($1::bigint - n) * (interval '36 months' / $1::bigint) as at, n > $1::bigint - $3::bigint as open,
    ${even('n', 30, '$2::bigint')} as family
  from generate_series(1, $1::bigint) as n
), made as (
  select k.*, c.area_code, r.name, t.data,
    'LMP-' || case k.type when 'birth' then 'L' when 'death' then 'M' when 'move' then 'P' else 'D' end || '-'
      || replace(c.area_code, '.', '') || '-' || to_char(k.at, 'YYYYMMDD') || '-B' || lpad(k.n::text, 7, '0') as ticket,
    case when not k.open and ${even('k.n', 31, 100)} < 93 then 'completed'
      when not k.open then (array['rejected', 'cancelled', 'expired'])[1 + ${even('k.n', 32, 3)}]
      when k.n % 50 = 0 then 'awaiting_decision' when k.n % 30 = 0 then 'returned' else 'in_review' end as status
  from kind k
  join (select type, max(amount) as amount from template group by type) as a on a.type = k.type
  join template t on t.type = k.type and t.n = ${even('k.n', 33, 'a.amount')}
  join registry.family_card c on c.id = ${id(FAMILY, 'k.family')}
  join registry.resident r on r.id = ${id(PERSON, 'k.family::bigint * 8 + 1')}
)
insert into reporting.report
  (id, ticket, type, status, area_code, data, revision, title, search_text, event_date, created_by, created_at, submitted_at,
   ended_at, case_id)
select ${id(REPORT, 'n')}, ticket, type, status, area_code, data, 1, name, lower(name || ' ' || ticket), at::date - 5, 'seed', at, at,
  case when not open then least(at + interval '3 days', now()) end, 'bench-' || n
from made order by n`;

export const REVISIONS = `
insert into reporting.report_revision (report_id, revision, data, made_by, made_at)
select id, 1, data, 'seed', submitted_at from reporting.report where ${made(REPORT)}`;

/** An opening balance of everybody, and a line of each report that was registered. $1 families. */
export const LEDGER = `
with opened as (
  select (date_trunc('month', now()) - interval '36 months')::date as day
)
insert into registry.posting
  (kind, sign, unit, area_code, rt, rw, sex, citizenship, resident_id, card_id, move_class, event_date, report_date, report_id)
select 'opening', 1, 'person', c.area_code, c.rt, c.rw, r.sex, r.citizenship, r.id, c.id, null::int, o.day, o.day, null::uuid
from registry.resident r join registry.family_card c on c.number = r.card_number cross join opened o
where ${made(PERSON, 'r.id')}
union all
select 'opening', 1, 'family', c.area_code, c.rt, c.rw, r.sex, r.citizenship, null, c.id, null, o.day, o.day, null
from registry.family_card c join registry.membership m on m.card_id = c.id and m.relation = 1
join registry.resident r on r.id = m.resident_id cross join opened o
where ${made(FAMILY, 'c.id')}
union all
select case p.type when 'move' then 'departure' else p.type end, case when p.type in ('birth', 'arrival') then 1 else -1 end,
  'person', p.area_code, lpad((1 + p.n % 8)::text, 3, '0'), lpad((1 + p.n % 14)::text, 3, '0'), 1 + p.n % 2, 1,
  ${id(PERSON, `${even('p.n', 30, '$1::bigint')}::bigint * 8 + 1`)}, null,
  case when p.type in ('move', 'arrival') then 1 + p.n % 5 end, p.event_date, p.submitted_at::date, p.id
from (select *, ${numberOf('id')} as n from reporting.report where ${made(REPORT)} and status = 'completed') as p`;

/** What triggers keep beside the rows. */
export const KEPT: readonly string[] = [
  `insert into registry.known_name select distinct lower(name) from registry.resident order by 1 on conflict do nothing`,
  `insert into registry.known_word
   select distinct word from registry.known_name, unnest(registry.name_words(name)) as word order by 1 on conflict do nothing`,
  `delete from registry.posting_sum`,
  `insert into registry.posting_sum
   select area_code, date_trunc('month', report_date)::date, kind, unit, sex, citizenship, coalesce(move_class, 0), sum(sign)
   from registry.posting group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7`,
  `delete from registry.posting_age`,
  `insert into registry.posting_age (area_code, report_date, posting_id, kind, move_class, sex, sign, years)
   select p.area_code, p.report_date, p.id, p.kind, p.move_class, p.sex, p.sign, registry.completed_years(p.event_date, r.birth_date)
   from registry.posting p join registry.resident r on r.id = p.resident_id
   where p.unit = 'person' and p.kind in ('birth', 'death', 'arrival', 'departure') order by 1, 2, 3`,
];

/** Elements that the models of the four events have in common. */
const ELEMENTS = `(values (1, 'reported', 'startEvent'), (2, 'validate', 'serviceTask'), (3, 'report_valid', 'exclusiveGateway'),
  (4, 'check_wanted', 'exclusiveGateway'), (5, 'verify', 'serviceTask'), (6, 'assess', 'serviceTask'),
  (7, 'facts_valid', 'exclusiveGateway'), (8, 'opened', 'startEvent'), (9, 'watch', 'eventBasedGateway'),
  (10, 'task', 'userTask')) as e (position, element, kind)`;

const DECIDING = `case status when 'returned' then 'fix' when 'awaiting_decision' then 'special' else 'review' end`;

/** Cases from this number on. Needs `bench.definition`. */
const RECENT = `(
  select r.id, r.status, r.type, r.title, r.area_code, r.submitted_at, r.ended_at, r.case_id, d.definition_id
  from reporting.report r join bench.definition d on d.process_key = r.type
  where ${made(REPORT, 'r.id')} and r.id >= ${id(REPORT, '$1::bigint')}
) as c`;

/** What the projector and the workers leave of a case: for those under way, and those that ended lately. $1 number of the first. */
export const CASES: readonly string[] = [
  `insert into approval.case_instance (instance_id, case_id, report_id, definition_id, process_key, started_at, ended_at, how)
   select case_id, case_id, id, definition_id, type, submitted_at, ended_at, case when ended_at is not null then 'completed' end
   from ${RECENT}`,
  `insert into approval.case_step
     (step_id, case_id, instance_id, report_id, definition_id, element, element_type, entered_at, entered_tx, entered_pos, left_at)
   select case_id || ':' || position, case_id, case_id, id, definition_id,
     case element when 'task' then ${DECIDING} else element end, kind, submitted_at + position * interval '1 second', 1, position,
     case when element = 'task' then ended_at else submitted_at + (position + 1) * interval '1 second' end
   from ${RECENT} cross join ${ELEMENTS}`,
  `insert into approval.task
     (task_id, step_id, case_id, report_id, definition_id, element, candidate_groups, state, opened_at, due_at, ended_at, outcome)
   select case_id || ':t', case_id || ':10', case_id, id, definition_id, ${DECIDING},
     array[case status when 'returned' then 'operator:' || area_code when 'awaiting_decision' then 'kadis:' || left(area_code, 5)
       else 'supervisor:' || left(area_code, 8) end],
     case when ended_at is null then 'open' else 'ended' end, submitted_at + interval '11 seconds', submitted_at + interval '2 days',
     ended_at, case when ended_at is not null then 'approve' end
   from ${RECENT}`,
  `insert into approval.decision (task_id, report_id, element, definition_id, outcome, decided_by, decided_at, revision)
   select case_id || ':t', id, 'review', definition_id, 'approve', 'seed', ended_at, 1 from ${RECENT} where ended_at is not null`,
  `insert into reporting.finding
     (report_id, evaluation, step, definition_id, revision, code, severity, message_id, message_en)
   select id, case_id || ':6', 'assess', definition_id, 1, code, severity, 'Laporan melewati batas waktu', 'Reported late'
   from ${RECENT} cross join (values ('U3', 'L'), ('U9', 'W')) as f (code, severity)`,
  `insert into reporting.newcomer (report_id, field, name, birth_date, sex, mother_name)
   select id, 'child', title, submitted_at::date - ${even('hashtext(case_id)', 40, 60)}, 1 + ${even('hashtext(case_id)', 41, 2)},
     ${femaleName('hashtext(case_id)')}
   from ${RECENT} where type in ('birth', 'arrival') and ended_at is null`,
  `insert into kernel.attempt (work_id, step_id, report_id, topic, element, worker_id, started_at, ended_at, result)
   select case_id || ':' || position, case_id || ':' || position, id, element, element, 'bench',
     submitted_at + position * interval '1 second', submitted_at + position * interval '1.1 seconds', 'complete'
   from ${RECENT} cross join ${ELEMENTS} where kind = 'serviceTask'`,
];

export const PREPARE = `
create schema bench;
create table bench.city (residents int not null, reports int not null);
create table bench.definition (process_key text primary key, definition_id text not null)`;

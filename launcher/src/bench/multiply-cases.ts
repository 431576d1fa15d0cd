/** Makes thousands of cases out of some that really ran: their steps, tasks, decisions, findings, runs, acts, documents and messages. */
import type pg from 'pg';

/** Ids of engine and workers are text: each copy has its own. */
const own = (...columns: string[]) =>
  Object.fromEntries(columns.map((column) => [column, `c.n || '-' || t.${column}`]));

const officer = (column: string) => ({ [column]: `bench.officer_of(t.${column}, c.area)` });

/** Of each table its columns that are not taken over as they are. Instants move with the case, generated ones come by themselves. */
const TABLES: Record<string, Record<string, string>> = {
  'approval.case_instance': own('instance_id', 'case_id', 'parent_id'),
  'approval.case_step': {
    ...own('step_id', 'case_id', 'instance_id', 'parent_step_id', 'called_instance_id'),
    ...officer('assignee'),
  },
  'approval.task': {
    ...own('task_id', 'step_id', 'case_id'),
    ...officer('assignee'),
    candidate_groups: `array(select bench.group_of(g, c.area) from unnest(t.candidate_groups) as g)`,
    due_at: `bench.at(c, t.opened_at) + (t.due_at - t.opened_at)`,
  },
  'approval.decision': { ...own('task_id'), ...officer('decided_by') },
  'reporting.finding': own('evaluation'),
  'reporting.evaluation_facts': own('evaluation', 'step_id'),
  'kernel.attempt': own('work_id', 'step_id'),
  'kernel.audit': {
    ...officer('actor'),
    object: `case when t.object like 'task:%' then 'task:' || c.n || '-' || substr(t.object, 6) else t.object end`,
  },
  'registry.document': {
    ...own('work_id'),
    id: 'gen_random_uuid()',
    // One of ten waits at the counter.
    handed_over_at: `case when c.n % 10 > 0 then bench.at(c, t.issued_at) + interval '20 hours' end`,
  },
  'integration.siak_posting': own('correlation_id'),
  'integration.dukcapil_answer': {},
  'notification.message': {
    ...officer('recipient'),
    // Two officers of one step may be one in another area.
    work_id: `c.n || '-' || t.id || '-' || t.work_id`,
  },
};

/** Those that a case that is there already gains rows in. */
export const COPIED_TABLES = Object.keys(TABLES);

/** New reports, where the copy is none that is there already. */
const REPORTS: Record<string, Record<string, string>> = {
  'reporting.report': {
    ...own('case_id'),
    ...officer('created_by'),
    id: 'c.report_id',
    ticket: `'BENCH-' || c.n`,
    area_code: 'c.area',
  },
  'reporting.report_revision': officer('made_by'),
};

const PREPARE = `
create schema if not exists bench;
create table if not exists bench.copy (
  n           int primary key,
  template    uuid not null,
  report_id   uuid not null,
  area        text not null,
  submitted   timestamptz not null,     -- when the copy begins,
  began       timestamptz not null,     -- when its template began,
  stretch     float8 not null           -- and how many times as long it takes
);
create or replace function bench.at(c bench.copy, instant timestamptz) returns timestamptz language sql stable
  return c.submitted + (instant - c.began) * c.stretch;
create table if not exists bench.officer (role text not null, area text not null, username text not null, primary key (role, area));
insert into bench.officer
select role, area_code, min(username) from identity.officer where role in ('operator', 'supervisor') group by 1, 2 on conflict do nothing;
-- Officers of an area by their office: who has none of its own gets one.
create or replace function bench.officer_of(name text, area text) returns text language sql stable
  return case
    when name like 'operator%' then coalesce((select o.username from bench.officer o where o.role = 'operator' and o.area = $2), 'operator.' || $2)
    when name like 'supervisor%' then coalesce((select o.username from bench.officer o where o.role = 'supervisor' and o.area = left($2, 8)), 'supervisor.' || left($2, 8))
    else $1 end;
create or replace function bench.group_of(name text, area text) returns text language sql immutable
  return case when name like 'operator:%' then 'operator:' || $2 when name like 'supervisor:%' then 'supervisor:' || left($2, 8) else $1 end`;

export async function prepareCopies(client: pg.Client): Promise<void> {
  await client.query(PREPARE);
}

/** Of the rows in `bench.copy`. `client` is a superuser: nobody is told of the rows, and no key is looked up. */
export async function multiplyCases(
  client: pg.Client,
  options: { newReports: boolean; say: (text: string) => void },
): Promise<void> {
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query('set local synchronous_commit = off');
  for (const [table, changed] of Object.entries({ ...(options.newReports && REPORTS), ...TABLES })) {
    options.say(table);
    await client.query(await copying(client, table, changed));
  }
  await client.query('commit');
}

async function copying(client: pg.Client, table: string, changed: Record<string, string>): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, atttypid::regtype::text as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = '' order by attnum`,
    [table],
  );
  const valueOf = ({ name, type }: { name: string; type: string }) => {
    if (changed[name]) return changed[name];
    if (name === 'report_id') return 'c.report_id';
    return type === 'timestamp with time zone' ? `bench.at(c, t.${name})` : `t.${name}`;
  };
  const key = table === 'reporting.report' ? 'id' : 'report_id';
  return `insert into ${table} (${rows.map(({ name }) => name).join(', ')})
    select ${rows.map(valueOf).join(', ')} from bench.copy c join ${table} t on t.${key} = c.template order by c.n`;
}

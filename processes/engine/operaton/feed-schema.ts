import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { EngineError } from '../engine.js';

/**
 * What the adapter adds to Operaton's database, all of it named `lampid_*`.
 *
 * Every trigger runs inside the engine's own transaction, on its hot path: one narrow insert each, conditions in WHEN (evaluated
 * without entering PL/pgSQL), no look-ups. What a row lacks is resolved by the reader. Columns are reused by kind:
 *
 * | kind | source | ref | parent | link | element | type | who | n |
 * |---|---|---|---|---|---|---|---|---|
 * | P, p | instance started, ended | root id | super instance | | business key | state | | |
 * | A, a, m | step entered, left, migrated | step id | parent step | called instance | element | element type | assignee | sequence counter |
 * | T, U, D | task opened, changed, deleted | task id | | | element | | assignee | |
 * | L, l | candidate group added, removed | task id | | | group | | | |
 * | I, i | incident opened, deleted | incident id | step id | | element | type | message | |
 */
const FEED_SQL = `
create table if not exists lampid_feed (
  tx xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  kind "char" not null,
  instance_id varchar(64),
  definition_id varchar(64),
  ref varchar(64) not null,
  parent varchar(64),
  link varchar(64),
  task_id varchar(64),
  element varchar(255),
  type varchar(255),
  who text,
  at timestamp not null,
  ended_at timestamp,
  n bigint,
  state smallint,
  primary key (tx, id)
);

-- A second start with the same business key cannot commit.
create unique index if not exists lampid_one_start on act_hi_procinst (business_key_) where super_process_instance_id_ is null;

-- Work is fetched oldest first. Without this every fetch sorts the whole backlog: 31 ms against 0.1 with 20,000 items waiting.
create index if not exists lampid_oldest_work on act_ru_ext_task (create_time_);

create or replace function lampid_feed_procinst() returns trigger language plpgsql as $body$
begin
  insert into lampid_feed (kind, instance_id, definition_id, ref, parent, element, type, at, ended_at)
  values (case tg_op when 'INSERT' then 'P' else 'p' end, new.id_, new.proc_def_id_, new.root_proc_inst_id_,
          new.super_process_instance_id_, new.business_key_, new.state_, new.start_time_, new.end_time_);
  return null;
end $body$;
create or replace trigger lampid_feed_i after insert on act_hi_procinst
  for each row execute function lampid_feed_procinst();
create or replace trigger lampid_feed_u after update on act_hi_procinst
  for each row when (old.end_time_ is null and new.end_time_ is not null) execute function lampid_feed_procinst();

create or replace function lampid_feed_actinst() returns trigger language plpgsql as $body$
begin
  insert into lampid_feed (kind, instance_id, definition_id, ref, parent, link, task_id, element, type, who, at, ended_at, n, state)
  values (tg_argv[0]::"char", new.proc_inst_id_, new.proc_def_id_, new.id_, new.parent_act_inst_id_, new.call_proc_inst_id_,
          new.task_id_, new.act_id_, new.act_type_, new.assignee_, new.start_time_, new.end_time_, new.sequence_counter_,
          new.act_inst_state_);
  return null;
end $body$;
create or replace trigger lampid_feed_i after insert on act_hi_actinst
  for each row execute function lampid_feed_actinst('A');
create or replace trigger lampid_feed_called after update on act_hi_actinst
  for each row when (old.call_proc_inst_id_ is distinct from new.call_proc_inst_id_) execute function lampid_feed_actinst('A');
create or replace trigger lampid_feed_migrated after update on act_hi_actinst
  for each row when (old.act_id_ is distinct from new.act_id_ or old.proc_def_id_ is distinct from new.proc_def_id_)
  execute function lampid_feed_actinst('m');
create or replace trigger lampid_feed_u after update on act_hi_actinst
  for each row when (old.end_time_ is null and new.end_time_ is not null) execute function lampid_feed_actinst('a');

create or replace function lampid_feed_task() returns trigger language plpgsql as $body$
begin
  insert into lampid_feed (kind, instance_id, definition_id, ref, element, who, at, ended_at)
  values (tg_argv[0]::"char", new.proc_inst_id_, new.proc_def_id_, new.id_, new.task_def_key_, new.assignee_,
          new.create_time_, new.due_date_);
  return null;
end $body$;
create or replace function lampid_feed_task_deleted() returns trigger language plpgsql as $body$
begin
  insert into lampid_feed (kind, instance_id, definition_id, ref, element, at)
  values ('D', old.proc_inst_id_, old.proc_def_id_, old.id_, old.task_def_key_, clock_timestamp() at time zone 'UTC');
  return null;
end $body$;
create or replace trigger lampid_feed_i after insert on act_ru_task
  for each row when (new.proc_inst_id_ is not null) execute function lampid_feed_task('T');
create or replace trigger lampid_feed_u after update on act_ru_task
  for each row when (new.proc_inst_id_ is not null and (old.assignee_ is distinct from new.assignee_
    or old.due_date_ is distinct from new.due_date_ or old.task_def_key_ is distinct from new.task_def_key_
    or old.proc_def_id_ is distinct from new.proc_def_id_)) execute function lampid_feed_task('U');
create or replace trigger lampid_feed_d after delete on act_ru_task
  for each row when (old.proc_inst_id_ is not null) execute function lampid_feed_task_deleted();

create or replace function lampid_feed_link() returns trigger language plpgsql as $body$
begin
  if tg_op = 'INSERT' then
    insert into lampid_feed (kind, ref, element, at) values ('L', new.task_id_, new.group_id_, clock_timestamp() at time zone 'UTC');
  else
    insert into lampid_feed (kind, ref, element, at) values ('l', old.task_id_, old.group_id_, clock_timestamp() at time zone 'UTC');
  end if;
  return null;
end $body$;
create or replace trigger lampid_feed_i after insert on act_ru_identitylink
  for each row when (new.type_ = 'candidate' and new.task_id_ is not null and new.group_id_ is not null)
  execute function lampid_feed_link();
create or replace trigger lampid_feed_d after delete on act_ru_identitylink
  for each row when (old.type_ = 'candidate' and old.task_id_ is not null and old.group_id_ is not null)
  execute function lampid_feed_link();

-- Rare, so the step may be looked up here. Incidents that only repeat a called process's trouble upwards are left out.
create or replace function lampid_feed_incident() returns trigger language plpgsql as $body$
begin
  insert into lampid_feed (kind, instance_id, definition_id, ref, parent, element, type, who, at)
  values ('I', new.proc_inst_id_, new.proc_def_id_, new.id_,
          coalesce((select act_inst_id_ from act_ru_ext_task where id_ = new.configuration_),
                   (select act_inst_id_ from act_ru_execution where id_ = new.execution_id_)),
          coalesce(new.failed_activity_id_, new.activity_id_), new.incident_type_, new.incident_msg_, new.incident_timestamp_);
  return null;
end $body$;
create or replace function lampid_feed_incident_deleted() returns trigger language plpgsql as $body$
begin
  insert into lampid_feed (kind, instance_id, definition_id, ref, element, at)
  values ('i', old.proc_inst_id_, old.proc_def_id_, old.id_, coalesce(old.failed_activity_id_, old.activity_id_),
          clock_timestamp() at time zone 'UTC');
  return null;
end $body$;
create or replace trigger lampid_feed_i after insert on act_ru_incident
  for each row when (new.proc_inst_id_ is not null and new.cause_incident_id_ = new.id_) execute function lampid_feed_incident();
create or replace trigger lampid_feed_d after delete on act_ru_incident
  for each row when (old.proc_inst_id_ is not null and old.cause_incident_id_ = old.id_)
  execute function lampid_feed_incident_deleted();

-- One wake-up per transaction: PostgreSQL folds equal notifications of a transaction into one.
create or replace function lampid_feed_wake() returns trigger language plpgsql as $body$
begin
  perform pg_notify('lampid_feed', '');
  return null;
end $body$;
create or replace trigger lampid_feed_wake after insert on lampid_feed
  for each statement execute function lampid_feed_wake();
`;

/** Any constant: serialises concurrent `prepare` calls of several server processes. */
const PREPARE_LOCK = 7_210_415;

/**
 * Creates or upgrades the feed. Needs the rights of the owner of Operaton's tables, not a superuser's. The statements run only
 * when their text is new to this database: creating a trigger waits for the engine's transactions and must not be routine.
 * @throws EngineError unavailable: the engine has not created its tables yet, or the database cannot be reached
 */
export async function prepareFeed(pool: Pool): Promise<void> {
  const version = createHash('sha256').update(FEED_SQL).digest('hex').slice(0, 16);
  const client = await pool.connect().catch((cause: unknown) => {
    throw new EngineError('unavailable', "The engine's database cannot be reached", { cause });
  });
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [PREPARE_LOCK]);
    const { rows } = await client.query<{ ready: boolean; feed: boolean }>(
      `select to_regclass('act_ru_incident') is not null as ready, to_regclass('lampid_feed_version') is not null as feed`,
    );
    if (!rows[0]?.ready) throw new EngineError('unavailable', 'The engine has not created its tables yet');
    if (!rows[0].feed)
      await client.query(
        'create table lampid_feed_version (version text not null, applied_at timestamptz not null default now())',
      );
    const known = await client.query('select 1 from lampid_feed_version where version = $1', [version]);
    if (known.rowCount === 0) {
      await client.query(FEED_SQL);
      await client.query('delete from lampid_feed_version');
      await client.query('insert into lampid_feed_version (version) values ($1)', [version]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

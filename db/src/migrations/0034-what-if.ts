import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the tables compared, kept per evaluation, and runs of other tables and models over it. */
export class WhatIf1763800000034 implements MigrationInterface {
  readonly name = 'WhatIf1763800000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reporting.evaluation_facts (
        report_id     uuid not null references reporting.report (id),
        evaluation    text not null,                 -- as in reporting.finding
        step_id       text not null,
        definition_id text not null,                 -- whose tables asked for them
        facts         jsonb not null,                -- flat; no name, no number of anybody
        created_at    timestamptz not null default now(),
        primary key (report_id, evaluation)
      );
      create index evaluation_facts_age on reporting.evaluation_facts (created_at);
      create index report_submitted on reporting.report (type, submitted_at, id) where submitted_at is not null;

      create table modeling.what_if (
        id              uuid primary key,
        base            text not null references modeling.definition (definition_id),
        resources       jsonb not null,              -- the files that differ from the base
        process_key     text not null,
        area_code       text collate "C" not null,   -- of whoever asked: cases of other areas are not looked at
        submitted_from  timestamptz not null,
        submitted_until timestamptz not null,
        max_cases       int not null,
        state           text not null default 'running' check (state in ('running','done','cancelled','failed')),
        attempts        int not null default 0,
        reached         jsonb,                       -- place of the last case that was looked at
        total           int,                         -- null until it was counted
        same            int not null default 0,
        other_way       int not null default 0,
        other_findings  int not null default 0,
        not_judged      int not null default 0,
        texts           jsonb,                       -- names of steps and texts of rules that the results refer to
        failure         jsonb,
        created_by      text not null,
        created_at      timestamptz not null default now(),
        ended_at        timestamptz
      );
      create unique index what_if_one_at_a_time on modeling.what_if (created_by) where state = 'running';
      create index what_if_recent on modeling.what_if (created_at desc, id);

      create table modeling.what_if_case (           -- those that did not come out the same
        what_if_id  uuid not null references modeling.what_if (id) on delete cascade,
        position    int not null,
        report_id   uuid not null,
        kind        text not null check (kind in ('way','findings','not-judged')),
        element     text,                            -- where it parts
        rules       text[] not null default '{}',    -- codes that differ there
        detail      jsonb not null,
        primary key (what_if_id, position)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table modeling.what_if_case; drop table modeling.what_if;
      drop index reporting.report_submitted; drop table reporting.evaluation_facts;
    `);
  }
}

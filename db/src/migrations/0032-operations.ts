import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works here and since when; what causes an incident; and the figures of the last hours without a look at every row. */
export class Operations1763800000032 implements MigrationInterface {
  readonly name = 'Operations1763800000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kernel.worker (
        worker_id  text primary key,              -- host, process and a random part
        version    text not null,                 -- of the program
        topics     jsonb not null,                -- [{topic, running, finished, failed}], counted since started_at
        started_at timestamptz not null,
        seen_at    timestamptz not null default now()
      );
      create index worker_seen on kernel.worker (seen_at);

      -- The same trouble at many cases is one cause: numbers and ids of a message are no part of it.
      alter table approval.incident add column cause text not null generated always as (
        md5(kind || '|' || element || '|' || regexp_replace(message, '[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+', '#', 'gi'))
      ) stored;
      create index incident_cause on approval.incident (cause, opened_at) where resolved_at is null;

      create index report_submitted_at on reporting.report (submitted_at) where submitted_at is not null;
      create index report_ended_at on reporting.report (ended_at) where ended_at is not null;
      create index attempt_ended on kernel.attempt using brin (ended_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index kernel.attempt_ended;
      drop index reporting.report_ended_at;
      drop index reporting.report_submitted_at;
      alter table approval.incident drop column cause;
      drop table kernel.worker;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How content citizens were with a finished case: one answer by each way of asking. */
export class Satisfaction1763800000023 implements MigrationInterface {
  readonly name = 'Satisfaction1763800000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statistics.satisfaction (
        report_id uuid not null,
        asked     text not null check (asked in ('online', 'counter')),  -- on the tracking page, or at hand-over
        score     smallint not null check (score between 1 and 5),
        comment   text check (length(comment) <= 500),
        area_code text collate "C" not null,                             -- kelurahan of the report
        given_at  timestamptz not null default now(),
        primary key (report_id, asked)
      );
      create index satisfaction_area on statistics.satisfaction (area_code, given_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statistics.satisfaction');
  }
}

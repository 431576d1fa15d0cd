import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose practice a case is. It stands apart from the reports: whatever counts them does not see it. */
export class Practices1763800000028 implements MigrationInterface {
  readonly name = 'Practices1763800000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approval.practice (
        id         uuid primary key,              -- business key of the case
        username   text not null references identity.officer (username),
        kind       text not null check (kind in ('report', 'judge')),
        started_at timestamptz not null default now()
      );
      create index practice_latest on approval.practice (username, started_at desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table approval.practice');
  }
}

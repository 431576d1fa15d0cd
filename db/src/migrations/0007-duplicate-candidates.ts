import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may be recorded already: people that open reports add, and whom each of them may be. */
export class DuplicateCandidates1763800000007 implements MigrationInterface {
  readonly name = 'DuplicateCandidates1763800000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A day has some eighty births in a city of 2.5 million: the date finds them, their names are compared one by one.
      create index resident_birth_date on registry.resident (birth_date);

      create table reporting.newcomer (             -- people that the current revision of a report would add
        report_id   uuid not null references reporting.report (id),
        field       text not null,                  -- path in the report's data
        name        text not null,
        birth_date  date not null,
        sex         smallint,
        mother_name text,
        primary key (report_id, field)
      );
      create index newcomer_birth_date on reporting.newcomer (birth_date);

      create table reporting.duplicate_candidate (  -- of the last evaluation
        report_id    uuid not null references reporting.report (id),
        field        text not null,
        resident_id  uuid,
        other_report uuid,
        other_field  text,
        score        smallint not null,
        reasons      text[] not null,
        check (num_nonnulls(resident_id, other_report) = 1)
      );
      create index duplicate_candidate_report on reporting.duplicate_candidate (report_id);
    `);
  }

  /** Registers are never unmade: going back is restoring a backup. */
  async down(): Promise<void> {
    throw new Error('duplicate candidates cannot be taken back');
  }
}

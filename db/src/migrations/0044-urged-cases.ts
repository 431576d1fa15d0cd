import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What cannot wait is a case, not one of its tasks: every task that opens in it goes first, until somebody says that it can wait. */
export class UrgedCases1763800000044 implements MigrationInterface {
  readonly name = 'UrgedCases1763800000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approval.urged_case (
        report_id uuid primary key references reporting.report on delete cascade,
        urged_by  text not null,
        urged_at  timestamptz not null default now()
      );
      insert into approval.urged_case (report_id, urged_by, urged_at)
      select distinct on (report_id) report_id, urged_by, urged_at from approval.task
      where state = 'open' and urged_at is not null and report_id is not null
      order by report_id, urged_at;

      -- The queue is sorted by columns of the task: it takes them over from its case. Its report may be told after it.
      create function approval.urge_with_case() returns trigger language plpgsql as $$
      begin
        select u.urged_by, u.urged_at into new.urged_by, new.urged_at
        from approval.urged_case u where u.report_id = new.report_id;
        return new;
      end $$;
      create trigger task_urged_with_case before insert or update of report_id on approval.task
        for each row execute function approval.urge_with_case()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger task_urged_with_case on approval.task;
      drop function approval.urge_with_case();
      drop table approval.urged_case`);
  }
}

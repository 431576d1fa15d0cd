import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an officer has mended of a returned report and not sent yet, gone with its task; and reports found by the number of a person also after their end. */
export class AtTheCounter1763800000040 implements MigrationInterface {
  readonly name = 'AtTheCounter1763800000040';

  async up(runner: QueryRunner): Promise<void> {
    // Not in the task's own row: a change there is told to everybody who watches the queue.
    await runner.query(`
      create table approval.task_draft (
        task_id text primary key references approval.task on delete cascade,
        data    jsonb not null,
        version int not null default 1,
        kept_by text not null,
        kept_at timestamptz not null default now()
      );
      create function approval.drop_task_draft() returns trigger language plpgsql as $$
      begin
        delete from approval.task_draft where task_id = new.task_id;
        return null;
      end $$;
      create trigger draft_dropped after update of state on approval.task
        for each row when (new.state <> 'open') execute function approval.drop_task_draft();

      -- Who collects a document shows a card, and the case is over by then.
      drop index reporting.report_numbers;
      create index report_numbers on reporting.report using gin ((reporting.numbers_in(data)) jsonb_path_ops)
        where submitted_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index reporting.report_numbers;
      create index report_numbers on reporting.report using gin ((reporting.numbers_in(data)) jsonb_path_ops)
        where ended_at is null and submitted_at is not null;
      drop trigger draft_dropped on approval.task;
      drop function approval.drop_task_draft();
      drop table approval.task_draft`);
  }
}

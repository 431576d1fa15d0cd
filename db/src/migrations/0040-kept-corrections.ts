import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an officer has mended of a returned report and not sent yet; it goes with the task that it was mended in. */
export class KeptCorrections1763800000040 implements MigrationInterface {
  readonly name = 'KeptCorrections1763800000040';

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
        for each row when (new.state <> 'open') execute function approval.drop_task_draft()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger draft_dropped on approval.task;
      drop function approval.drop_task_draft();
      drop table approval.task_draft`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a desk of hundreds of tasks a day needs: order by deadline, search by NIK, live changes, who looks at what, own settings. */
export class WorkOnTheQueue1763800000021 implements MigrationInterface {
  readonly name = 'WorkOnTheQueue1763800000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index task_due on approval.task ((coalesce(due_at, 'infinity')), task_id) where state = 'open';

      -- Every NIK and KK number in a report that has not ended: found by search, never shown in a list.
      create function reporting.numbers_in(data jsonb) returns jsonb language sql immutable parallel safe
        return jsonb_path_query_array(data, '$.** ? (@.type() == "string" && @ like_regex "^[0-9]{16}$")');
      create index report_numbers on reporting.report using gin ((reporting.numbers_in(data)) jsonb_path_ops)
        where ended_at is null and submitted_at is not null;

      -- Whoever watches a queue is told which one changed: the group's name is the payload.
      create function approval.tell_queue() returns trigger language plpgsql as $$
      declare
        queue text;
      begin
        foreach queue in array coalesce(new.candidate_groups, '{}') loop
          perform pg_notify('lampid_queue', queue);
        end loop;
        return null;
      end $$;
      create trigger queue_told after insert or update of state, assignee, due_at, candidate_groups on approval.task
        for each row execute function approval.tell_queue();

      -- Who has a task on the screen now. Lost with a crash, and worth nothing a minute later.
      create unlogged table approval.task_viewer (
        task_id  text not null,
        username text not null,
        seen_at  timestamptz not null default now(),
        primary key (task_id, username)
      );

      create table identity.preference (
        username   text not null references identity.officer (username),
        key        text not null,
        value      jsonb not null,
        updated_at timestamptz not null default now(),
        primary key (username, key)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('the queue cannot be taken back');
  }
}

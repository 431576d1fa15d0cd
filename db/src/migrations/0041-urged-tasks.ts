import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An officer says what cannot wait for its turn: it goes before everything else of its queue. */
export class UrgedTasks1763800000041 implements MigrationInterface {
  readonly name = 'UrgedTasks1763800000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table approval.task add column urged_by text, add column urged_at timestamptz;
      create index task_urged on approval.task ((urged_at is null), (coalesce(due_at, 'infinity')), task_id)
        where state = 'open';
      drop trigger queue_told on approval.task;
      create trigger queue_told after insert or update of state, assignee, due_at, candidate_groups, urged_at on approval.task
        for each row execute function approval.tell_queue()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger queue_told on approval.task;
      create trigger queue_told after insert or update of state, assignee, due_at, candidate_groups on approval.task
        for each row execute function approval.tell_queue();
      drop index approval.task_urged;
      alter table approval.task drop column urged_by, drop column urged_at`);
  }
}

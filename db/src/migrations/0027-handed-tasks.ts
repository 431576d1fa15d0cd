import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A task that an officer handed to a colleague: by whom, and what they said. */
export class HandedTasks1763800000027 implements MigrationInterface {
  readonly name = 'HandedTasks1763800000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table approval.task add column handed_by text, add column handed_note text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table approval.task drop column handed_by, drop column handed_note`);
  }
}

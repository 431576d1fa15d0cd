import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createCaseMigrations } from './0033-moved-cases.sql.js';

/** Running cases that go on in another version of their model: who wanted it, who agreed, and what became of each. */
export class MovedCases1763800000033 implements MigrationInterface {
  readonly name = 'MovedCases1763800000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createCaseMigrations);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table modeling.migration_case, modeling.migration');
  }
}

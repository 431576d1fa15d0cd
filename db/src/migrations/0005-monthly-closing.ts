import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createMonthlyClosing } from './0005-monthly-closing.sql.js';

export class MonthlyClosing1763800000005 implements MigrationInterface {
  readonly name = 'MonthlyClosing1763800000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createMonthlyClosing);
  }

  async down(): Promise<void> {
    throw new Error('closed months are never unmade');
  }
}

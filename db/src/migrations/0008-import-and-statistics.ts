import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createImports } from './0008-import-and-statistics.sql.js';

export class ImportAndStatistics1763800000008 implements MigrationInterface {
  readonly name = 'ImportAndStatistics1763800000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createImports);
  }

  async down(): Promise<void> {
    throw new Error('what was imported is never unmade');
  }
}

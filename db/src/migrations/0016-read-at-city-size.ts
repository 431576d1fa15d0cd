import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readAtCitySize } from './0016-read-at-city-size.sql.js';

export class ReadAtCitySize1763800000016 implements MigrationInterface {
  readonly name = 'ReadAtCitySize1763800000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readAtCitySize);
  }

  /** Registers are never unmade: going back is restoring a backup. */
  async down(): Promise<void> {
    throw new Error('sums of the ledger cannot be taken back');
  }
}

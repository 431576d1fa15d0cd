import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keptWhileFilling } from './0018-kept-while-filling.sql.js';
import { placesInTheLedger } from './0018-places-in-the-ledger.sql.js';

export class PlacesInTheLedger1763800000018 implements MigrationInterface {
  readonly name = 'PlacesInTheLedger1763800000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(placesInTheLedger);
    await runner.query(keptWhileFilling);
  }

  /** Registers are never unmade: going back is restoring a backup. */
  async down(): Promise<void> {
    throw new Error('lines of the ledger cannot be taken back');
  }
}

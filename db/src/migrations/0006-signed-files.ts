import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addSignedFiles } from './0006-signed-files.sql.js';

export class SignedFiles1763800000006 implements MigrationInterface {
  readonly name = 'SignedFiles1763800000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(addSignedFiles);
  }

  async down(): Promise<void> {
    throw new Error('documents that were handed out cannot be taken back');
  }
}

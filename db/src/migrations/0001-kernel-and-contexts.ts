import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createKernelAndContexts } from './0001-kernel-and-contexts.sql.js';

/** The number at the end of the class name orders migrations: typeorm wants a JavaScript time stamp there. */
export class KernelAndContexts1763800000001 implements MigrationInterface {
  readonly name = 'KernelAndContexts1763800000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createKernelAndContexts);
  }

  /** Registers are never unmade: going back is restoring a backup. */
  async down(): Promise<void> {
    throw new Error('the first migration cannot be taken back');
  }
}

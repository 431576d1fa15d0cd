import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision keeps what it was made on: the fingerprint of the change that registration is to make. */
export class DecidedConsequences1763800000003 implements MigrationInterface {
  readonly name = 'DecidedConsequences1763800000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approval.decision add column consequences_sha256 text');
  }

  /** Registers are never unmade: going back is restoring a backup. */
  async down(): Promise<void> {
    throw new Error('decided consequences cannot be taken back');
  }
}

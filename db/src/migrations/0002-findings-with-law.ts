import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A finding names its article, the facts that its rule compared, and why somebody let it pass. */
export class FindingsWithLaw1763800000002 implements MigrationInterface {
  readonly name = 'FindingsWithLaw1763800000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reporting.finding
        add column legal_basis text,
        add column compared jsonb not null default '[]',   -- [{fact, label, value}], impersonal
        add column acknowledged_reason text;
      -- How often each rule fired, lately and ever.
      create index finding_code on reporting.finding (code, created_at);
    `);
  }

  /** Registers are never unmade: going back is restoring a backup. */
  async down(): Promise<void> {
    throw new Error('findings with law cannot be taken back');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who collected which issued documents, and which still wait at the counter. */
export class HandedOver1763800000026 implements MigrationInterface {
  readonly name = 'HandedOver1763800000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.handover (
        id           uuid primary key,
        report_id    uuid not null references reporting.report (id),
        documents    uuid[] not null check (cardinality(documents) > 0),
        collected_by text not null,                   -- name of who came
        relation     text not null check (relation in ('self','family','proxy')),
        shown        text not null check (shown in ('ktp-el','kk','sim','paspor')),
        reason       text,                            -- why once more; null the first time
        handed_by    text not null,                   -- username
        handed_at    timestamptz not null default now()
      );
      create index handover_report on registry.handover (report_id, handed_at);

      -- Beside the hand-overs, so that what waits is found without them.
      alter table registry.document add column handed_over_at timestamptz;
      -- Nobody wrote down who collected what was issued before: it does not wait.
      update registry.document set handed_over_at = issued_at;
      create index document_waiting on registry.document (report_id, issued_at)
        where handed_over_at is null and status = 'valid' and report_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('a record of who collected documents is not thrown away');
  }
}

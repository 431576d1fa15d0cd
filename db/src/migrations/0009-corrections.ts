import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrections after registration: merged records, NIKs that fell away, and who took a registration back. */
export class Corrections1763800000009 implements MigrationInterface {
  readonly name = 'Corrections1763800000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registry.resident add column merged_into uuid references registry.resident (id);
      alter table registry.resident add constraint resident_merged_is_void
        check (merged_into is null or status = 'void') not valid;

      -- NIKs that people had before a merge: found by, never given again.
      create table registry.former_nik (
        nik         text collate "C" not null,
        resident_id uuid not null references registry.resident (id),
        since       timestamptz not null default now(),
        primary key (nik, resident_id)
      );
      create function registry.keep_former_nik() returns trigger language plpgsql as $$
      begin
        -- Undoing a merge gives the NIK back.
        delete from registry.former_nik where nik = new.nik and resident_id = new.id;
        insert into registry.former_nik (nik, resident_id) values (old.nik, new.id) on conflict do nothing;
        return null;
      end $$;
      create trigger former_nik_kept after update of nik on registry.resident
        for each row when (old.nik is distinct from new.nik) execute function registry.keep_former_nik();

      -- Another report that took the registration back; null where its own case did.
      alter table registry.registration add column reversed_by_report uuid;

      -- Who is on no card is found in the ledger by person; so are the lines of one person for an auditor.
      create index posting_resident on registry.posting (resident_id) where resident_id is not null;
    `);
  }

  /** Registers are never unmade: going back is restoring a backup. */
  async down(): Promise<void> {
    throw new Error('corrections cannot be taken back');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who reports from outside of the office: heads of RT/RW, machines of hospitals, citizens; and what became of a notification. */
export class OutsideTheOffice1763800000024 implements MigrationInterface {
  readonly name = 'OutsideTheOffice1763800000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.officer drop constraint officer_role_check;
      alter table identity.officer add constraint officer_role_check check (role in
        ('operator','supervisor','verifikator','kadis','admin','analyst','auditor','rtrw','hospital','citizen'));
      alter table identity.officer
        add column rt text,                           -- of a head of RT; with rw, inside the kelurahan of area_code
        add column rw text,                           -- of a head of RW, or of the RW that the RT is in
        add column resident_id uuid,                  -- who a citizen is in the register
        add column version int not null default 1;
      alter table identity.officer add constraint officer_neighbourhood
        check ((role = 'rtrw') = (rw is not null) and (rt is null or rw is not null));
      alter table identity.officer add constraint officer_citizen check (role <> 'citizen' or resident_id is not null);

      create table reporting.notification_answer (
        notification_id uuid primary key references reporting.report (id),
        report_id       uuid not null unique references reporting.report (id),
        answered_by     text not null,
        answered_at     timestamptz not null default now()
      );
    `);
  }

  /** Accounts of roles that were not there before would be left without one. */
  async down(): Promise<void> {
    throw new Error('roles outside of the office cannot be taken back');
  }
}

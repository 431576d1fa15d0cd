import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is away and who does their work meanwhile; and the keys that a hospital's system signs in with. */
export class AbsenceAndMachineKeys1763800000030 implements MigrationInterface {
  readonly name = 'AbsenceAndMachineKeys1763800000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.absence (
        id          uuid primary key,
        username    text not null references identity.officer (username),
        first_day   date not null,                 -- of Asia/Jakarta, both inclusive
        last_day    date not null,
        deputy      text references identity.officer (username),
        reason      text,
        entered_by  text not null,
        entered_at  timestamptz not null default now(),
        released_at timestamptz,                   -- when their claimed tasks went back to the groups
        ended_at    timestamptz,                   -- taken back or ended early; it counts no longer
        ended_by    text,
        returned_at timestamptz,                   -- when what the deputy held of other groups went back, after the end
        check (last_day >= first_day and last_day - first_day < 366),
        check (deputy <> username)
      );
      create index absence_of on identity.absence (username, last_day) where ended_at is null;
      create index absence_deputy on identity.absence (deputy, last_day) where ended_at is null;
      create index absence_to_release on identity.absence (first_day) where ended_at is null and released_at is null;
      create index absence_to_return on identity.absence (last_day) where deputy is not null and returned_at is null;

      -- Whose claimed task it was when their absence began.
      alter table approval.task add column left_by text;
      -- In whose stead a deputy decided.
      alter table approval.decision add column deputy_of text;

      create table identity.machine_key (
        client_id     text primary key,
        username      text not null references identity.officer (username),
        secret_sha256 text not null,
        created_by    text not null,
        created_at    timestamptz not null default now(),
        expires_at    timestamptz not null,
        revoked_at    timestamptz,
        revoked_by    text,
        last_used_at  timestamptz
      );
      create index machine_key_of on identity.machine_key (username, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table identity.machine_key;
      alter table approval.decision drop column deputy_of;
      alter table approval.task drop column left_by;
      drop table identity.absence;
    `);
  }
}
